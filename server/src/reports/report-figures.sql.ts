import { figureKey, listFigures } from '@dongzhou/engines/reports'
import type { Day } from '@dongzhou/terms/day'
import type { FigureReading, ReportDocument } from '@dongzhou/terms/document'
import type { IndicatorCode } from '@dongzhou/terms/indicator'
import { sql } from 'kysely'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import type { Report } from './reports.sql.ts'
import type { ReportTables } from './tables.ts'

/** 定稿数字: stores what every figure of a bound document says, under the version that is being finished. */
export async function recordReportFigures(
  setting: ActionSetting,
  report: Pick<Report, 'id' | 'division'>,
  version: number,
  bound: ReportDocument,
): Promise<void> {
  const rows = listFigures(bound).map(({ id, indicator, from, to, unit, reading }) => ({
    figure_id: id,
    indicator,
    from_day: from,
    to_day: to,
    unit,
    ...storedReading(reading),
  }))
  await sql`
    insert into report_figure (report_id, finished_version, figure_id, division_code, indicator, from_day, to_day, unit,
      value, rows, missing, at)
    select ${report.id}::bigint, ${version}::integer, r.figure_id, ${report.division}::text, r.indicator, r.from_day, r.to_day,
      r.unit, r.value, r.rows, r.missing, ${setting.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(figure_id text, indicator text, from_day date, to_day date,
      unit text, value bigint, rows bigint, missing text)`.execute(setting.tx)
}

/** What a finished report's figures said, by what they asked. */
export async function listReportFigures(
  { tx }: Pick<Setting, 'tx'>,
  report: Pick<Report, 'id' | 'finishedVersion'>,
): Promise<ReadonlyMap<string, FigureReading>> {
  const rows = await tx
    .withTables<ReportTables>()
    .selectFrom('report_figure')
    .select(['indicator', 'from_day', 'to_day', 'value', 'rows', 'missing'])
    .where('report_id', '=', report.id)
    .where('finished_version', '=', report.finishedVersion ?? 0)
    .execute()
  return new Map(
    rows.map((row) => [
      figureKey({ indicator: row.indicator as IndicatorCode, from: row.from_day as Day, to: row.to_day as Day }),
      readingOf(row),
    ]),
  )
}

interface StoredReading {
  readonly value: number | null
  readonly rows: number | null
  readonly missing: 'room-not-built' | 'no-rows' | 'not-permitted' | null
}

function storedReading(reading: FigureReading | undefined): StoredReading {
  if (reading === undefined) return { value: null, rows: null, missing: 'no-rows' }
  return 'missing' in reading ? { value: null, rows: null, missing: reading.missing } : { ...reading, missing: null }
}

function readingOf({ value, rows, missing }: StoredReading): FigureReading {
  return value === null || rows === null ? { missing: missing ?? 'no-rows' } : { value, rows }
}
