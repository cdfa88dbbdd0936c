import { monthSpan, yearAndMonthOf } from '@dongzhou/terms/month'
import { rateKinds } from '@dongzhou/terms/rate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../running/chromium.ts'
import { verb } from './desk.ts'
import { fenIn, monthsThrough, type Rates, sumOver, yuan } from './payments-rates.ts'
import { openScene, type Scene, shoot, textOf } from './payments-scene.ts'

const executable = findChromium()
let scene: Scene

beforeAll(async () => {
  if (executable !== undefined) scene = await openScene(executable)
}, 180_000)

afterAll(async () => {
  await scene?.close()
})

/** The document that comes a year late: 因战七级 of last year, raised by two in a hundred. */
const LATE = { kind: 'disability-pension', key: 'war-7', name: '因战七级', document: '海退役军人〔补〕1号' } as const
let lateYearly = 0
let late: Rates

describe.skipIf(executable === undefined)('a rate announced in January, valid from the January before', () => {
  let page: Page

  test('a figure ten times that of the year before is refused with its sentence', async () => {
    page = await scene.page('approver')
    await openPaper(page)
    const before = scene.rates.value(LATE.kind, LATE.key, scene.first)

    await page.getByLabel(LATE.name, { exact: true }).fill(String(before / 10))
    await page.getByText('是上一期的10倍以上，请核对是否多写了零或弄错了单位。').waitFor()

    await page.getByRole('button', { name: verb('看影响') }).click()
    expect(await page.getByText('到本月应补发').count()).toBe(0)
  })

  test('its effect is shown before anybody confirms: whom it touches, and by how much to the fen', async () => {
    const before = scene.rates.value(LATE.kind, LATE.key, scene.first)
    lateYearly = before + Math.round(before / 5000) * 100
    late = scene.rates.and({
      ...{ kind: LATE.kind, key: LATE.key, value: lateYearly },
      ...{ validFrom: monthSpan(scene.first).from, validTo: null },
    })

    await page.getByLabel(LATE.name, { exact: true }).fill(String(lateYearly / 100))
    await page.getByText('核对通过，没有发现问题。').waitFor()
    await page.getByRole('button', { name: verb('看影响') }).click()
    const row = page.getByRole('row', { name: new RegExp(scene.people.late.name) })
    await row.waitFor()

    const months = monthsThrough(scene.first, scene.now).filter((at) => lateBy(at) !== 0)
    const arrears = sumOver(months, lateBy)
    const cells = await textOf(row)
    expect(arrears).toBeGreaterThan(0)
    expect(cells).toContain(`${months.length} 个月 ${yuan(arrears)}`)
    expect(cells).toContain(yuan(scene.rates.pension(LATE.key, scene.now)))
    expect(cells).toContain(yuan(late.pension(LATE.key, scene.now)))
    await shoot(page, 'rate-effect')
    const figures = await textOf(page.locator('dl').filter({ hasText: '到本月应补发' }))
    const rows = await page.getByRole('main').getByRole('row').filter({ hasText: '个月' }).allInnerTexts()
    const sums = rows.map((text) => fenIn(/个月\s+([\d,.]+) 元/.exec(text)?.[1] ?? ''))
    expect(figures).toContain(`${rows.length} 人`)
    expect(figures).toContain(yuan(sums.reduce((sum, one) => sum + one, 0)))
  })

  test('whoever entered it may not confirm it, and is told so', async () => {
    await page.getByRole('button', { name: '提交复核（1 条）' }).click()
    await page.getByText('已提交 1 条，等待另一人复核。').waitFor()

    await page.goto(`${scene.server.url}/benefits/rates/waiting`)
    await page.getByText('您录入的，须由另一人复核。').waitFor()

    expect(await page.getByRole('button', { name: /复核通过/ }).count()).toBe(0)
    await shoot(page, 'rate-own')
    const { items } = await scene.room.callers.approver.call<{ items: readonly { id: number; version: number }[] }>(
      'benefits/listRates',
      { state: 'proposed', page: 1, size: 10 },
    )
    const rates = items.map(({ id, version }) => ({ id, version }))
    const answer = await scene.room.callers.approver.ask('benefits/confirmRates', {
      actionId: crypto.randomUUID(),
      rates,
    })
    expect(answer).toMatchObject({ status: 403, code: 'benefits.own-proposal' })
  })

  test('a clerk without the authority is told who may, and somebody else confirms it', async () => {
    const clerk = await scene.page('maker')
    await clerk.goto(`${scene.server.url}/benefits/rates/waiting`)
    await clerk.getByText('须由有复核权限的同事（如科室负责人）复核。').waitFor()

    const other = await scene.page('secondApprover')
    await other.goto(`${scene.server.url}/benefits/rates/waiting`)
    await other.getByRole('button', { name: '复核通过 1 条' }).click()
    const dialog = other.getByRole('dialog')
    await dialog.getByText('到本月应补发').waitFor()
    await shoot(other, 'rate-confirm')
    await dialog.getByRole('button', { name: '复核通过 1 条' }).click()
    await other.getByText('已复核 1 条，开始用于计算。').waitFor()
    await other.getByText('没有等待复核的标准').waitFor()
  })

  test('the false page of 2025 is refused cell by cell when its table is read', async () => {
    await page.goto(`${scene.server.url}/benefits/rates/import`)
    await page.locator('input[type=file]').setInputFiles({
      name: '残疾抚恤金标准.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(falsePage()),
    })
    await page
      .getByText(/低于上一期。这项标准历来只升不降/)
      .first()
      .waitFor()

    const text = await textOf(page.getByRole('main'))
    expect(text).toContain('因战一级：72,850元/年')
    expect(text).toContain('因病致残只评定一级至六级')
    expect(text).toContain('有须改正的格，请在表格里改好后重新选择文件。')
    await shoot(page, 'rate-false-page')
    expect(await page.getByRole('button', { name: verb('看影响') }).isDisabled()).toBe(true)
  })
})

/** What the late document adds to a month. */
function lateBy(at: Parameters<Rates['pension']>[1]): number {
  return late.pension(LATE.key, at) - scene.rates.pension(LATE.key, at)
}

/** Opens the form and fills in the paper. */
async function openPaper(page: Page): Promise<void> {
  const { year } = yearAndMonthOf(scene.now)
  await page.goto(`${scene.server.url}/benefits/rates/new?kind=${LATE.kind}`)
  await page.getByLabel('文号').fill(LATE.document)
  await page.getByLabel('发文日期').fill(`${year}年1月1日`)
  await page.keyboard.press('Enter')
  await page.getByLabel('生效日期').fill(`${year - 1}年1月1日`)
  await page.keyboard.press('Enter')
  await page.getByLabel('来源').fill('区财政局来文')
}

/** 传抄的假标准: the figures of 2017 called those of a later year, and grades of 因病 that do not exist. */
function falsePage(): string {
  const kind = rateKinds['disability-pension'].name
  const { year } = yearAndMonthOf(scene.now)
  const figures = [
    ...['因战一级,国家,72850', '因战二级,国家,65930', '因战三级,国家,57850'],
    ...['因病一级,国家,78000', '因病七级,国家,25000'],
  ]
  const paper = `元/年,${year - 1}-08-01,${year - 1}-07-20,退役军人部发〔${year - 1}〕42号,网页`
  const rows = figures.map((figure) => `${kind},${figure},${paper}`)
  return ['种类,档次,制定层级,数值,计量,生效日期,发文日期,文号,来源', ...rows, ''].join('\n')
}
