import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchView, StagedRow } from '@dongzhou/contract/intake'
import type { Paged } from '@dongzhou/contract/shapes'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, writeBook } from '../../server/src/platform/sheet/index.ts'
import { bookEntries, packedZeros, zipOf } from '../../server/src/platform/sheet/test-files.ts'
import { demoFilled } from '../running/demo-filled.ts'
import { memoryOf } from '../running/process-memory.ts'
import { writeRegister } from '../running/register-book.ts'
import { type Caller, type RunningServer, startServer } from '../running/server-process.ts'

/** Above the server at rest, in MB: what any one file may cost. */
const MEMORY_BOUND = 600

let folder: string
let server: RunningServer
let clerk: Caller
let atRest: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-bad-input-'))
  server = await startServer({ environment: { DONGZHOU_DEMO_PEOPLE: '1000' } })
  clerk = await server.signIn('clerk')
  await demoFilled(clerk, 1000)
  atRest = memoryOf(server.pid).now
}, 120_000)

afterAll(async () => {
  const { peak } = memoryOf(server.pid)
  console.log(`memory: ${atRest} MB at rest, ${peak} MB at the most`)
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a file that cannot be read is refused with a sentence that says what to do', () => {
  const cases: readonly [string, string, () => Promise<Uint8Array>, RegExp][] = [
    ['设密码的工作簿', '花名册.xlsx', encryptedBook, /设有打开密码.*取消密码/],
    ['没传完的工作簿', '花名册.xlsx', truncatedBook, /没有传完整/],
    ['空文件', '花名册.xlsx', async () => new Uint8Array(), /空的（0 字节）/],
    ['改了名的文档', '花名册.xlsx', renamedDocument, /Word 文档/],
    ['压缩炸弹', '花名册.xlsx', () => bomb(2 * 1024 ** 3), /解开后超过/],
    ['谎报大小的压缩炸弹', '花名册.xlsx', () => bomb(1_000_000), /解开后超过/],
    ['五百列的工作簿', '花名册.xlsx', wideBook, /超过 300 列/],
    ['三十万零一行的工作簿', '花名册.xlsx', longBook, /超过 300,000 行/],
  ]

  test.each(cases)(
    '%s',
    async (title, name, content, sentence) => {
      const batch = await batchOf(name, await content())

      const say = batch.refusal ?? ''
      console.log(`${title}：${say}`)
      expect(batch.state).toBe('refused')
      expect(say).toMatch(sentence)
      expect(say).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(batch.sheets.flatMap((sheet) => sheet.counts.data)).toEqual([])
      await stillWell()
    },
    120_000,
  )
})

test('a formula that ended in an error is complained of in its cell; the other rows are read', async () => {
  const batch = await batchOf('花名册.xlsx', await bookWithErrors())
  const ask = { id: batch.id, sheet: 0, show: 'held', page: 1, size: 50 }
  const { items } = await clerk.call<Paged<StagedRow>>('intake/listRows', ask)

  const says = items.flatMap((row) => row.complaints.map(({ column, say }) => `${row.row} ${column}：${say}`))
  console.log(says.join('\n'))
  expect(batch.state).toBe('staged')
  expect(batch.sheets[0]?.counts).toMatchObject({ data: 3, good: 1, held: 2 })
  expect(items.map(({ row }) => row)).toEqual([3, 4])
  for (const row of items) expect(row.complaints.map(({ say }) => say).join()).toMatch(/[\u4e00-\u9fff]/)
  await stillWell()
})

test('a file that is uploaded over the limit is refused at the door', async () => {
  const reply = await clerk.uploadReply('太大.xlsx', new Uint8Array(61 * 1024 * 1024)).catch(() => undefined)

  // The connection may be closed before all is sent: what counts is that nothing was kept and the server lives.
  if (reply) expect(reply).toMatchObject({ status: 413 })
  await stillWell()
})

test('300,000 rows, the most there may be, are read in bounded memory', async () => {
  await writeRows('most.xlsx', 300_000)
  const batch = await batchOf('花名册.xlsx', await bytesOf('most.xlsx'))

  expect(batch.state).toBe('staged')
  await stillWell()
}, 170_000)

test('after all of them the next good file goes in', async () => {
  await writeRegister(join(folder, 'good.xlsx'), { seed: 777, rows: 200 })
  const batch = await batchOf('登记册.xlsx', await bytesOf('good.xlsx'))
  const { jobId } = await clerk.call<{ jobId: string }>('intake/acceptBatch', {
    actionId: crypto.randomUUID(),
    id: batch.id,
    version: batch.version,
  })
  const job = await clerk.waitFor(jobId)

  expect(job).toMatchObject({ state: 'done', fault: null })
  expect(batch.forecast.newPeople).toBeGreaterThan(50)
  expect(job.result).toMatchObject({ accepted: batch.forecast.newPeople })
})

/** The server answers, and never held more than the bound. */
async function stillWell(): Promise<void> {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(memoryOf(server.pid).peak - atRest).toBeLessThan(MEMORY_BOUND)
}

async function batchOf(name: string, bytes: Uint8Array): Promise<BatchView> {
  const fileId = await clerk.upload(name, new Uint8Array(bytes))
  const { id, jobId } = await clerk.call<{ id: string; jobId: string }>('intake/startBatch', {
    actionId: crypto.randomUUID(),
    fileId,
    sender: '三星镇',
  })
  await clerk.waitFor(jobId)
  return clerk.call<BatchView>('intake/getBatch', { id })
}

const HEADS = ['姓名', '身份证号', '性别', '联系电话']
const columns = HEADS.map((title) => ({ title, width: 12 }))

async function encryptedBook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [{ name: '花名册', rows: [HEADS, ['张三', '320684195001010013', '男', '13000000000']] }],
    encryption: { password: '123456' },
  })
}

async function truncatedBook(): Promise<Uint8Array> {
  await writeRegister(join(folder, 'whole.xlsx'), { seed: 778, rows: 300 })
  const whole = await bytesOf('whole.xlsx')
  return whole.subarray(0, Math.floor(whole.length * 0.6))
}

async function renamedDocument(): Promise<Uint8Array> {
  return zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
  ])
}

async function bomb(declared: number): Promise<Uint8Array> {
  return zipOf(bookEntries({ sheet: { packed: packedZeros(128), declared } }))
}

async function wideBook(): Promise<Uint8Array> {
  const titles = Array.from({ length: 500 }, (_, at) => ({ title: `列${at + 1}`, width: 8 }))
  await writeBook(join(folder, 'wide.xlsx'), { sheets: [{ name: '宽表', columns: titles, rows: [] }] })
  return bytesOf('wide.xlsx')
}

async function longBook(): Promise<Uint8Array> {
  await writeRows('long.xlsx', 300_001)
  return bytesOf('long.xlsx')
}

/** A book of so many rows, the header among them. */
async function writeRows(name: string, rows: number): Promise<void> {
  const data = function* (): Generator<Cell[]> {
    for (let at = 1; at < rows; at += 1) yield [`张${at}`, '', '男', '']
  }
  await writeBook(join(folder, name), { sheets: [{ name: '总表', columns, rows: data() }] })
}

async function bookWithErrors(): Promise<Uint8Array> {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const error = (value: string) => `<c t="e"><f>VLOOKUP(A1,Z:Z,1,0)</f><v>${value}</v></c>`
  const [first, second] = ['320684195001010013', '320684195203040017']
  const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`
  const rows = [
    row(...HEADS.map(text)),
    row(text('张建国'), text(withCheck(first)), text('男'), text('13000000001')),
    row(text('李卫东'), error('#N/A'), text('男'), text('13000000002')),
    row(error('#REF!'), text(withCheck(second)), text('男'), text('13000000003')),
  ]
  return zipOf(bookEntries({ rows: rows.join('') }))
}

/** The number with the check digit it must have. */
function withCheck(id: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return id.slice(0, 17) + '10X98765432'[sum % 11]
}

async function bytesOf(name: string): Promise<Uint8Array> {
  return readFile(join(folder, name))
}
