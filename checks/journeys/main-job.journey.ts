import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchView, StagedRow } from '@dongzhou/contract/intake'
import type { Board, IndicatorReading, IndicatorRowLine } from '@dongzhou/contract/plan'
import type { JobLine } from '@dongzhou/contract/platform'
import type { PersonLine } from '@dongzhou/contract/registry'
import type { Paged } from '@dongzhou/contract/shapes'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBook, type SheetRow } from '../../server/src/platform/sheet/index.ts'
import { findChromium, openBrowser } from '../running/chromium.ts'
import { demoFilled } from '../running/demo-filled.ts'
import { type Caller, type RunningServer, startServer } from '../running/server-process.ts'
import { buildDesk, downloadBy, SAMPLES, samplesOf, signInAtDesk, verb } from './desk.ts'
import { partOfZip } from './zip-part.ts'

const executable = findChromium()
const PEOPLE = 1000
const TOWN = '320614416000'

let folder: string
let server: RunningServer
let browser: Browser
let clerk: Caller
let samples: readonly string[]

beforeAll(async () => {
  if (executable === undefined) return
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-main-job-'))
  await buildDesk()
  server = await startServer({
    folder,
    environment: { DONGZHOU_DEMO_PEOPLE: String(PEOPLE), DONGZHOU_SAMPLES: join(folder, 'samples') },
  })
  clerk = await server.signIn('clerk')
  await demoFilled(clerk, PEOPLE)
  samples = await samplesOf(server, SAMPLES)
  browser = await openBrowser(executable)
}, 180_000)

afterAll(async () => {
  if (executable === undefined) return
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe.skipIf(executable === undefined)(
  'the main job: messy ledgers in, a report out whose every figure opens its records',
  () => {
    let page: Page

    test('a clerk signs in', async () => {
      page = await signInAtDesk({ browser, server, userName: 'clerk' })

      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '台账导入' }).waitFor()
    })

    test('the first ledger is uploaded, recognised and complained of; its marked workbook goes back', async () => {
      const batch = await upload(page, samples[0] ?? '', '三星镇退役军人服务站')
      expect(batch.state).toBe('staged')
      expect(batch.forecast.held).toBeGreaterThan(0)

      await page.getByRole('button', { name: '去核对问题' }).click()
      await page.getByRole('grid').waitFor()
      await page.getByRole('button', { name: '退回问题表' }).click()
      const marked = await downloadBy(page, page.getByRole('button', { name: '保存退回问题表' }))

      const rows = await rowsOf(marked)
      const header = rows.find(({ cells }) => cells.includes('问题说明'))
      const reasons = header?.cells.indexOf('问题说明') ?? -1
      const held = await rowsThat(batch, 'held')
      expect(reasons).toBeGreaterThan(5)
      expect(held.length).toBe(batch.forecast.held)
      for (const { row, complaints } of held) {
        const reason = String(rows.find(({ number }) => number === row)?.cells[reasons] ?? '')
        for (const { say } of complaints) expect(reason).toContain(withoutPlace(say))
      }
    })

    test('one cell is mended in its place, and the row is no longer held', async () => {
      const id = batchIdOf(page)
      const before = await batchOf(id)
      const { row, column, right } = await wrongCheckDigit(before)

      const cell = page.locator(`[data-row="${row}"][data-column="${column}"]`)
      await cell.scrollIntoViewIfNeeded()
      await cell.dblclick()
      const editor = page.getByRole('grid').getByRole('textbox')
      await editor.or(page.getByRole('grid').getByRole('combobox')).first().fill(right)
      await page.keyboard.press('Enter')

      await expect
        .poll(async () => (await batchOf(id)).forecast.held, { timeout: 10_000 })
        .toBe(before.forecast.held - 1)
    })

    test('the good rows are accepted, and come out as the last step had said', async () => {
      await acceptAtDesk(page)
    })

    test.each([1, 2, 3])('sample %i goes the same way', async (at) => {
      const batch = await upload(page, samples[at] ?? '', '区退役军人事务局')
      expect(batch.state).toBe('staged')
      await page.getByRole('button', { name: '去核对问题' }).click()
      await acceptAtDesk(page)
    })

    test('the plan has moved: 红在东洲 stands at 3 of 12', async () => {
      await page.goto(`${server.url}/plan?year=2025`)
      const row = page.getByRole('row', { name: /红在东洲.*已开展场次/ })
      await row.waitFor()

      expect(await textOf(row)).toMatch(/(?<!\d)3\D+12\s*场/)
      const board = await clerk.call<Board>('plan/getBoard', { year: 2025 })
      const line = board.lines.find(({ indicator }) => indicator.code === 'red-lectures-held')
      expect(line).toMatchObject({ done: 3, target: { value: 12 } })
    })

    test('a figure of the plan opens its records, and they make the figure', async () => {
      await page.getByRole('link', { name: /红在东洲.*已开展场次/ }).click()
      await page.getByRole('heading', { level: 1, name: /已开展场次/ }).waitFor()
      await page.getByText('共 3 条记录').waitFor()

      expect(await page.getByRole('main').getByRole('row').filter({ hasText: /2025/ }).count()).toBe(3)
    })

    test('the half-year report is drafted, and says what the ledgers say', async () => {
      await page.goto(`${server.url}/reports`)
      await page.getByRole('button', { name: '起草报告' }).first().click()
      await fillStart(page)

      await expect.poll(async () => paperOf(page), { timeout: 20_000 }).toContain('计划开展12场，目前已开展3场')
      const text = await paperOf(page)
      expect(text).toContain('全区53个机关事业单位与87位困难优抚对象结对帮扶')
      expect(text).toContain('超5000人次')
    })

    test.each([
      { sentence: '计划开展12场', text: '3', rows: 3, sum: 3 },
      { sentence: '结对帮扶', text: '53', rows: 53, sum: 53 },
      { sentence: '结对帮扶', text: '87', rows: 87, sum: 87 },
      { sentence: '覆盖人群超', text: '超5000', rows: undefined, sum: undefined },
    ])('a click on $text shows the rows it counts, and they come to it', async ({ sentence, text, rows, sum }) => {
      const behind = await rowsBehind(page, { sentence, text })

      expect(behind.says).toContain('与文中的数一致')
      if (rows !== undefined) expect(behind).toMatchObject({ rows, sum })
      else expect(behind.sum).toBeGreaterThan(5000)
    })

    test('the report is taken away as a Word file with the same sentences', async () => {
      await page.getByRole('button', { name: '导出文档' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio').first().check()
      await dialog.getByRole('button', { name: verb('导出') }).click()
      const bytes = await downloadBy(
        page,
        page.getByRole('button', { name: '下载文档' }).or(page.getByRole('link', { name: '下载文档' })),
      )

      const text = partOfZip(bytes, 'word/document.xml').replace(/<[^>]+>/g, '')
      expect(text).toContain('计划开展12场，目前已开展3场')
      expect(text).toContain('全区53个机关事业单位与87位困难优抚对象结对帮扶')
      expect(text).toContain('超5000人次')
    })
  },
)

describe.skipIf(executable === undefined)('a worker of one town sees that town and nothing else', () => {
  let page: Page
  let worker: Caller
  let outsider: PersonLine
  let people: readonly PersonLine[]

  beforeAll(async () => {
    page = await signInAtDesk({ browser, server, userName: 'town' })
    worker = await server.signIn('town')
    people = await everybodyOf(clerk, { division: TOWN })
    outsider = await somebodyElsewhere()
  })

  test('the list holds the people of the town', async () => {
    await page.goto(`${server.url}/registry/people?standing=all`)
    await page.getByText(`${people.length} 人`).first().waitFor()

    const mine = await everybodyOf(worker, {})
    expect(mine.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort())
    expect(mine.every(({ division }) => isOfTown(division.code))).toBe(true)
    expect(await everybodyOf(worker, { division: outsider.division.code })).toEqual([])
  })

  test.each([
    ['name', () => outsider.name],
    ['tail of the ID number', () => tailOf(outsider)],
  ] as const)('a search by the %s of somebody of another town finds nobody', async (_what, text) => {
    const found = await clerk.call<Paged<PersonLine>>('registry/listPeople', {
      page: 1,
      size: 50,
      text: text(),
      standing: 'all',
    })
    expect(found.items.map(({ id }) => id)).toContain(outsider.id)

    await page.getByRole('combobox', { name: /^查找人员/ }).fill(text())
    await page.getByText('没有找到').waitFor()

    const hits = await worker.call<Paged<PersonLine>>('registry/listPeople', {
      page: 1,
      size: 50,
      text: text(),
      standing: 'all',
    })
    expect(hits.items).toEqual([])
  })

  test('an export holds the people of the town', async () => {
    await page.goto(`${server.url}/registry/people?standing=all`)
    await page.getByRole('button', { name: verb('导出') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().check()
    await dialog.getByRole('button', { name: verb('导出') }).click()
    await page.getByText('已开始导出').waitFor()
    const { items } = await worker.call<Paged<JobLine>>('jobs/listMine', { page: 1, size: 1 })
    const job = await worker.waitFor(items[0]?.id ?? '')
    const { fileId } = job.result as { readonly fileId: string }

    const rows = await rowsOf(await worker.download(fileId))
    const names = namesIn(rows)
    expect(names.slice().sort()).toEqual(people.map(({ name }) => name).sort())
  })

  test('a figure of the plan counts the rows of the town', async () => {
    const span = { code: 'pairing-people', from: '2025-01-01', to: '2025-12-31' }
    const reading = await worker.call<IndicatorReading>('plan/getIndicator', span)
    const { items, total } = await worker.call<Paged<IndicatorRowLine>>('plan/listIndicatorRows', {
      ...span,
      page: 1,
      size: 200,
    })
    const all = await clerk.call<IndicatorReading>('plan/getIndicator', span)

    await page.goto(`${server.url}/plan/indicators/pairing-people?dayFrom=2025-01-01&dayTo=2025-12-31`)
    await page.getByText(`共 ${total} 条记录`).waitFor()
    expect(all.value).toBe(87)
    expect(reading.value).toBeLessThan(87)
    expect(reading.value).toBe(items.length)
    expect(items.every(({ division }) => isOfTown(division.code))).toBe(true)
  })

  test('a person, an event, a pairing and a batch of elsewhere are refused by number, and nothing changes', async () => {
    const event = await elsewhere('activities/listEvents')
    const pairing = await elsewhere('visits/listPairings')
    const { items: batches } = await clerk.call<Paged<{ id: string }>>('intake/listBatches', { page: 1, size: 1 })
    const before = await clerk.call<{ version: number }>('registry/getPerson', { id: outsider.id })
    const actionId = () => crypto.randomUUID()
    const fact = { kind: 'phone', value: { phone: '13000000000' } }
    const asked: readonly [string, object][] = [
      ['registry/getPerson', { id: outsider.id }],
      ['registry/openSealed', { actionId: actionId(), personId: outsider.id, factId: 1, purpose: '核对信息' }],
      [
        'registry/recordFact',
        { actionId: actionId(), personId: outsider.id, version: before.version, fact, note: '来电说明' },
      ],
      ['activities/getEvent', { id: event }],
      ['activities/cancelEvent', { actionId: actionId(), id: event, version: 1, because: '不办了' }],
      ['visits/getPairing', { id: pairing }],
      [
        'visits/endPairing',
        { actionId: actionId(), id: pairing, version: 1, endedOn: '2025-06-30', because: '不结了' },
      ],
      ['intake/getBatch', { id: batches[0]?.id }],
      ['intake/listRows', { id: batches[0]?.id, sheet: 0, page: 1, size: 10 }],
      ['reports/getReport', { id: 1 }],
      ['access/listAccounts', { page: 1, size: 10 }],
      ['trail/list', { page: 1, size: 10 }],
    ]

    for (const [route, input] of asked) {
      const { status, code, say } = await worker.ask(route, input)
      console.log(`${route}：${status} ${code} ${say}`)
      expect([403, 404], `${route} ${code}`).toContain(status)
    }
    expect(await clerk.call('registry/getPerson', { id: outsider.id })).toMatchObject({ version: before.version })
  })
})

/** Uploads a file in the wizard and waits until it is read. */
async function upload(page: Page, path: string, sender: string): Promise<BatchView> {
  await page.goto(`${server.url}/intake/new`)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByLabel('报送单位').fill(sender)
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByRole('button', { name: '上传并读取' }).click()
  await page.waitForURL(/\/intake\/batches\//)
  await page.getByRole('button', { name: '去核对问题' }).waitFor({ timeout: 60_000 })
  return batchOf(batchIdOf(page))
}

/** From the complaints to the result: what is written is what the last step said it would be. */
async function acceptAtDesk(page: Page): Promise<void> {
  const id = batchIdOf(page)
  await page.getByRole('button', { name: '去确认接收' }).click()
  await page.getByRole('heading', { name: '确认后将会' }).waitFor()
  const { forecast } = await batchOf(id)
  await page.getByRole('button', { name: /^接收 / }).click()
  await page.getByRole('button', { name: '撤回这批台账' }).waitFor({ timeout: 60_000 })

  const { state, outcomes, complaints } = await batchOf(id)
  expect(state).toBe('accepted')
  const said = forecast.newPeople + forecast.newRecords
  expect(outcomes).toMatchObject({ new: said, refused: 0, withdrawn: 0, kept: 0 })
  // People are forecast, rows come out: whoever stands twice on the sheet is one person in two rows.
  const twice = complaints
    .filter(({ code }) => code === 'duplicate-in-sheet')
    .reduce((sum, { count }) => sum + count, 0)
  const people = said + forecast.changedPeople + forecast.unchangedPeople
  const rows = outcomes.new + outcomes.changed + outcomes.unchanged
  expect(rows).toBeGreaterThanOrEqual(people)
  expect(rows).toBeLessThanOrEqual(people + twice)
}

function batchIdOf(page: Page): string {
  return /batches\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

function batchOf(id: string): Promise<BatchView> {
  return clerk.call<BatchView>('intake/getBatch', { id })
}

async function rowsThat(batch: BatchView, show: 'held' | 'warned'): Promise<readonly StagedRow[]> {
  const ask = { id: batch.id, sheet: ledgerSheet(batch), show, page: 1, size: 200 }
  return (await clerk.call<Paged<StagedRow>>('intake/listRows', ask)).items
}

function ledgerSheet(batch: BatchView): number {
  return batch.sheets.find(({ ledger }) => ledger !== null)?.sheet ?? 0
}

/** A row held for nothing but a wrong check digit; the sentence says which it should be. */
async function wrongCheckDigit(batch: BatchView): Promise<{ row: number; column: number; right: string }> {
  for (const { row, cells, complaints } of await rowsThat(batch, 'held')) {
    const [only, ...more] = complaints
    const digit = /校验位应为 ([0-9X])/.exec(only?.say ?? '')?.[1]
    if (!only || digit === undefined || more.length > 0) continue
    return { row, column: only.column, right: (cells[only.column] ?? '').slice(0, -1) + digit }
  }
  throw new Error('the sample has no row with nothing but a wrong check digit')
}

/** What a complaint says, without naming its cell: it stands beside it. */
function withoutPlace(say: string): string {
  return say.replace(/^第 \d+ 行“[^”]*”：/, '')
}

async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<readonly SheetRow[]> {
  const path = join(folder, `${crypto.randomUUID()}.xlsx`)
  await writeFile(path, bytes)
  const rows: SheetRow[] = []
  for await (const row of (await openBook(path, 'book.xlsx')).rows(sheet)) rows.push(row)
  return rows
}

async function fillStart(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('年度').click()
  await page.getByTitle('2025年', { exact: true }).click()
  await dialog.getByText('上半年', { exact: true }).click()
  expect(await dialog.getByLabel('截止日期').inputValue()).toMatch(/2025.*0?6.*30/)
  await dialog.getByRole('button', { name: verb('起草') }).click()
  await page.waitForURL(/\/reports\/\d+/)
}

/** What one reads there, without what is only for screen readers to skip. */
async function textOf(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join(' ')
}

/** The text of the paper as one reads it: where a line breaks means nothing. */
async function paperOf(page: Page): Promise<string> {
  return (await textOf(page.getByRole('article'))).replace(/\s+/g, '')
}

interface FigureAsk {
  readonly sentence: string
  readonly text: string
}

/** Clicks a figure in its sentence: how many rows the inspector lists, and what they come to. */
async function rowsBehind(
  page: Page,
  { sentence, text }: FigureAsk,
): Promise<{ rows: number; sum: number; says: string }> {
  const paragraph = page.getByRole('article').locator('p, div').filter({ hasText: sentence }).last()
  await paragraph
    .getByRole('button', { name: new RegExp(`^${text}\\D*$`) })
    .first()
    .click()
  const inspector = page.getByRole('complementary', { name: '数字出处' })
  const said = inspector.getByText(/列出 [\d,]+ 条记录/)
  await said.waitFor()
  const says = await textOf(said)
  const listed = Number(/列出 ([\d,]+) 条/.exec(says)?.[1]?.replaceAll(',', ''))
  let rows = 0
  let sum = 0
  for (;;) {
    const items = await inspector.getByRole('listitem').filter({ hasText: '·' }).allInnerTexts()
    rows += items.length
    sum += items.reduce((total, item) => total + amountIn(item), 0)
    if (rows >= listed || items.length === 0) return { rows, sum, says }
    await inspector.getByTitle('下一页').click()
    const first = inspector.getByRole('listitem').filter({ hasText: '·' }).first()
    await expect.poll(async () => ['', items[0]].includes(await textOf(first)), { timeout: 10_000 }).toBe(false)
  }
}

/** `2025年5月4日 · 三星镇 · 620 人次` counts 620; a row that counts as one does not say so. */
function amountIn(row: string): number {
  const amount = / · ([\d,]+)\s*\D*$/.exec(row.trim())?.[1]
  return amount === undefined ? 1 : Number(amount.replaceAll(',', ''))
}

function isOfTown(division: string): boolean {
  return division.startsWith(TOWN.slice(0, 9))
}

async function everybodyOf(caller: Caller, filter: object): Promise<readonly PersonLine[]> {
  const people: PersonLine[] = []
  for (let at = 1; ; at += 1) {
    const ask = { ...filter, standing: 'all', page: at, size: 200 }
    const { items } = await caller.call<Paged<PersonLine>>('registry/listPeople', ask)
    people.push(...items)
    if (items.length < 200) return people
  }
}

/** Somebody of another town whose name and ID tail nobody in the worker's town has. */
async function somebodyElsewhere(): Promise<PersonLine> {
  const { items } = await clerk.call<Paged<PersonLine>>('registry/listPeople', { page: 1, size: 200, standing: 'all' })
  const mine = await everybodyOf(clerk, { division: TOWN })
  const found = items.find(
    (one) =>
      !isOfTown(one.division.code) &&
      tailOf(one).length >= 4 &&
      !mine.some((other) => other.name.includes(one.name) || tailOf(other) === tailOf(one)),
  )
  if (!found) throw new Error('nobody lives elsewhere')
  return found
}

function tailOf({ idNumberMasked }: PersonLine): string {
  return /[0-9X]+$/.exec(idNumberMasked)?.[0] ?? ''
}

async function elsewhere(route: string): Promise<number> {
  const ask = { page: 1, size: 200 }
  const { items } = await clerk.call<Paged<{ id: number; division: { code: string } }>>(route, ask)
  const found = items.find(({ division }) => !isOfTown(division.code))
  if (!found) throw new Error(`${route} lists nothing of another town`)
  return found.id
}

/** The names in an exported list: what stands under 姓名. */
function namesIn(rows: readonly SheetRow[]): readonly string[] {
  const head = rows.findIndex(({ cells }) => cells.includes('姓名'))
  const column = rows[head]?.cells.indexOf('姓名') ?? -1
  return rows.slice(head + 1).flatMap(({ cells }) => (cells[column] ? [String(cells[column])] : []))
}
