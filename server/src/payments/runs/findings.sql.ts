import type { Finding } from '@dongzhou/engines/payments'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { whoOf } from '../policy.ts'
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
