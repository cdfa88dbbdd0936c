import type { CaseFile, FieldView, MoveView, ProcedureView } from '@dongzhou/contract/casework-views'
import { expect, test } from 'vitest'
import { troubleOf } from '../kit/trouble.ts'
import { caseNamedIn, fieldsToApply, hindrancesOf, missingOf, namedIn } from './case-view.ts'

const field = (code: string, askedAt: string, isOptional = false): FieldView => ({
  code,
  label: `栏目${code}`,
  kind: 'text',
  choices: [],
  askedAt,
  isOptional,
  help: '',
})

const move = (label: string, hindrances: readonly string[], code: MoveView['move'] = 'pass'): MoveView => ({
  move: code,
  answer: null,
  label,
  toName: '下一环节',
  needsReasons: false,
  hindrances,
})

const paper = { code: 'p', name: '申请书', copies: 1, isOriginal: true, help: '', receivedOn: null, fileId: null }

const applied = {
  at: 'apply',
  isEnded: false,
  lacking: ['银行账户'],
  fields: [field('a', 'apply'), field('b', 'apply', true), field('c', 'county')],
  answers: [],
  papers: [
    { ...paper, state: 'lacking' },
    { ...paper, code: 'q', name: '户口簿', state: 'on-file' },
  ],
  moves: [move('提交', [], 'submit')],
} as unknown as CaseFile

test('before it is submitted an application names what the file, the form and the papers lack', () => {
  expect(missingOf(applied)).toEqual(['人员档案缺少“银行账户”', '没有填写“栏目a”', '没有收到“申请书”'])
})

test('a later step asks for its own fields only', () => {
  expect(missingOf({ ...applied, at: 'county', moves: [move('同意', [])] })).toEqual(['没有填写“栏目c”'])
})

test('an answer that was emptied is missing, a field that may stay open is not', () => {
  const answers = [{ code: 'a', label: '', text: '', value: '' }]
  expect(missingOf({ ...applied, answers, lacking: [], papers: [] })).toEqual(['没有填写“栏目a”'])
})

test('what has ended lacks nothing', () => {
  expect(missingOf({ ...applied, isEnded: true })).toEqual([])
})

test('what hinders every way is said once, the rest with its way', () => {
  const moves = [move('同意', ['岗位不能办理', '公示未满']), move('退回补正', ['岗位不能办理'])]
  expect(hindrancesOf(moves)).toEqual(['岗位不能办理', '“同意”：公示未满'])
})

test('nothing hinders where all ways are open', () => {
  expect(hindrancesOf([move('同意', [])])).toEqual([])
  expect(hindrancesOf([])).toEqual([])
})

test('an applicant is asked what the first step asks', () => {
  const steps = [{ code: 'apply' }, { code: 'county' }]
  const asked = fieldsToApply({ fields: applied.fields, steps } as unknown as ProcedureView)
  expect(asked.map(({ code }) => code)).toEqual(['a', 'b'])
})

test.each([
  [{ missing: ['居住地'] }, ['居住地']],
  [{ answers: ['村（居）意见'] }, ['村（居）意见']],
  [{ papers: ['申请书'] }, ['申请书']],
  [{ reasons: ['公示未满', '尚待会签'] }, ['公示未满', '尚待会签']],
  [{ caseId: 7 }, []],
] as const)('a refusal names what it names: %j', (data, named) => {
  expect(namedIn(troubleOf(Object.assign(new Error('不能办理'), { status: 422, data })))).toEqual(named)
})

test('the case that stands in the way is led to', () => {
  const fault = (data: object) => troubleOf(Object.assign(new Error('已有办件'), { status: 409, data }))
  expect(caseNamedIn(fault({ caseId: 7 }))).toBe(7)
  expect(caseNamedIn(fault({}))).toBeUndefined()
})
