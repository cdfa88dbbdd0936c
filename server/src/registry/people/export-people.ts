import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PeopleFilter } from '@dongzhou/contract/registry'
import { identities } from '@dongzhou/terms/identity'
import { z } from 'zod'
import { mayAnywhere } from '../../platform/clerk.ts'
import { requireMay } from '../../platform/fault.ts'
import { recordFile } from '../../platform/file.sql.ts'
import type { JobDefinition, RunningJob } from '../../platform/jobs.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { type Cell, writeBook } from '../../platform/sheet/index.ts'
import { openSought, sealSought } from '../../platform/sought.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { divisionNames } from '../divisions/divisions.sql.ts'
import { presentPerson } from '../present.ts'
import type { Person } from './people.sql.ts'
import { listPeopleAfter } from './search.sql.ts'

const ExportOrder = z.object({ filter: PeopleFilter, purpose: z.string() })
type ExportOrder = z.infer<typeof ExportOrder>
const KeptOrder = ExportOrder.extend({ sought: z.string().optional() })

/** 导出名册: orders the export; it is made in the background, in the name and scope of whoever asked. */
export async function exportPeople(setting: ActionSetting, input: ExportOrder): Promise<{ jobId: string }> {
  const payload = { ...sealSought(setting, input.filter), purpose: input.purpose }
  const jobId = await setting.startJob({ kind: 'registry.export-people', title: '导出人员名册', payload })
  await recordTrail(setting, {
    verb: 'registry.export-people',
    subject: { kind: 'job', id: jobId },
    after: { filter: { ...input.filter, text: input.filter.text === '' ? '' : '（有检索词）' } },
    purpose: input.purpose,
  })
  return { jobId }
}

const PAGE = 500

/** Writes the list page by page: numbers masked, the purpose and the maker on a sheet of their own. */
export const exportPeopleJob: JobDefinition = {
  kind: 'registry.export-people',
  run: async (job) => {
    const kept = KeptOrder.parse(job.run.payload)
    const order = { ...kept, filter: await job.step(async (setting) => openSought(setting, kept)) }
    const folder = await mkdtemp(join(tmpdir(), 'dongzhou-export-'))
    try {
      const path = join(folder, `${randomUUID()}.xlsx`)
      const count = { rows: 0 }
      await writeBook(path, { sheets: [peopleSheet(job, order, count), purposeSheet(job, order)] })
      return await keep(job, path, count.rows)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function keep(job: RunningJob, path: string, rows: number): Promise<{ fileId: string; rows: number }> {
  const fileId = await job.step(async (setting) => {
    requireMay(mayAnywhere(setting.clerk, 'registry.export'))
    const stored = await setting.files.put(createReadStream(path), { kind: 'export', name: 'people.xlsx' })
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return recordFile(setting, stored, { kind: 'export', name: `人员名册-${setting.today}.xlsx`, mediaType })
  })
  return { fileId, rows }
}

function peopleSheet(job: RunningJob, order: ExportOrder, count: { rows: number }) {
  const titles = [
    '姓名',
    '性别',
    '年龄',
    '出生日期',
    '身份证号',
    '联系电话',
    '所在镇村',
    '身份',
    '残疾等级',
    '是否健在',
  ]
  const columns = titles.map((title) => ({ title, width: title === '身份' ? 36 : 18, text: true as const }))
  return { name: '人员名册', columns, rows: rowsOf(job, order, count) }
}

async function* rowsOf(job: RunningJob, order: ExportOrder, count: { rows: number }): AsyncIterable<readonly Cell[]> {
  let after: { name: string; id: number } | undefined
  for (;;) {
    const { people, rows } = await job.step((setting) => nextRows(setting, order, after))
    yield* rows
    count.rows += rows.length
    const last = people.at(-1)
    if (last === undefined || people.length < PAGE) return
    after = { name: last.name, id: last.id }
    await job.report(count.rows)
  }
}

async function nextRows(
  setting: ActionSetting,
  order: ExportOrder,
  after: { name: string; id: number } | undefined,
): Promise<{ people: readonly Person[]; rows: readonly (readonly Cell[])[] }> {
  // Asked with every page: an export of a county takes minutes, and authority may end in between.
  requireMay(mayAnywhere(setting.clerk, 'registry.export'))
  const people = await listPeopleAfter(setting, order.filter, after, PAGE)
  const names = await divisionNames(
    setting,
    people.map(({ division }) => division),
  )
  const rows = people.map((person) => {
    const line = presentPerson(person, names, setting.today)
    return [
      line.name,
      line.sex === null ? '' : line.sex === 'male' ? '男' : '女',
      line.age ?? '',
      line.born ?? '',
      line.idNumberMasked,
      line.phoneMasked,
      line.division.name,
      line.identities.map((identity) => identities[identity]).join('、'),
      line.disabilityGrade === null ? '' : `${line.disabilityGrade}级`,
      line.isAlive ? '是' : '否',
    ]
  })
  return { people, rows }
}

function purposeSheet(job: RunningJob, order: ExportOrder) {
  return {
    name: '导出说明',
    columns: [
      { title: '项目', width: 14 },
      { title: '内容', width: 60 },
    ],
    rows: [
      ['导出人', job.clerk.displayName],
      ['用途', order.purpose],
      ['说明', '身份证号和电话已按规定遮蔽；本次导出已留痕。'],
    ],
  }
}
