import type { DivisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import type { ActionSetting } from '../../platform/setting.ts'
import type { VisitTables } from '../tables.ts'

/** A pairing as a merge looks at it. */
export interface MergingPairing {
  readonly id: number
  readonly schemeId: number
  readonly organisationId: number
  readonly personId: number
  readonly state: string
  readonly confirmedOn: string | null
}

/** All pairings of some people that stand on file, locked in the order of their ids. */
export async function lockPairingsOf(
  { tx }: ActionSetting,
  personIds: readonly number[],
): Promise<readonly MergingPairing[]> {
  const { rows } = await sql<MergingPairing>`
    select id, scheme_id as "schemeId", organisation_id as "organisationId", person_id as "personId", state,
      confirmed_on as "confirmedOn"
    from pairing where person_id = any(${[...personIds]}::bigint[]) and withdrawn_at is null order by id for update`.execute(
    tx,
  )
  return rows
}

/** Hands pairings over to a person. Answers how many were there; their visits follow by the table's own reference. */
export async function pointPairings(
  setting: ActionSetting,
  ids: readonly number[],
  to: { readonly id: number; readonly division: DivisionCode },
): Promise<number> {
  if (ids.length === 0) return 0
  const result =
    await sql`update pairing set person_id = ${to.id}, division_code = ${to.division}, version = version + 1,
    changed_at = ${setting.now}::timestamptz where id = any(${[...ids]}::bigint[])`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0)
}

export async function endPairingRow(setting: ActionSetting, pairing: MergingPairing, because: string): Promise<void> {
  const { confirmedOn } = pairing
  const endedOn = confirmedOn !== null && confirmedOn > setting.today ? confirmedOn : setting.today
  await setting.tx
    .withTables<VisitTables>()
    .updateTable('pairing')
    .set({ state: 'ended', ended_on: endedOn, ended_because: because, ...moved(setting) })
    .where('id', '=', pairing.id)
    .execute()
}

/** Opens an ended pairing again as it was, unless the person has another in the scheme by now. */
export async function reopenPairingRow(setting: ActionSetting, id: number, state: string, because: string) {
  await sql`update pairing p set state = ${state}, ended_on = null, ended_because = null, version = version + 1,
      changed_at = ${setting.now}::timestamptz
    where p.id = ${id} and p.state = 'ended' and p.ended_because = ${because} and not exists (
      select 1 from pairing o where o.scheme_id = p.scheme_id and o.person_id = p.person_id and o.id <> p.id
        and o.state <> 'ended' and o.withdrawn_at is null)`.execute(setting.tx)
}

export async function withdrawPairingRow(setting: ActionSetting, id: number, because: string): Promise<void> {
  await setting.tx
    .withTables<VisitTables>()
    .updateTable('pairing')
    .set({ withdrawn_at: setting.now, withdrawn_because: because, ...moved(setting) })
    .where('id', '=', id)
    .execute()
}

/** Takes a withdrawal back, unless the person has another pairing in the scheme by now. */
export async function restorePairingRow(setting: ActionSetting, id: number, because: string): Promise<void> {
  await sql`update pairing p set withdrawn_at = null, withdrawn_because = null, version = version + 1,
      changed_at = ${setting.now}::timestamptz
    where p.id = ${id} and p.withdrawn_because = ${because} and (p.state = 'ended' or not exists (
      select 1 from pairing o where o.scheme_id = p.scheme_id and o.person_id = p.person_id and o.id <> p.id
        and o.state <> 'ended' and o.withdrawn_at is null))`.execute(setting.tx)
}

/** What a folded pairing's visits became, by id. */
export interface FoldedVisits {
  readonly moved: readonly number[]
  /** On a day that the standing pairing had a visit of already: the same call told twice. */
  readonly withdrawn: readonly number[]
}

/** The visits of one pairing go to another of the same organisation; a day that both have counts once. */
export async function foldVisits(
  setting: ActionSetting,
  { from, into, because }: { readonly from: number; readonly into: number; readonly because: string },
): Promise<FoldedVisits> {
  const twice = await sql<{ id: number }>`
    update pairing_visit v set withdrawn_at = ${setting.now}::timestamptz, withdrawn_because = ${because},
      version = v.version + 1, changed_at = ${setting.now}::timestamptz
    where v.pairing_id = ${from} and v.withdrawn_at is null and exists (
      select 1 from pairing_visit o where o.pairing_id = ${into} and o.day = v.day and o.withdrawn_at is null)
    returning v.id`.execute(setting.tx)
  const moves = await sql<{ id: number }>`
    update pairing_visit v set pairing_id = ${into}, version = v.version + 1, changed_at = ${setting.now}::timestamptz,
      division_code = (select division_code from pairing where id = ${into})
    where v.pairing_id = ${from} and v.withdrawn_at is null returning v.id`.execute(setting.tx)
  return { moved: moves.rows.map(({ id }) => id), withdrawn: twice.rows.map(({ id }) => id) }
}

export async function unfoldVisits(
  setting: ActionSetting,
  from: number,
  { moved: ids, withdrawn }: FoldedVisits,
): Promise<void> {
  await sql`update pairing_visit v set pairing_id = ${from}, version = v.version + 1,
    changed_at = ${setting.now}::timestamptz, division_code = (select division_code from pairing where id = ${from})
    where v.id = any(${[...ids]}::bigint[])`.execute(setting.tx)
  await sql`update pairing_visit v set withdrawn_at = null, withdrawn_because = null, version = v.version + 1,
    changed_at = ${setting.now}::timestamptz where v.id = any(${[...withdrawn]}::bigint[])`.execute(setting.tx)
}

function moved(setting: ActionSetting) {
  return { version: sql<number>`version + 1`, changed_at: setting.now }
}
