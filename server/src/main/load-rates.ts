import { loadDemoRates, loadSampleRates } from '../benefits/index.ts'
import type { App } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import type { Bureau } from '../platform/setting.ts'
import { listBureaus } from './bureaus.sql.ts'

/** 标准库备样例: the national samples of this version, and in a demo bureau the invented county; what is there already is left alone. */
export async function loadRates(app: App, bureau: Bureau): Promise<number> {
  return asOwner(app.database.db, bureau.schema, async (tx) => {
    const setting = { tx, bureau, now: app.clock() }
    return (await loadSampleRates(setting)) + (await loadDemoRates(setting))
  })
}

/** On every start: a bureau made by an earlier version has no samples yet, or fewer. */
export async function loadRatesEverywhere(app: App): Promise<void> {
  for (const bureau of await listBureaus(app.database.db)) await loadRates(app, bureau)
}
