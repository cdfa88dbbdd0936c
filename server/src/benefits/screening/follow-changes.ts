import { monthOf } from '@dongzhou/terms/month'
import { type Actor, type App, inSetting } from '../../platform/app.ts'
import { findOpenJobOf } from '../../platform/job.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { listChangedPeople } from '../../registry/index.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { listBeneficiariesOf } from '../entitlement/people.ts'
import { windowOf } from '../entitlement/standing.ts'
import { isStale } from './is-stale.ts'
import { findLastRound, noteFollowed } from './rounds.sql.ts'
import { screenPeople } from './screen.ts'
import { screeningKind } from './screening-job.ts'

const PEOPLE_AT_ONCE = 500
// After an import of a county everybody is asked anew, with a bar to watch.
const MOST_FOLLOWED = 5000
// A change carries the moment its transaction began in, and may be committed a little after a later one.
const OVERLAP_MS = 120_000

/** What a round of following did. */
export interface Followed {
  readonly people: number
  /** A whole screening was ordered: there was none yet, the month or the rates are others, or too many people changed. */
  readonly isOrdered: boolean
}

/** 跟进变动: screens whoever's facts have changed since the last look; every minute, so that a list is never older than that. */
export async function followChanges(app: App, actor: Actor): Promise<Followed> {
  const step = <T>(work: (setting: ActionSetting) => Promise<T>) => inSetting(app, actor, crypto.randomUUID(), work)
  const { now, round, isOrdered } = await step(begin)
  if (round === undefined) return { people: 0, isOrdered }
  const since = new Date(round.followedAt.getTime() - OVERLAP_MS)
  let people = 0
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: { readonly last: number | undefined; readonly people: number } = await step((setting) =>
      screenChanged(setting, since, after ?? 0),
    )
    people += page.people
    after = page.last
    if (people > MOST_FOLLOWED) return { people, isOrdered: await step(orderScreening) }
  }
  await step(({ tx }) => noteFollowed(tx, round.id, now))
  return { people, isOrdered }
}

/** Orders a whole screening, unless one waits or runs; answers whether it did. */
export async function orderScreening(setting: ActionSetting): Promise<boolean> {
  if ((await findOpenJobOf(setting.tx, screeningKind)) !== undefined) return false
  await setting.startJob({ kind: screeningKind, title: '待遇筛查', payload: {} })
  return true
}

async function begin(setting: ActionSetting) {
  const round = await findLastRound(setting.tx)
  const isOrdered = (await isStale(setting, round)) && (await orderScreening(setting))
  return { now: setting.now, round, isOrdered }
}

async function screenChanged(setting: ActionSetting, since: Date, after: number) {
  const ids = await listChangedPeople(setting.tx, since, { after, size: PEOPLE_AT_ONCE })
  await screenNow(setting, ids)
  return { people: ids.length, last: ids.length < PEOPLE_AT_ONCE ? undefined : ids.at(-1) }
}

/** Screens some people at once, in the transaction of whoever changed them. */
export async function screenNow(setting: ActionSetting, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const people = await listBeneficiariesOf(setting, ids)
  const rulebook = await openRulebook(setting)
  await screenPeople(setting, ids, people, { rulebook, window: windowOf(monthOf(setting.today)) })
}
