import { RateDraft } from '@dongzhou/contract/benefits-rates'
import type { z } from 'zod'
import { confirmRates } from '../benefits/rates/confirm-rates.ts'
import { proposeRates } from '../benefits/rates/propose-rates.ts'
import { findRate } from '../benefits/rates/rates.sql.ts'
import type { App } from '../platform/app.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { switchTo } from './fresh-database.ts'

/** A row as a clerk types it: the county's own subsidy for the ill-returned, from January 2025. */
export function aDraft(change: Partial<z.input<typeof RateDraft>> = {}): RateDraft {
  return RateDraft.parse({
    kind: 'ill-returned-subsidy',
    jurisdiction: 'county',
    value: 100_000,
    unit: 'fen-a-month',
    validFrom: '2025-01-01',
    announcedOn: '2025-06-10',
    document: '测退役军人发〔2025〕8号',
    source: '局收文',
    ...change,
  })
}

/** Proposed by the clerk, for the chief to confirm. Answers the id, and leaves the chief's setting. */
export async function proposed(app: App, setting: ActionSetting, draft: RateDraft, reason = ''): Promise<number> {
  const clerk = await switchTo(app, setting.tx, { role: 'clerk' })
  const { ids } = await proposeRates(clerk, { drafts: [draft], reason })
  await switchTo(app, setting.tx, { role: 'chief' })
  const [id] = ids
  if (id === undefined) throw new Error('nothing was proposed')
  return id
}

/** Proposed by the clerk at an instant and confirmed by the chief. */
export async function confirmed(app: App, setting: ActionSetting, draft: RateDraft, reason = ''): Promise<number> {
  const id = await proposed(app, setting, draft, reason)
  await confirmRates(setting, { rates: [await versioned(setting, id)] })
  return id
}

/** A row with the version it has now, as a screen sends it back. */
export async function versioned(setting: ActionSetting, id: number): Promise<{ id: number; version: number }> {
  const row = await findRate(setting, id)
  if (!row) throw new Error('no such rate')
  return { id, version: row.version }
}
