import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

// Biome bans the clock and I/O as globals but has no ban for a member such as Math.random: this is that ban.
const IMPURE = [
  /\bMath\s*\.\s*random\b/,
  /\bDate\s*\.\s*(now|parse|UTC)\b/,
  /\bnew\s+Date\b/,
  /\bDate\s*\(/,
  /\bperformance\s*\.\s*now\b/,
  /\bcrypto\s*\.\s*(randomUUID|getRandomValues)\b/,
  /\bglobalThis\b/,
  /\bIntl\s*\.\s*DateTimeFormat\b/,
]

const pure = sourceFiles().filter(
  (file) => /^(engines|terms)\//.test(file.path) && !/\.(test|bench)\.ts$/.test(file.path),
)

test('there are engines and terms to look at', () => {
  expect(pure.some((file) => file.path.startsWith('engines/'))).toBe(true)
  expect(pure.some((file) => file.path.startsWith('terms/'))).toBe(true)
})

test('no engine and no term has a clock or chance of its own', () => {
  expect(pure.flatMap(impurities)).toEqual([])
})

test.each([
  ['chance', 'const x = Math.random()'],
  ['the wall clock', 'const x = Date.now()'],
  ['today', 'const x = new Date()'],
  ['a text of today', 'const x = Date()'],
  ['a stopwatch', 'const x = performance.now()'],
  ['a random id', 'const x = crypto.randomUUID()'],
  ['a way round', `const x = globalThis['Date']`],
])('%s in an engine is found', (_what, text) => {
  expect(impurities({ path: 'engines/src/a.ts', text })).toEqual(['engines/src/a.ts:1'])
})

test('a comment may speak of what the code may not do', () => {
  const text = '// never Math.random: the seed is an argument\n/** Takes a Day, not a new Date. */\nexport const a = 1'

  expect(impurities({ path: 'engines/src/a.ts', text })).toEqual([])
})

function impurities({ path, text }: SourceFile): readonly string[] {
  return withoutComments(text)
    .split('\n')
    .flatMap((line, at) => (IMPURE.some((pattern) => pattern.test(line)) ? [`${path}:${at + 1}`] : []))
}

// Keeps the line breaks, so that the line of a finding is true.
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1')
}
