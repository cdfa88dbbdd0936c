import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode, rangeOf } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { COUNT_LIMIT } from '../../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { isPosted } from '../runs/ground.sql.ts'

type PageOf = { readonly page: number; readonly size: number }

export interface NewDeathList {
  readonly source: string
  readonly receivedOn: string
  readonly fileId: string
  readonly fileName: string
  readonly state: 'taken' | 'refused'
  readonly rows: number
  readonly matched: number
  readonly unmatched: number
  readonly held: number
  readonly complaints: readonly { readonly where: string; readonly say: string }[]
}

export interface DeathListOnFile extends NewDeathList {
  readonly id: number
  readonly actor: string
  readonly at: Date
}

export async function recordDeathList(setting: ActionSetting, list: NewDeathList): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into death_list (division_code, source, received_on, file_id, file_name, state, rows, matched, unmatched, held,
      complaints, actor, account_id, at)
    values (${setting.clerk.division}, ${list.source}, ${list.receivedOn}::date, ${list.fileId}, ${list.fileName},
      ${list.state}, ${list.rows}, ${list.matched}, ${list.unmatched}, ${list.held}, ${JSON.stringify(list.complaints)}::jsonb,
      ${setting.clerk.displayName}, ${setting.clerk.accountId ?? null}, ${setting.now}) returning id`.execute(
    setting.tx,
  )
  return rows[0]?.id ?? 0
}

export async function listDeathLists({ tx }: Setting, { page, size }: PageOf) {
  const { rows } = await sql<DeathListOnFile>`
    select id, source, received_on as "receivedOn", file_id as "fileId", file_name as "fileName", state, rows, matched,
      unmatched, held, complaints, actor, at
    from death_list order by id desc limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { items: rows, ...(await counted(tx, sql`death_list`)) }
}

export interface NewNotice {
  readonly row: number
  readonly division: string
  readonly personId: number | undefined
  readonly name: string
  readonly idNumber: string
  readonly diedOn: string | undefined
  readonly state: 'matched' | 'held'
  readonly say: string
}

const NAME = 'death_notice.name'
const ID_NUMBER = 'death_notice.id_number'

export async function recordNotices(
  { tx, vault }: ActionSetting,
  listId: number,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ name, idNumber, personId, diedOn, ...rest }) => ({
    ...rest,
    person_id: personId ?? null,
    died_on: diedOn ?? null,
    name_sealed: vault.seal(name, NAME),
    id_number_sealed: idNumber === '' ? null : vault.seal(idNumber, ID_NUMBER),
  }))
  await sql`
    insert into death_notice (list_id, row, division_code, person_id, name_sealed, id_number_sealed, died_on, state, say)
    select ${listId}::bigint, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row int, division text,
      person_id bigint, name_sealed text, id_number_sealed text, died_on date, state text, say text)`.execute(tx)
}

export interface NoticeOnFile {
  readonly id: number
  readonly version: number
  readonly listId: number
  readonly row: number
  readonly division: DivisionCode
  readonly personId: number | undefined
  readonly name: string
  readonly idNumber: string
  readonly diedOn: string | null
  readonly state: 'matched' | 'held' | 'decided'
  readonly say: string
  readonly because: string | null
}

interface NoticeRow {
  readonly id: number
  readonly version: number
  readonly list_id: number
  readonly row: number
  readonly division_code: string
  readonly person_id: number | null
  readonly name_sealed: string
  readonly id_number_sealed: string | null
  readonly died_on: string | null
  readonly state: NoticeOnFile['state']
  readonly say: string
  readonly because: string | null
}

const columns = sql`id, version, list_id, row, division_code, person_id, name_sealed, id_number_sealed, died_on, state, say, because`

export async function listNotices(
  setting: Setting,
  filter: { readonly listId?: number | undefined; readonly state?: string | undefined },
  { page, size }: PageOf,
) {
  const asked = sql`death_notice where (${filter.listId ?? null}::bigint is null or list_id = ${filter.listId ?? null}::bigint)
    and (${filter.state ?? null}::text is null or state = ${filter.state ?? null}::text)`
  const { rows } = await sql<NoticeRow>`
    select ${columns} from ${asked} order by (state = 'held') desc, id desc
    limit ${size} offset ${(page - 1) * size}`.execute(setting.tx)
  return { items: rows.map((row) => toNotice(setting, row)), ...(await counted(setting.tx, asked)) }
}

export async function findNoticeForUpdate(setting: Setting, id: number): Promise<NoticeOnFile | undefined> {
  const { rows } = await sql<NoticeRow>`select ${columns} from death_notice where id = ${id} for update`.execute(
    setting.tx,
  )
  return rows[0] && toNotice(setting, rows[0])
}

export async function decideNotice(
  setting: ActionSetting,
  id: number,
  decision: { readonly personId: number | undefined; readonly division: string; readonly because: string },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update death_notice set state = 'decided', person_id = ${decision.personId ?? null}, division_code = ${decision.division},
      because = ${decision.because}, decided_by = ${setting.clerk.displayName}, decided_at = ${setting.now},
      version = version + 1
    where id = ${id} returning version`.execute(setting.tx)
  return rows[0]?.version ?? 0
}

export interface UnconfirmedRow {
  readonly personId: number
  readonly name: string
  readonly division: string
  readonly benefits: readonly Benefit[]
  readonly lastConfirmedOn: string | null
}

/**
 * Who drew in the last twelve months and has not been confirmed in a year. Of a run that is not in sight, as a county's is not to a town,
 * every line counts: whoever stands on its draft is to be seen as well.
 */
export async function listUnconfirmed(
  { tx }: Setting,
  ask: { readonly year: number; readonly from: number; readonly division?: DivisionCode | undefined },
  { page, size }: PageOf,
) {
  const { first, last } = ask.division === undefined ? { first: '0', last: ':' } : rangeOf(ask.division)
  const drawing = sql`(
    select l.person_id, array_agg(distinct l.benefit order by l.benefit) as benefits
    from payment_line l left join payment_run r on r.id = l.run_id
    where (r.id is null or (${isPosted})) and l.kind = 'regular' and l.month >= ${ask.from} and l.division_code between ${first} and ${last}
    group by l.person_id) d join person p on p.id = d.person_id
    where p.is_alive and p.is_listed and not exists (
      select 1 from yearly_confirmation c where c.person_id = p.id and c.year = ${ask.year})`
  const { rows } = await sql<UnconfirmedRow>`
    select p.id as "personId", p.name, p.division_code as division, d.benefits,
      (select max(c.confirmed_on) from yearly_confirmation c where c.person_id = p.id) as "lastConfirmedOn"
    from ${drawing} order by p.division_code, p.name, p.id limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return { items: rows, ...(await counted(tx, drawing)) }
}

export interface NewConfirmation {
  readonly personId: number
  readonly division: string
}

/** Writes confirmations; answers how many were new. */
export async function recordConfirmationRows(
  setting: ActionSetting,
  people: readonly NewConfirmation[],
  how: { readonly year: number; readonly confirmedOn: string; readonly way: string },
): Promise<number> {
  const result = await sql`
    insert into yearly_confirmation (person_id, division_code, year, confirmed_on, way, actor, account_id, at)
    select r."personId", r.division, ${how.year}, ${how.confirmedOn}::date, ${how.way}, ${setting.clerk.displayName},
      ${setting.clerk.accountId ?? null}, ${setting.now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r("personId" bigint, division text)
    on conflict do nothing`.execute(setting.tx)
  return Number(result.numAffectedRows ?? 0n)
}

async function counted(
  tx: Tx,
  from: ReturnType<typeof sql>,
): Promise<{ readonly total: number; readonly more: boolean }> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (select 1 from ${from} limit ${COUNT_LIMIT + 1}) as counted`.execute(tx)
  const total = rows[0]?.total ?? 0
  return { total: Math.min(total, COUNT_LIMIT), more: total > COUNT_LIMIT }
}

function toNotice({ vault }: Setting, row: NoticeRow): NoticeOnFile {
  return {
    id: row.id,
    version: row.version,
    listId: row.list_id,
    row: row.row,
    division: divisionCode(row.division_code),
    personId: row.person_id ?? undefined,
    name: vault.open(row.name_sealed, NAME),
    idNumber: row.id_number_sealed === null ? '' : vault.open(row.id_number_sealed, ID_NUMBER),
    diedOn: row.died_on,
    state: row.state,
    say: row.say,
    because: row.because,
  }
}
