import { demoCountyRates, demoHouseRates, nationalExclusions, sampleRates } from '@dongzhou/engines/benefits'
import type { Setting } from '../../platform/setting.ts'
import { recordSampleExclusions } from './exclusions.sql.ts'
import { recordSamples } from './record-rates.sql.ts'

/**
 * 样例标准入库: the sourced national rows, when a bureau is made and again with each newer version; what is there already is left alone.
 * They are shown with their source and pay nobody outside a demo bureau.
 */
export async function loadSampleRates(setting: Pick<Setting, 'tx' | 'now' | 'bureau'>): Promise<number> {
  const exclusions = nationalExclusions.map((exclusion) => ({
    ...exclusion,
    source: '民发〔2011〕110号（网页转载，待核实）',
  }))
  return (await recordSamples(setting, sampleRates)) + (await recordSampleExclusions(setting, exclusions))
}

/** 演示内部控制入库: what an invented bureau ruled for itself; for demo bureaus, whose county is told apart from it in tests. */
export async function loadDemoHouse(setting: Pick<Setting, 'tx' | 'now' | 'bureau'>): Promise<number> {
  return setting.bureau.isDemo ? recordSamples(setting, demoHouseRates) : 0
}

/** 演示标准入库: what an invented county pays and has chosen; for demo bureaus. */
export async function loadDemoRates(setting: Pick<Setting, 'tx' | 'now' | 'bureau'>): Promise<number> {
  return setting.bureau.isDemo ? recordSamples(setting, demoCountyRates) : 0
}
