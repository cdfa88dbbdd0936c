import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { describe, expect, test } from 'vitest'
import { veteransRegister } from '../ledgers/veterans-register.ts'
import { sampleContext, sampleIdNumber } from '../sample-sheets.ts'
import { fixValue } from './fix-value.ts'

const context = { ...sampleContext, row: 12, column: 2 }
const good = sampleIdNumber('19580501', '001')

describe('a corrected cell', () => {
  test('is read like the cell of a sheet', () => {
    expect(fixValue(veteransRegister, 'idNumber', `'${good}`, context)).toMatchObject({
      value: good,
      complaints: [],
      severity: 'good',
    })
  })

  test('that is still wrong says so in its place, under the sheet’s own title', () => {
    const fixed = fixValue(veteransRegister, 'idNumber', '110105194912310028', { ...context, title: '证件' })

    expect(fixed).toMatchObject({ value: undefined, severity: 'held' })
    expect(fixed?.complaints[0]).toMatchObject({ row: 12, column: 2, field: 'idNumber', code: 'id-check' })
    expect(fixed?.complaints[0]?.say).toBe('第 12 行“证件”：校验位应为 X，现为 8。请核对证件后改正，或留待核实。')
  })

  test('that is emptied is missed only where it is required', () => {
    expect(fixValue(veteransRegister, 'idNumber', '', context)?.complaints).toMatchObject([
      { code: 'required-missing' },
    ])
    expect(fixValue(veteransRegister, 'birth', '', context)).toMatchObject({ value: undefined, complaints: [] })
  })

  test('is checked against the rest of its row', () => {
    const values = { idNumber: good, enlisted: { day: day('1976-12-01'), precision: 'month' as const } }

    const fixed = fixValue(veteransRegister, 'discharged', '1975.1', { ...context, values })

    expect(fixed?.complaints).toMatchObject([{ code: 'discharged-before-enlisted', field: 'discharged', column: 2 }])
  })

  test('that puts another cell in doubt complains on that cell', () => {
    const columns = [{ index: 5, title: '男女', field: 'sex' }]
    const fixed = fixValue(veteransRegister, 'idNumber', good, { ...context, values: { sex: 'female' }, columns })

    expect(fixed?.complaints).toMatchObject([{ code: 'sex-differs-from-id', field: 'sex', column: 5 }])
    expect(fixed?.complaints[0]?.say).toContain('第 12 行“男女”')
  })

  test('naming a village is read within the row’s town', () => {
    const fixed = fixValue(veteransRegister, 'division', '中心村', {
      ...context,
      within: divisionCode('999999104000'),
    })

    expect(fixed?.value).toBe('999999104201')
  })

  test('naming a village is read within the town among the row’s values', () => {
    const fixed = fixValue(veteransRegister, 'division', '中心村', { ...context, values: { town: '999999103000' } })

    expect(fixed?.value).toBe('999999103203')
  })

  test('of a field that the ledger does not have is nothing', () => {
    expect(fixValue(veteransRegister, 'shoeSize', '42', context)).toBeUndefined()
  })
})
