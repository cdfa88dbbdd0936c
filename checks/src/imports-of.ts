import { posix } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import type { SourceFile } from './source-files.ts'

/** One arrow of the map: a file names another file or a package. */
export interface Import {
  readonly from: string
  readonly line: number
  readonly specifier: string
  /** A path from the root for our own files; the package's name (`npm:zod`, `node:fs`) for others. */
  readonly to: string
  /** True only for `import type` and `export type`: the arrow is gone when the program runs. */
  readonly isType: boolean
}

/** What `@dongzhou/<house>` and `@dongzhou/<house>/<door>` open; rooms.test.ts holds it against the `exports` maps. */
export const doors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  terms: { './*': './src/*.ts' },
  engines: { './*': './src/*/index.ts' },
  contract: { '.': './src/index.ts', './*': './src/*.ts' },
}

/** Every import of a file: static, dynamic, re-export and type query. Throws when the file does not parse. */
export function importsOf(file: SourceFile, known: ReadonlySet<string>): readonly Import[] {
  return specifiersIn(file).map((found) => ({
    from: file.path,
    line: lineAt(file.text, found.start),
    specifier: found.specifier,
    to: resolve(file.path, found.specifier, known),
    isType: found.isType,
  }))
}

interface Found {
  readonly specifier: string
  readonly start: number
  readonly isType: boolean
}

function specifiersIn(file: SourceFile): readonly Found[] {
  const parsed = parseSync(file.path, file.text)
  const [error] = parsed.errors
  if (error) throw new Error(`${file.path} does not parse: ${error.message}`)
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const imports = staticImports.map(({ moduleRequest, start, end }) => ({
    specifier: moduleRequest.value,
    start,
    isType: isErased(file.text.slice(start, end)),
  }))
  const exports = staticExports.flatMap(({ entries, start, end }) => {
    const source = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    return source ? [{ specifier: source.value, start, isType: isErased(file.text.slice(start, end)) }] : []
  })
  const dynamic = dynamicImports.map(({ moduleRequest }) => ({
    specifier: unquoted(file.text.slice(moduleRequest.start, moduleRequest.end)),
    start: moduleRequest.start,
    isType: false,
  }))
  return [...imports, ...exports, ...dynamic, ...typeQueries(parsed.program)]
}

// `import { type A } from 'x'` still loads x when Node strips the types: only `import type` is gone.
function isErased(statement: string): boolean {
  return /^(import|export)\s+type\s*[\w{*]/.test(statement) && !/^import\s+type\s+from\s/.test(statement)
}

function typeQueries(program: Parameters<Visitor['visit']>[0]): readonly Found[] {
  const found: Found[] = []
  new Visitor({
    TSImportType(node) {
      found.push({ specifier: node.source.value, start: node.start, isType: true })
    },
  }).visit(program)
  return found
}

function unquoted(text: string): string {
  return text.replace(/^['"`]|['"`]$/g, '')
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string {
  if (specifier.startsWith('.')) return existing(posix.join(posix.dirname(from), specifier), known)
  const own = /^@dongzhou\/([^/]+)(?:\/(.+))?$/.exec(specifier)
  if (own) return throughDoor(own[1] ?? '', own[2])
  if (specifier.startsWith('node:')) return specifier
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1)
  return `npm:${name.join('/')}`
}

function throughDoor(house: string, door: string | undefined): string {
  const target = doors[house]?.[door === undefined ? '.' : './*']
  if (target === undefined) return `${house}/${door ?? ''}`
  return posix.join(house, target.replace('*', door ?? ''))
}

function existing(path: string, known: ReadonlySet<string>): string {
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  return endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
