import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchView } from '@dongzhou/contract/intake'
import { PeopleFilter } from '@dongzhou/contract/registry'
import { afterAll, beforeAll } from 'vitest'
import { acceptBatchJob, intakeRoutes, markBookJob, readBatchJob, withdrawBatchJob } from '../intake/index.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import { writeBook } from '../platform/sheet/index.ts'
import { registryRoutes } from '../registry/index.ts'
import type { FreshDatabase } from './fresh-database.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

export const REGISTER_HEADER = ['姓名', '身份证号', '所在镇', '所在村', '入伍时间', '退役时间', '联系电话']

/** The counter where a test hands in ledgers of the veterans' register: uploaded, read and accepted by the real jobs. */
export interface IntakeDesk extends Workshop {
  /** Writes a workbook and answers its path. */
  sheet(name: string, rows: Rows): Promise<string>
  /** Uploads a workbook of these rows and orders its reading; the order waits. */
  start(name: string, rows: Rows): Promise<string>
  /** The same, read. */
  readSheet(name: string, rows: Rows): Promise<BatchView>
  view(id: string): Promise<BatchView>
  rowsOf(id: string, show: Show): ReturnType<typeof intakeRoutes.listRows>
  /** Orders the acceptance; the order waits. */
  order(batch: Pick<BatchView, 'id' | 'version'>): Promise<void>
  accept(batch: Pick<BatchView, 'id' | 'version'>): Promise<BatchView>
  withdraw(batch: Pick<BatchView, 'id' | 'version'>): Promise<BatchView>
  findPeople(text: string): Promise<readonly Person[]>
}

type Rows = readonly (readonly string[])[]
type Show = 'all' | 'held' | 'to-decide' | 'refused'
type Person = Awaited<ReturnType<typeof registryRoutes.listPeople>>['items'][number]

/** `broken` are jobs that stand in for the real ones of their kind. */
export function openIntakeDesk(database: FreshDatabase, broken: readonly JobDefinition[] = []): IntakeDesk {
  const shop = openWorkshop(database, [readBatchJob, acceptBatchJob, withdrawBatchJob, markBookJob, ...broken])
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dongzhou-intake-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const view = (id: string) => shop.act((setting) => intakeRoutes.getBatch(setting, { id }))
  const workedOff = async (id: string) => {
    await shop.workOff()
    return view(id)
  }
  const sheet: IntakeDesk['sheet'] = async (name, rows) => {
    const path = join(folder, `${name}.xlsx`)
    const columns = REGISTER_HEADER.map((title) => ({ title, width: 18, text: true as const }))
    await writeBook(path, { sheets: [{ name: '名册', columns, rows }] })
    return path
  }
  const start: IntakeDesk['start'] = async (name, rows) => {
    const fileId = await shop.upload(await sheet(name, rows))
    const order = { actionId: randomUUID(), fileId, sender: `${name}报送` }
    return (await shop.act((setting) => intakeRoutes.startBatch(setting, order))).id
  }
  const order: IntakeDesk['order'] = async ({ id, version }) => {
    const actionId = createHash('md5').update(`${id}${version}`).digest('hex')
    await shop.act((setting) => intakeRoutes.acceptBatch(setting, { actionId, id, version }))
  }
  return {
    ...shop,
    sheet,
    start,
    view,
    order,
    readSheet: async (name, rows) => workedOff(await start(name, rows)),
    rowsOf: (id, show) =>
      shop.act((setting) => intakeRoutes.listRows(setting, { id, sheet: 0, show, page: 1, size: 50 })),
    accept: async (batch) => {
      await order(batch)
      return workedOff(batch.id)
    },
    withdraw: async ({ id, version }) => {
      const withdrawal = { actionId: randomUUID(), id, version, because: '报送有误' }
      await shop.act((setting) => intakeRoutes.withdrawBatch(setting, withdrawal))
      return workedOff(id)
    },
    findPeople: async (text) => {
      const asked = { ...PeopleFilter.parse({ text }), page: 1, size: 20 }
      return (await shop.act((setting) => registryRoutes.listPeople(setting, asked))).items
    },
  }
}
