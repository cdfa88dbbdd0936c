import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mayAnywhere } from '../../platform/clerk.ts'
import { requireMay } from '../../platform/fault.ts'
import { recordFile } from '../../platform/file.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { type BookSheet, type Cell, writeBook } from '../../platform/sheet/index.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { type Lookers, lookersFor, presentRate } from './present-rate.ts'
import type { KeptRate } from './rate.ts'
import { rateColumns, rowOfRate } from './rate-sheet.ts'
import { findRates, listRateIds, type RateQuery } from './rates.sql.ts'

/** 导出标准表: the rows of a list as a sheet that can be filled in and read again; who signed them stands at the right. */
export async function exportRates(
  setting: ActionSetting,
  query: RateQuery,
): Promise<{ fileId: string; name: string; rows: number }> {
  requireMay(mayAnywhere(setting.clerk, 'benefits.read'))
  const ids = await listRateIds(setting, query)
  const name = `待遇标准表-${setting.today}${setting.bureau.isDemo ? '（演示数据）' : ''}.xlsx`
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-rates-'))
  try {
    const path = join(folder, 'rates.xlsx')
    await writeBook(path, { sheets: [ratesSheet(setting, ids), guideSheet(setting)] })
    const stored = await setting.files.put(createReadStream(path), { kind: 'export', name: 'rates.xlsx' })
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const fileId = await recordFile(setting, stored, { kind: 'export', name, mediaType })
    await recordTrail(setting, {
      verb: 'benefits.export-rates',
      subject: { kind: 'file', id: fileId },
      after: { query, rows: ids.length, sm3: stored.sm3 },
    })
    return { fileId, name, rows: ids.length }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const ROWS_AT_ONCE = 500
const states = { sample: '样例（不得用于发放）', proposed: '待复核', confirmed: '已复核', withdrawn: '已撤回' } as const

function ratesSheet(setting: ActionSetting, ids: readonly number[]): BookSheet {
  const own = ['状态', '录入人', '复核人', '说明'].map((title) => ({ title, width: 18 }))
  return { name: '待遇标准表', columns: [...Object.values(rateColumns), ...own], rows: sheetRows(setting, ids) }
}

async function* sheetRows(setting: ActionSetting, ids: readonly number[]): AsyncGenerator<readonly Cell[]> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
    const part = ids.slice(from, from + ROWS_AT_ONCE)
    // A query a part: a book of any size goes out without standing in memory.
    const rows = new Map((await findRates(setting, part)).map((row) => [row.id, row]))
    const lookers = await lookersFor(setting, [...rows.values()])
    for (const id of part) {
      const row = rows.get(id)
      if (row) yield cellsOf(row, lookers)
    }
  }
}

function cellsOf(row: KeptRate, lookers: Lookers): readonly Cell[] {
  const { state, isVoid, recordedBy, confirmedBy, reason } = presentRate(row, lookers)
  return [...rowOfRate(row.rate), isVoid ? '作废申请' : states[state], recordedBy, confirmedBy ?? undefined, reason]
}

function guideSheet({ bureau, clerk, today }: ActionSetting): BookSheet {
  const rows = [
    ['单位', bureau.name],
    ['导出人', clerk.displayName],
    ['导出日期', today],
    ['怎样录入', '在第一张表填写后，到“标准库—读取标准表”上传；状态、录入人、复核人、说明四列不读。'],
    ['样例', '样例标准只供参考，须由两人凭正式文件录入、复核后才能用于发放。'],
  ]
  if (bureau.isDemo) rows.push(['演示', '本表来自演示局，全部为演示数据。'])
  return {
    name: '说明',
    columns: [
      { title: '项目', width: 14 },
      { title: '内容', width: 70 },
    ],
    rows,
  }
}
