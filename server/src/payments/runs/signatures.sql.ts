import type { RunStep } from '@dongzhou/engines/payments'
import { sql } from 'kysely'
import { whoOf } from '../../platform/clerk.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { Run } from './runs.sql.ts'

/** 签批 of a run, oldest first. */
export interface Signature {
  readonly step: RunStep
  readonly by: string
  readonly actor: string
  readonly note: string
  readonly digest: string | null
  readonly at: Date
}

/** A run is signed some ten times; a list that went back and forth, some dozens. */
export async function listSignatures({ tx }: Setting, runId: number): Promise<readonly Signature[]> {
  const { rows } = await sql<Signature>`
    select step, who as by, actor, note, digest, at from payment_signature where run_id = ${runId} order by id limit 500`.execute(
    tx,
  )
  return rows
}

export async function recordSignature(
  setting: ActionSetting,
  run: Pick<Run, 'id' | 'division' | 'edition'> & { readonly digest?: string | undefined },
  signature: { readonly step: RunStep; readonly note: string },
): Promise<void> {
  await sql`
    insert into payment_signature (run_id, division_code, edition, step, who, actor, account_id, note, digest, at)
    values (${run.id}, ${run.division}, ${run.edition}, ${signature.step}, ${whoOf(setting.clerk)},
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${signature.note}, ${run.digest ?? null},
      ${setting.now})`.execute(setting.tx)
}

/** The last signature of the bureau so far. */
export async function findLastSignature({ tx }: Setting): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0) as id from payment_signature`.execute(tx)
  return rows[0]?.id ?? 0
}
