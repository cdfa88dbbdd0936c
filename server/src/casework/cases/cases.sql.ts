import { type CaseEnd, isCaseEnd } from '@dongzhou/terms/casework'
import { type Day, day } from '@dongzhou/terms/day'
import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import type { Authority } from '@dongzhou/terms/role'
import { sql } from 'kysely'
import { pageOf } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { CaseworkTables } from '../tables.ts'

export type Answers = Readonly<Record<string, string | number | boolean>>

/** 办件 as its table keeps it. `at` is a step or an end. */
export interface Case {
  readonly id: number
  readonly version: number
  readonly procedure: string
  readonly procedureVersion: number
  readonly personId: number
  readonly division: DivisionCode
  readonly onBehalf: string
  readonly at: string
  readonly authority: Authority | undefined
  readonly enteredOn: Day
  readonly assigneeId: number | undefined
  readonly dueOn: Day | undefined
  readonly lacksCalendar: number | undefined
  readonly begunOn: Day
}

export type OpenedCase = Case & { readonly answers: Answers }

/** What is read from the events and kept for lists. */
export type Projected = Pick<Case, 'at' | 'authority' | 'enteredOn' | 'assigneeId' | 'dueOn' | 'lacksCalendar'>

const columns = [
  'id',
  'version',
  'procedure_code',
  'procedure_version',
  'person_id',
  'division_code',
  'on_behalf',
  'stands_at',
  'authority',
  'entered_on',
  'assignee_id',
  'due_on',
  'lacks_calendar',
  'begun_on',
] as const

const ANSWERS = 'case_file.answers'

export interface CasesFilter {
  readonly list: 'mine' | 'open' | 'overdue' | 'ended'
  readonly procedure?: string | undefined
  readonly people?: readonly number[] | undefined
  readonly division?: DivisionCode | undefined
  /** Procedures left out, but for what was handed to the clerk. */
  readonly without: readonly string[]
}

/** Cases in the clerk's scope. What runs comes by the nearest end of a clock, what has ended by when. */
export async function listCases(
  setting: Setting,
  filter: CasesFilter,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly Case[]; readonly total: number; readonly more: boolean }> {
  const { list } = filter
  const found = filtered(setting, filter)
  const ordered =
    list === 'ended'
      ? found.select(columns).orderBy('changed_at', 'desc').orderBy('id', 'desc')
      : found.select(columns).orderBy(sql`due_on asc nulls last`).orderBy('id')
  const { items, ...counted } = await pageOf(setting.tx, ordered, page)
  return { items: items.map(toCase), ...counted }
}

/** 待办: what the clerk can take on, by procedure, version and step. */
export async function countMine(
  setting: Setting,
  without: readonly string[],
): Promise<
  readonly {
    readonly procedure: string
    readonly version: number
    readonly at: string
    readonly count: number
    readonly overdue: number
    readonly since: Day
  }[]
> {
  const rows = await filtered(setting, { list: 'mine', without })
    .select((select) => [
      'procedure_code',
      'procedure_version',
      'stands_at',
      select.fn.countAll<number>().as('count'),
      select.fn.countAll<number>().filterWhere('due_on', '<', setting.today).as('overdue'),
      select.fn.min('entered_on').as('since'),
    ])
    .groupBy(['procedure_code', 'procedure_version', 'stands_at'])
    .execute()
  return rows.map((row) => ({
    procedure: row.procedure_code,
    version: row.procedure_version,
    at: row.stands_at,
    count: Number(row.count),
    overdue: Number(row.overdue),
    since: day(row.since),
  }))
}

function filtered(setting: Setting, { list, procedure, people, division, without }: CasesFilter) {
  return cases(setting)
    .where('end_kind', list === 'ended' ? 'is not' : 'is', null)
    .$if(list === 'overdue', (query) => query.where('due_on', '<', setting.today))
    .$if(list === 'mine', (query) =>
      query
        .where('authority', 'in', [...setting.clerk.may])
        .where((where) =>
          where.or([where('assignee_id', 'is', null), where('assignee_id', '=', setting.clerk.accountId ?? 0)]),
        ),
    )
    .$if(procedure !== undefined, (query) => query.where('procedure_code', '=', procedure ?? ''))
    .$if(people !== undefined, (query) => query.where('person_id', 'in', [...(people ?? [])]))
    .$if(without.length > 0, (query) =>
      query.where((where) =>
        where.or([
          where('procedure_code', 'not in', [...without]),
          where('assignee_id', '=', setting.clerk.accountId ?? 0),
        ]),
      ),
    )
    .$if(division !== undefined, (query) => {
      const { first, last } = rangeOf(division ?? setting.clerk.division)
      return query.where('division_code', '>=', first).where('division_code', '<=', last)
    })
}

export async function findCase(setting: Setting, id: number): Promise<OpenedCase | undefined> {
  const row = await cases(setting)
    .select([...columns, 'answers_sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && opened(setting, row)
}

export async function findCaseForUpdate(setting: Setting, id: number): Promise<OpenedCase | undefined> {
  const row = await cases(setting)
    .select([...columns, 'answers_sealed'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && opened(setting, row)
}

/** Open cases whose clock could not be read for want of a year's arrangement. */
export async function listCasesLacking(setting: Setting, year: number): Promise<readonly Case[]> {
  const rows = await cases(setting).select(columns).where('lacks_calendar', '=', year).orderBy('id').execute()
  return rows.map(toCase)
}

/** The open case that stands in the way of another of the same person and procedure. */
export async function findOpenCase(setting: Setting, personId: number, procedure: string): Promise<number | undefined> {
  const row = await cases(setting)
    .select('id')
    .where('person_id', '=', personId)
    .where('procedure_code', '=', procedure)
    .where('end_kind', 'is', null)
    .executeTakeFirst()
  return row?.id
}

export async function recordCase(
  setting: ActionSetting,
  begun: Pick<Case, 'procedure' | 'procedureVersion' | 'personId' | 'division' | 'onBehalf' | 'begunOn'> & {
    readonly answers: Answers
    readonly isSingle: boolean
  },
  projected: Projected,
): Promise<number> {
  const { id } = await setting.tx
    .withTables<CaseworkTables>()
    .insertInto('case_file')
    .values({
      procedure_code: begun.procedure,
      procedure_version: begun.procedureVersion,
      person_id: begun.personId,
      division_code: begun.division,
      is_single: begun.isSingle,
      on_behalf: begun.onBehalf,
      answers_sealed: sealed(setting, begun.answers),
      begun_on: begun.begunOn,
      created_at: setting.now,
      changed_at: setting.now,
      ...toColumns(projected),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes what changed of a case that was loaded for update. Answers the new version; undefined where somebody else was first. */
export async function changeCase(
  setting: ActionSetting,
  { id, version }: Pick<Case, 'id' | 'version'>,
  change: { readonly projected?: Projected; readonly answers?: Answers },
): Promise<number | undefined> {
  const row = await setting.tx
    .withTables<CaseworkTables>()
    .updateTable('case_file')
    .set({
      version: version + 1,
      changed_at: setting.now,
      ...(change.projected === undefined ? {} : toColumns(change.projected)),
      ...(change.answers === undefined ? {} : { answers_sealed: sealed(setting, change.answers) }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

/** Clocks read anew, of many cases at once; they touch no version, for nobody has acted. */
export async function changeClocks(
  { tx }: Setting,
  read: readonly (Pick<Projected, 'dueOn' | 'lacksCalendar'> & { readonly id: number })[],
): Promise<void> {
  const rows = read.map(({ id, dueOn, lacksCalendar }) => ({ id, due: dueOn ?? null, lacks: lacksCalendar ?? null }))
  await sql`
    update case_file c set due_on = r.due, lacks_calendar = r.lacks
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id bigint, due date, lacks integer)
    where c.id = r.id`.execute(tx)
}

function cases({ tx }: Pick<Setting, 'tx'>) {
  return tx.withTables<CaseworkTables>().selectFrom('case_file')
}

function sealed({ vault }: Setting, answers: Answers): string {
  return vault.seal(JSON.stringify(answers), ANSWERS)
}

function opened({ vault }: Setting, row: CaseRow & { readonly answers_sealed: string }): OpenedCase {
  return { ...toCase(row), answers: JSON.parse(vault.open(row.answers_sealed, ANSWERS)) as Answers }
}

function toColumns({ at, authority, enteredOn, assigneeId, dueOn, lacksCalendar }: Projected) {
  return {
    stands_at: at,
    end_kind: isCaseEnd(at) ? (at satisfies CaseEnd) : null,
    authority: authority ?? null,
    entered_on: enteredOn,
    assignee_id: assigneeId ?? null,
    due_on: dueOn ?? null,
    lacks_calendar: lacksCalendar ?? null,
  }
}

interface CaseRow {
  readonly id: number
  readonly version: number
  readonly procedure_code: string
  readonly procedure_version: number
  readonly person_id: number
  readonly division_code: string
  readonly on_behalf: string
  readonly stands_at: string
  readonly authority: string | null
  readonly entered_on: string
  readonly assignee_id: number | null
  readonly due_on: string | null
  readonly lacks_calendar: number | null
  readonly begun_on: string
}

function toCase(row: CaseRow): Case {
  return {
    id: row.id,
    version: row.version,
    procedure: row.procedure_code,
    procedureVersion: row.procedure_version,
    personId: row.person_id,
    division: divisionCode(row.division_code),
    onBehalf: row.on_behalf,
    at: row.stands_at,
    authority: (row.authority as Authority | null) ?? undefined,
    enteredOn: day(row.entered_on),
    assigneeId: row.assignee_id ?? undefined,
    dueOn: row.due_on === null ? undefined : day(row.due_on),
    lacksCalendar: row.lacks_calendar ?? undefined,
    begunOn: day(row.begun_on),
  }
}
