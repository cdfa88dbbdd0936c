import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { RecoveryState, RecoveryWay } from '@dongzhou/terms/payment'
import { sql } from 'kysely'
import { orFaultOf } from '../../platform/db/constraint.ts'
import { afterPrefix, pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { PaymentsTables } from '../tables.ts'

/** 追回款 as it stands, with whose it is. */
export interface RecoveryOnFile {
  readonly id: number
  readonly version: number
  readonly runId: number
  readonly personId: number
  readonly name: string
  readonly isAlive: boolean
  readonly division: DivisionCode
  readonly month: Month
  readonly amount: number
  readonly settled: number
  readonly cause: string
  readonly monthly: number | undefined
  readonly fromMonth: Month | undefined
  readonly document: string | undefined
}

export interface RecoveryFilter {
  readonly state?: RecoveryState | undefined
  readonly personId?: number | undefined
  readonly division?: DivisionCode | undefined
  readonly text: string
}

const columns = [
  'r.id',
  'r.version',
  'r.run_id',
  'r.person_id',
  'p.name',
  'p.is_alive',
  'r.division_code',
  'r.month',
  'r.amount_fen',
  'r.settled_fen',
  'r.cause',
  'r.monthly_fen',
  'r.from_month',
  'r.document',
] as const

function recoveries({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<PaymentsTables>().selectFrom('recovery as r').innerJoin('person as p', 'p.id', 'r.person_id')
}

/** 追回台账: what is still owed first, the largest rest on top. */
export async function listRecoveries(
  setting: Setting,
  filter: RecoveryFilter,
  page: { readonly page: number; readonly size: number },
) {
  const { state, division } = filter
  const { first, last } = division === undefined ? { first: '', last: '' } : rangeOf(division)
  const found = recoveries(setting)
    .$if(state === 'settled', (query) => query.whereRef('r.settled_fen', '=', 'r.amount_fen'))
    .$if(state === 'open' || state === 'planned', (query) => query.whereRef('r.settled_fen', '<', 'r.amount_fen'))
    .$if(state === 'open', (query) => query.where('r.monthly_fen', 'is', null))
    .$if(state === 'planned', (query) => query.where('r.monthly_fen', 'is not', null))
    .$if(filter.personId !== undefined, (query) => query.where('r.person_id', '=', filter.personId ?? 0))
    .$if(division !== undefined, (query) =>
      query.where('r.division_code', '>=', first).where('r.division_code', '<=', last),
    )
    .$if(filter.text !== '', (query) =>
      query.where('p.name', '>=', filter.text).where('p.name', '<', afterPrefix(filter.text)),
    )
    .select(columns)
    .orderBy(sql`r.amount_fen - r.settled_fen`, 'desc')
    .orderBy('r.id')
  const { items, ...counted } = await pageOf(setting.tx, found, page)
  return { items: items.map(toRecovery), ...counted }
}

export async function findRecovery(setting: Setting, id: number): Promise<RecoveryOnFile | undefined> {
  const row = await recoveries(setting).select(columns).where('r.id', '=', id).executeTakeFirst()
  return row && toRecovery(row)
}

/** The debt, locked until the transaction ends: of two payments at once the second sees what the first left. */
export async function findRecoveryForUpdate(setting: Setting, id: number): Promise<RecoveryOnFile | undefined> {
  await sql`select id from recovery where id = ${id} for update`.execute(setting.tx)
  return findRecovery(setting, id)
}

export async function changePlan(
  setting: ActionSetting,
  id: number,
  plan: { readonly monthly: number; readonly fromMonth: Month; readonly document: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update recovery set monthly_fen = ${plan.monthly}, from_month = ${plan.fromMonth}, document = ${plan.document},
      version = version + 1, changed_at = ${setting.now} where id = ${id} returning version`.execute(setting.tx)
  return rows[0]?.version ?? 0
}

export interface NewStep {
  readonly way: RecoveryWay
  readonly amount: number
  readonly on: string
  readonly note: string
}

/** Settles a part of a debt; answers its new version. */
export async function recordStep(
  setting: ActionSetting,
  recovery: Pick<RecoveryOnFile, 'id' | 'division'>,
  step: NewStep,
): Promise<number> {
  const changed = await orFaultOf(
    sql<{ version: number }>`
      update recovery set settled_fen = settled_fen + ${step.amount}, version = version + 1, changed_at = ${setting.now}
      where id = ${recovery.id} returning version`.execute(setting.tx),
    { recovery_never_takes_too_much: 'payments.more-than-owed' },
  )
  await sql`
    insert into recovery_step (recovery_id, division_code, way, amount_fen, settled_on, note, actor, account_id, at)
    values (${recovery.id}, ${recovery.division}, ${step.way}, ${step.amount}, ${step.on}::date, ${step.note},
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now})`.execute(setting.tx)
  return changed.rows[0]?.version ?? 0
}

export interface StepOnFile {
  readonly id: number
  readonly way: RecoveryWay
  readonly amount: number
  readonly on: string
  readonly runId: number | null
  readonly note: string
  readonly by: string
}

/** A debt is settled in some dozens of steps; ten years of instalments are 120. */
export async function listSteps({ tx }: Setting, recoveryId: number): Promise<readonly StepOnFile[]> {
  const { rows } = await sql<StepOnFile>`
    select id, way, amount_fen as amount, settled_on as on, run_id as "runId", note, actor as by from recovery_step
    where recovery_id = ${recoveryId} order by id limit 500`.execute(tx)
  return rows
}

interface RecoveryRow {
  readonly id: number
  readonly version: number
  readonly run_id: number
  readonly person_id: number
  readonly name: string
  readonly is_alive: boolean
  readonly division_code: string
  readonly month: number
  readonly amount_fen: number
  readonly settled_fen: number
  readonly cause: string
  readonly monthly_fen: number | null
  readonly from_month: number | null
  readonly document: string | null
}

function toRecovery(row: RecoveryRow): RecoveryOnFile {
  return {
    id: row.id,
    version: row.version,
    runId: row.run_id,
    personId: row.person_id,
    name: row.name,
    isAlive: row.is_alive,
    division: divisionCode(row.division_code),
    month: row.month as Month,
    amount: row.amount_fen,
    settled: row.settled_fen,
    cause: row.cause,
    monthly: row.monthly_fen ?? undefined,
    fromMonth: (row.from_month as Month | null) ?? undefined,
    document: row.document ?? undefined,
  }
}
