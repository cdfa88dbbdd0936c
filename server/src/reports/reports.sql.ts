import type { Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { ReportDocument } from '@dongzhou/terms/document'
import { sql } from 'kysely'
import { pageOf } from '../platform/db/paging.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import type { ReportTable, ReportTables } from './tables.ts'

/** 报告 (report) without its text: a line of the list. */
export interface ReportHead {
  readonly id: number
  readonly version: number
  readonly division: DivisionCode
  readonly title: string
  readonly template: ReportTable['template']
  readonly year: number
  readonly half: ReportTable['half']
  readonly cutOff: Day
  readonly state: ReportTable['state']
  readonly madeBy: string
  readonly changedBy: string
  readonly createdAt: Date
  readonly changedAt: Date
  readonly finishedAt: Date | undefined
  /** Under which version its figures were stored. */
  readonly finishedVersion: number | undefined
}

export interface Report extends ReportHead {
  readonly document: ReportDocument
}

const headColumns = [
  'id',
  'version',
  'division_code',
  'title',
  'template',
  'year',
  'half',
  'cut_off',
  'state',
  'made_by',
  'changed_by',
  'created_at',
  'changed_at',
  'finished_at',
  'finished_version',
] as const

const columns = [...headColumns, 'document'] as const

/** Reports inside the scope, last changed first. */
export async function listReports(
  { tx }: Pick<Setting, 'tx'>,
  filter: {
    readonly text: string
    readonly year?: number | undefined
    readonly state?: ReportTable['state'] | undefined
  },
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly ReportHead[]; readonly total: number; readonly more: boolean }> {
  const { text, year, state } = filter
  const found = reports(tx)
    .$if(text !== '', (query) => query.where(sql<boolean>`position(${text} in title) > 0`))
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'draft'))
  const { items, ...counted } = await pageOf(
    tx,
    found.select(headColumns).orderBy('changed_at', 'desc').orderBy('id', 'desc'),
    page,
  )
  return { items: items.map(toHead), ...counted }
}

export async function findReport({ tx }: Pick<Setting, 'tx'>, id: number): Promise<Report | undefined> {
  const row = await reports(tx).select(columns).where('id', '=', id).executeTakeFirst()
  return row && { ...toHead(row), document: row.document }
}

export async function findReportForUpdate({ tx }: Pick<Setting, 'tx'>, id: number): Promise<Report | undefined> {
  const row = await reports(tx).select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && { ...toHead(row), document: row.document }
}

export type NewReport = Pick<Report, 'division' | 'template' | 'year' | 'half' | 'cutOff' | 'document'>

export async function recordReport({ tx, clerk, now }: ActionSetting, report: NewReport): Promise<number> {
  const { id } = await tx
    .withTables<ReportTables>()
    .insertInto('report')
    .values({
      division_code: report.division,
      title: report.document.title,
      template: report.template,
      year: report.year,
      half: report.half,
      cut_off: report.cutOff,
      state: 'draft',
      document: JSON.stringify(report.document),
      made_by: clerk.displayName,
      changed_by: clerk.displayName,
      created_at: now,
      changed_at: now,
      finished_at: null,
      finished_version: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface ReportChange {
  readonly document?: ReportDocument
  readonly cutOff?: Day
  readonly state?: ReportTable['state']
}

/** Changes a report that is still at the version seen; answers the new version, undefined when it is not. */
export async function changeReport(
  { tx, clerk, now }: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  change: ReportChange,
): Promise<number | undefined> {
  const { document, cutOff, state } = change
  const version = seen.version + 1
  const row = await tx
    .withTables<ReportTables>()
    .updateTable('report')
    .set({
      ...(document === undefined ? {} : { document: JSON.stringify(document), title: document.title }),
      ...(cutOff === undefined ? {} : { cut_off: cutOff }),
      ...(state === undefined ? {} : { state }),
      ...(state === 'finished' ? { finished_at: now, finished_version: version } : {}),
      ...(state === 'draft' ? { finished_at: null, finished_version: null } : {}),
      version,
      changed_by: clerk.displayName,
      changed_at: now,
    })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

function reports(tx: Setting['tx']) {
  return tx.withTables<ReportTables>().selectFrom('report')
}

type HeadRow = Omit<ReportTable, 'id' | 'version' | 'document'> & { readonly id: number; readonly version: number }

function toHead(row: HeadRow): ReportHead {
  return {
    id: row.id,
    version: row.version,
    division: row.division_code as DivisionCode,
    title: row.title,
    template: row.template,
    year: row.year,
    half: row.half,
    cutOff: row.cut_off as Day,
    state: row.state,
    madeBy: row.made_by,
    changedBy: row.changed_by,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    finishedAt: row.finished_at ?? undefined,
    finishedVersion: row.finished_version ?? undefined,
  }
}
