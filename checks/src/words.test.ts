import { describe, expect, test } from 'vitest'
import { filesUnder, type SourceFile, withText } from './source-files.ts'

const faults = filesUnder('contract/src', /faults[^/]*\.ts$/)
  .filter((path) => !path.endsWith('.test.ts'))
  .map(withText)
  .flatMap(sentencesOf)

describe('what a fault says to the person who must act', () => {
  test('there are sentences to read', () => {
    expect(faults.length).toBeGreaterThan(0)
  })

  test('each is a Chinese sentence that ends with 。 and does not shout', () => {
    expect(faults.filter((fault) => !isCalmChinese(fault.say))).toEqual([])
  })

  test('no two faults say the same thing', () => {
    const said = faults.map((fault) => fault.say)

    expect(faults.filter((fault, at) => said.indexOf(fault.say) !== at).map((fault) => fault.code)).toEqual([])
  })
})

test.each([
  ['该申请已办结，不能再次审批。', true],
  ['导入文件超过 50 MB，请拆分后再上传。', true],
  ['该申请已办结', false],
  ['该申请已办结！', false],
  ['Not found.', false],
  ['', false],
])('%s: a calm Chinese sentence is %s', (say, answer) => {
  expect(isCalmChinese(say)).toBe(answer)
})

test('sentences are read from a catalogue, whatever the line breaks', () => {
  const text = `export const faults = {
    'a.b': { status: 404, say: '没有这条记录。' },
    'a.c': {
      status: 409,
      say:
        '已有人改动。',
    },
    plain: { status: 400, say: "请填写'姓名'。" },
  }`

  expect(sentencesOf({ path: 'faults.ts', text })).toEqual([
    { code: 'a.b', say: '没有这条记录。' },
    { code: 'a.c', say: '已有人改动。' },
    { code: 'plain', say: `请填写'姓名'。` },
  ])
})

interface Sentence {
  readonly code: string
  readonly say: string
}

function sentencesOf({ text }: SourceFile): readonly Sentence[] {
  return [...text.matchAll(/['"]?([\w.-]+)['"]?:\s*\{[^{}]*?\bsay:\s*(['"`])((?:(?!\2)[\s\S])*)\2/g)].map((match) => ({
    code: match[1] ?? '',
    say: match[3] ?? '',
  }))
}

function isCalmChinese(say: string): boolean {
  return /\p{Script=Han}/u.test(say) && say.endsWith('。') && !/[!！]/.test(say)
}
