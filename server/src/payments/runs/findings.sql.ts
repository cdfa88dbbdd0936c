import type { Finding } from '@dongzhou/engines/payments'
import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { whoOf } from '../../platform/clerk.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import type { Run } from './runs.sql.ts'

type Standing = Pick<Run, 'id' | 'edition'>

export interface KeptFinding extends Finding {
  readonly division: string
}

export async function findFinding(
  tx: Tx,
  { id, edition }: Standing,
  findingId: number,
): Promise<KeptFinding | undefined> {
  const { rows } = await sql<KeptFinding>`
    select check_code as check, person_id as person, say, division_code as division from payment_finding
    where id = ${findingId} and run_id = ${id} and edition = ${edition}`.execute(tx)
  return rows[0]
}

/** What the checks found of one person: at most one a check. */
export async function listFindingsOf(tx: Tx, { id, edition }: Standing, person: number): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`
    select check_code as check, person_id as person, say from payment_finding
    where run_id = ${id} and edition = ${edition} and person_id = ${person} order by id limit 50`.execute(tx)
  return rows
}

export async function recordDecision(
  setting: ActionSetting,
  run: Standing,
  decision: KeptFinding & { readonly pay: boolean; readonly because: string },
): Promise<void> {
  await sql`
    insert into payment_decision (run_id, person_id, division_code, check_code, pay, because, who, actor, at)
    values (${run.id}, ${decision.person}, ${decision.division}, ${decision.check}, ${decision.pay}, ${decision.because},
      ${whoOf(setting.clerk)}, ${setting.clerk.displayName}, ${setting.now})`.execute(setting.tx)
}

/** Keeps somebody's money back, or lets it go with the others. */
export async function setHold(
  setting: ActionSetting,
  { id, edition }: Standing,
  person: number,
  because: string | undefined,
): Promise<void> {
  await sql`
    update payment_transfer set state = ${because === undefined ? 'planned' : 'held'}, held_because = ${because ?? null},
      changed_at = ${setting.now}
    where run_id = ${id} and edition = ${edition} and person_id = ${person} and amount_fen > 0`.execute(setting.tx)
}

/** What the checks have found so far of some people of a list. */
export async function listFindingsOfAll(
  tx: Tx,
  { id, edition }: Standing,
  people: readonly number[],
): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`
    select check_code as check, person_id as person, say from payment_finding
    where run_id = ${id} and edition = ${edition} and person_id = any(${[...people]}::bigint[]) order by id`.execute(tx)
  return rows
}

/** Where some people of a list stand in it, and with how much. */
export async function listStandingOf(
  tx: Tx,
  { id, edition }: Standing,
  people: readonly number[],
): Promise<ReadonlyMap<number, { readonly division: DivisionCode; readonly amount: number }>> {
  const { rows } = await sql<{ person: number; division: string; amount: number }>`
    select person_id as person, division_code as division, amount_fen as amount from payment_transfer
    where run_id = ${id} and edition = ${edition} and person_id = any(${[...people]}::bigint[])`.execute(tx)
  return new Map(rows.map(({ person, division, amount }) => [person, { division: divisionCode(division), amount }]))
}

/** Keeps the money of some people back, each for what was found first. */
export async function setHolds(
  setting: ActionSetting,
  { id, edition }: Standing,
  held: ReadonlyMap<number, Finding>,
): Promise<void> {
  if (held.size === 0) return
  await sql`
    update payment_transfer t set state = 'held', held_because = h.say, changed_at = ${setting.now}
    from unnest(${[...held.keys()]}::bigint[], ${[...held.values()].map(({ say }) => say)}::text[]) as h(person, say)
    where t.run_id = ${id} and t.edition = ${edition} and t.person_id = h.person and t.amount_fen > 0`.execute(
    setting.tx,
  )
}
