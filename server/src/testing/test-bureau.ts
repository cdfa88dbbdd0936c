import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Bureau } from '../platform/setting.ts'

/** An impossible county: no test ever looks like a real place. */
export const TEST_BUREAU: Bureau = { code: '999999', name: '测试区退役军人事务局', schema: 'b999999', isDemo: true }

export const COUNTY = divisionCode('999999000000')
export const EAST_TOWN = divisionCode('999999001000')
export const EAST_VILLAGE = divisionCode('999999001001')
export const EAST_VILLAGE_2 = divisionCode('999999001002')
export const WEST_TOWN = divisionCode('999999002000')
export const WEST_VILLAGE = divisionCode('999999002001')

interface TestDivision {
  readonly code: DivisionCode
  readonly name: string
  readonly parent: DivisionCode | null
}

export const testDivisions: readonly TestDivision[] = [
  { code: COUNTY, name: '测试区', parent: null },
  { code: EAST_TOWN, name: '东镇', parent: COUNTY },
  { code: EAST_VILLAGE, name: '东一村', parent: EAST_TOWN },
  { code: EAST_VILLAGE_2, name: '东二村', parent: EAST_TOWN },
  { code: WEST_TOWN, name: '西镇', parent: COUNTY },
  { code: WEST_VILLAGE, name: '西一村', parent: WEST_TOWN },
]
