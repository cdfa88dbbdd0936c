import { createHash } from 'node:crypto'
import type { FindingView, RunView, TransferView } from '@dongzhou/contract/payments-views'
import type { Paged } from '@dongzhou/contract/shapes'
import { benefits } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import { addMonths, type Month, monthCode, monthSpan, monthText, yearAndMonthOf } from '@dongzhou/terms/month'
import { rateKinds } from '@dongzhou/terms/rate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium } from '../running/chromium.ts'
import type { Answer } from '../running/server-process.ts'
import { downloadBy, verb } from './desk.ts'
import { edited, returnOf, rowsOfBankFile } from './payments-bank.ts'
import type { Hand } from './payments-office.ts'
import { aTwinOf, cardOf, correct, died, fileOf, learn, merge, middleOf, type Payee } from './payments-people.ts'
import { fenIn, monthsThrough, type Rates, sumOver, yuan } from './payments-rates.ts'
import { birthdays, openScene, PAID_BEFORE, type Scene, shoot, textOf, YEARS_SERVED } from './payments-scene.ts'

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

describe.skipIf(executable === undefined)(
  'what is learnt before the month is paid, some of it by those who cheat',
  () => {
    test('a death list names somebody who still draws, and half an ID number waits for a clerk with a sentence', async () => {
      const page = await scene.page('maker')
      const { named } = scene.people
      await page.goto(`${scene.server.url}/payments/deaths`)
      await page.getByRole('button', { name: '导入名单' }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog
        .locator('input[type=file]')
        .setInputFiles(
          csvFile('死亡名单.csv', [
            '姓名,身份证号,死亡日期',
            `${named.name},${named.idNumber},${monthSpan(scene.now).from}`,
            `某人,99999919,${monthSpan(scene.now).from}`,
          ]),
        )
      await dialog.getByLabel('提供单位').fill('海门区公安局')
      await dialog.getByRole('button', { name: '导入名单' }).click()
      await page.getByText('名单已导入。').waitFor()

      const half = page.getByRole('row', { name: /某人/ })
      await half.waitFor()
      expect(await textOf(page.getByRole('row', { name: new RegExp(named.name) }))).toContain('在册人员')
      expect(await textOf(half)).toContain('待核实')
      await half.getByText('某人').click()
      await page.getByText('身份证号只有 8 位，不完整，不能确定是谁。请向提供单位核实，或由经办人认定。').waitFor()
      await shoot(page, 'death-list')
    })

    test('a death of four months ago is reported, a grade is raised backwards, a birth date put right, a double file merged', async () => {
      const { maker } = scene.room.callers
      const { dead, raised, born, double, copy } = scene.people
      await learn(maker, dead, died(middleOf(addMonths(scene.now, -4))))
      await learn(maker, raised, {
        kind: 'disability',
        value: { grade: 6, nature: 'duty', approved: day('2021-05-10') },
        validFrom: monthSpan(addMonths(scene.now, -3)).from,
      })
      await correct(maker, born, { kind: 'birth', value: { day: day(birthdays(scene.now).right), precision: 'day' } })
      await merge(maker, double, copy)

      expect((await fileOf(maker, copy.id)).mergedInto).toBe(double.id)
    })

    test('a chief turns an account aside, and somebody opens a second file under one ID number', async () => {
      const { maker, secondApprover } = scene.room.callers
      const { moved } = scene.people
      const account = { bank: '海门农商银行', account: cardOf(909), holder: moved.name }
      await correct(secondApprover, moved, { kind: 'bank-account', value: account })
      twin = await aTwinOf(maker, scene.people.true, '石双全', 12)

      expect(twin.id).not.toBe(scene.people.true.id)
    })
  },
)

let twin: Payee
let run: RunView

describe.skipIf(executable === undefined)('the list of the month, from the draft to the bank', () => {
  let page: Page

  test('the maker orders it, with a benefit that was paid elsewhere until now, and it is computed before the eyes', async () => {
    page = await scene.page('maker')
    await page.goto(`${scene.server.url}/payments/runs`)
    await page.getByRole('button', { name: '编制批次' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(benefits[NEW_BENEFIT]).check()
    for (const benefit of PAID_BEFORE) expect(await dialog.getByLabel(benefits[benefit]).isChecked()).toBe(true)
    await Promise.all([
      page.getByText('正在计算名单').first().waitFor(),
      dialog.getByRole('button', { name: '编制并计算' }).click(),
    ])
    await page.waitForURL(/payments\/runs\/\d+/)
    await page.getByText('核查结果').waitFor()
    run = await scene.room.run(Number(/runs\/(\d+)/.exec(page.url())?.[1]))

    await page.getByRole('button', { name: '后台任务' }).click()
    const jobs = () => textOf(page.getByRole('tooltip'))
    await expect.poll(jobs, { timeout: 15_000 }).toContain(`发放名单 已完成 · ${run.people} / ${run.people}`)
    await page.keyboard.press('Escape')
  })

  test('what it comes to is the sum of its parts, and what is held is named', async () => {
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=list`)
    await page.getByText('当月应发').waitFor()
    const text = await textOf(page.getByRole('main'))

    const { regular, arrears, recovery, list, held } = run.totals
    expect(text).toContain(`当月应发 ${yuan(regular)}`)
    expect(text).toContain(`补发以前月份 ${yuan(arrears)}`)
    expect(text).toContain(`追回以前月份 ${yuan(recovery)}`)
    expect(text).toContain(`应付名单 ${yuan(list)}`)
    expect(text).toContain(`其中暂缓 ${yuan(held)}`)
    await shoot(page, 'run-list')
  })

  test('the dead payee and both twins are held, the changed account is pointed out, each with its sentence', async () => {
    const { named, moved } = scene.people
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=checks`)

    expect(await rowText(page, named.name)).toContain('死亡比对')
    await shoot(page, 'run-checks')
    for (const one of [scene.people.true, twin]) expect(await rowText(page, one.name)).toContain('重复身份')
    expect(await rowText(page, moved.name)).toMatch(/账户近期变更.*变更过银行账户/)
    const states = await statesOf([named, scene.people.true, twin, moved])
    expect(states).toEqual(['held', 'held', 'held', 'planned'])
  })

  test('neither twin may be let pass by anybody', async () => {
    const { checker } = scene.room.callers
    const { items } = await checker.call<Paged<FindingView>>('payments/listRunFindings', {
      ...{ runId: run.id, check: 'duplicate-identity', page: 1, size: 10 },
    })
    const order = {
      actionId: crypto.randomUUID(),
      runId: run.id,
      findingId: items[0]?.id,
      pay: true,
      because: '核实无误',
    }

    const answer = await checker.ask('payments/decideRunFinding', order)

    expect(answer).toMatchObject({ status: 422, code: 'payments.finding-cannot-be-paid' })
  })

  test('the late rate stands on the change sheet as arrears of last year, to the fen', async () => {
    const { late: one } = scene.people
    const arrears = sumOver(monthsThrough(scene.first, before(1)), lateBy)

    const change = await changeOf(page, one)

    expect(change.row).toContain(
      `${yuan(scene.rates.pension(LATE.key, before(1)))} ${yuan(late.pension(LATE.key, scene.now))}`,
    )
    expect(change.row).toContain(`本期补发 ${yuan(arrears)}`)
    await shoot(page, 'change-late')
    const touched = monthsThrough(scene.first, before(1)).filter((at) => lateBy(at) !== 0)
    expect(change.lines).toEqual([
      regularLine(scene.now, late.pension(LATE.key, scene.now)),
      ...settledLines(touched, '标准调整', lateBy),
    ])
    expect(await linesOf(page, one)).toEqual(change.lines)
    await shoot(page, 'lines-late')
  })

  test('the death learnt three months late stops the money and asks three months back', async () => {
    const { dead } = scene.people
    const months = monthsThrough(before(3), before(1))
    const back = (at: Month) => -late.pension('war-8', at)

    const change = await changeOf(page, dead)

    expect(change.row).toContain('停发')
    expect(change.row).toContain(`${yuan(late.pension('war-8', before(1)))} ${yuan(0)}`)
    expect(change.row).toContain('去世')
    expect(change.row).toContain(`本期追回 ${yuan(-sumOver(months, back))}`)
    expect(change.lines).toEqual(settledLines(months, '去世', back))
    await shoot(page, 'change-death')
    expect(await spansOf(page, dead)).toEqual(spans(scene.first, before(4), (at) => late.pension('war-8', at)))
  })

  test('the grade raised backwards pays the difference of three months, and the new grade from now on', async () => {
    const { raised } = scene.people
    const more = (at: Month) => late.pension('duty-6', at) - late.pension('duty-8', at)

    const change = await changeOf(page, raised)

    expect(change.row).toContain(
      `${yuan(late.pension('duty-8', before(1)))} ${yuan(late.pension('duty-6', scene.now))}`,
    )
    expect(change.row).toContain('残疾等级变化')
    expect(change.row).toContain(`本期补发 ${yuan(sumOver(monthsThrough(before(3), before(1)), more))}`)
    expect(change.lines).toEqual([
      regularLine(scene.now, late.pension('duty-6', scene.now)),
      ...settledLines(monthsThrough(before(3), before(1)), '信息变更（残疾等级）', more),
    ])
    expect(await spansOf(page, raised)).toEqual(
      spans(scene.first, horizon(), (at) => late.pension(at < before(3) ? 'duty-8' : 'duty-6', at)),
    )
  })

  test('the birth date put right pays the months from the true sixtieth birthday on', async () => {
    const { born } = scene.people
    const { sixty } = birthdays(scene.now)
    const missed = monthsThrough(sixty, before(3))
    const due = (at: Month) => scene.rates.ruralSubsidy(YEARS_SERVED, at)

    const change = await changeOf(page, born)

    expect(change.row).toContain(`本期补发 ${yuan(sumOver(missed, due))}`)
    expect(change.lines).toEqual([
      regularLine(scene.now, due(scene.now)),
      ...settledLines(missed, '信息变更（出生日期）', due),
    ])
    expect(await spansOf(page, born)).toEqual(spans(sixty, horizon(), due))
  })

  test('of the double file one draws on, and what the other drew is asked back month by month', async () => {
    const { double } = scene.people
    const due = (at: Month) => late.pension('duty-7', at)
    const months = monthsThrough(scene.first, before(1))
    const twice = sumOver(months, due)

    const change = await changeOf(page, double)

    expect(change.row).toContain(`${yuan(2 * due(before(1)))} ${yuan(due(scene.now))}`)
    expect(change.row).toContain(`本期追回 ${yuan(twice)}`)
    expect(change.lines).toEqual([
      regularLine(scene.now, due(scene.now)),
      ...settledLines(months, '重复人员合并', (at) => -due(at)),
    ])
    await shoot(page, 'change-merge')
    expect(await spansOf(page, double)).toEqual(spans(scene.first, horizon(), due))
  })
})

describe.skipIf(executable === undefined)('the signatures: each another, and none over what nobody explains', () => {
  test('the maker locks the list, and is refused as its checker', async () => {
    const page = await scene.page('maker')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=checks`)
    await page.getByRole('button', { name: verb('锁定名单') }).click()
    await page.getByText('名单已锁定，等待复核。').waitFor()

    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=sign`)
    await page.getByText('您已办理本批次的“编制”，“复核”须由其他人办理。').waitFor()
    expect(await page.getByRole('button', { name: verb('复核通过') }).isDisabled()).toBe(true)
    await shoot(page, 'maker-refused')
    const { version } = await scene.room.run(run.id)
    const order = { actionId: crypto.randomUUID(), id: run.id, version, note: '' }
    const answer = await scene.room.callers.maker.ask('payments/checkRun', order)
    expect(answer).toMatchObject({ status: 403, code: 'payments.same-person' })
  })

  test('somebody else checks it, and others approve', async () => {
    await sign('checker', '复核通过', '已复核。')
    for (const hand of ['approver', 'secondApprover'] as const) {
      if ((await scene.room.run(run.id)).state === 'checked') await sign(hand, '审批同意', '已审批。')
    }

    const { state, signatures } = await scene.room.run(run.id)
    expect(state).toBe('approved')
    const signed = signatures.filter(({ step }) => ['make', 'check', 'approve'].includes(step)).map(({ by }) => by)
    expect(new Set(signed).size).toBe(signed.length)
  })

  test('the release is refused as long as changes have no reason', async () => {
    const page = await scene.page('releaser')
    const { unexplained } = (await scene.room.run(run.id)).changes
    expect(unexplained).toBeGreaterThan(0)

    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=release`)
    await page.getByText(`还有 ${unexplained} 人的变动没有原因，请逐条核实并说明。`).waitFor()

    expect(await page.getByRole('button', { name: '确认发放', exact: true }).isDisabled()).toBe(true)
    await shoot(page, 'release-refused')
    const answer = await askRelease('releaser')
    expect(answer).toMatchObject({ status: 409, code: 'payments.unexplained-changes' })
  })

  test('the maker looks into each and says why', async () => {
    const page = await scene.page('maker')
    const { unexplained } = (await scene.room.run(run.id)).changes
    for (let left = unexplained; left > 0; left -= 1) {
      await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=changes&unexplained=yes`)
      const row = page.getByRole('row', { name: /没有原因/ }).first()
      await row.getByText('没有原因').click()
      const drawer = page.getByRole('dialog')
      await drawer.getByLabel('核实说明').fill('参试补助此前由原系统发放，本月起并入本批次，已核对原发放册')
      if (left === unexplained) await shoot(page, 'change-explain')
      await drawer.getByRole('button', { name: verb('说明原因') }).click()
      await page.getByText('已说明。').first().waitFor()
      await expect.poll(async () => (await scene.room.run(run.id)).changes.unexplained).toBe(left - 1)
    }
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=changes`)
    await page.getByText('所有变动都有原因。').waitFor()
  })

  test('the chief who changed an account may not release it, and is told so', async () => {
    const page = await scene.page('secondApprover')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=release`)
    await page.getByText('本批次中有您近期变更过银行账户的人员，按规定不能由您确认发放，请由其他人办理。').waitFor()

    await shoot(page, 'release-own-account')
    const answer = await askRelease('secondApprover')
    expect(answer).toMatchObject({ status: 403, code: 'payments.changed-the-account' })
    expect((await scene.room.run(run.id)).state).toBe('approved')
  })

  test('the leader releases it, and reads before what will happen', async () => {
    const page = await scene.page('releaser')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=release`)
    const { list, held } = run.totals
    await page.getByText(`共 ${yuan(list - held)}。发放后名单不能退回`).waitFor()
    expect(await textOf(page.getByRole('main'))).toContain(`共 ${yuan(held)}，不送银行`)
    await page.getByRole('button', { name: '确认发放', exact: true }).click()
    await page.getByText('已确认发放，可以导出银行文件。').waitFor()

    run = await scene.room.run(run.id)
    expect(run.state).toBe('released')
  })

  test('what was paid to the dead and to the double file stands in the ledger of debts, to the fen', async () => {
    const page = await scene.page('maker')
    const { dead, double } = scene.people
    const debts = [
      [dead, sumOver(monthsThrough(before(3), before(1)), (at) => late.pension('war-8', at))],
      [double, sumOver(monthsThrough(scene.first, before(1)), (at) => late.pension('duty-7', at))],
    ] as const

    for (const [{ name }, amount] of debts) {
      await page.goto(`${scene.server.url}/payments/recoveries?text=${encodeURIComponent(name)}`)
      expect(await rowText(page, name)).toContain(`待定方案 ${yuan(amount)} ${yuan(amount)}`)
    }
    await shoot(page, 'recoveries')
  })
})

let bankFile: Uint8Array

describe.skipIf(executable === undefined)('the file for the bank, and what comes back', () => {
  test('the file has the digest that is shown, the list the one that stands on the paper', async () => {
    const page = await scene.page('releaser')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=bank`)
    await page.getByRole('button', { name: '导出银行文件' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`共 ${yuan(run.totals.sent)} 的发放文件`).waitFor()
    await dialog.getByRole('radio', { name: '发放资金' }).check()
    await dialog.getByRole('button', { name: '导出银行文件' }).click()
    const row = page.getByRole('row', { name: /通用CSV/ })
    await row.waitFor()
    bankFile = await downloadBy(page, row.getByRole('link', { name: '下载' }))

    expect(await textOf(row)).toContain(sm3(bankFile))
    expect(rowsOfBankFile(bankFile).reduce((sum, one) => sum + fenIn(one.yuan), 0)).toBe(run.totals.sent)
    await shoot(page, 'bank')
    const digest = await page.getByTitle(/^[0-9a-f]{64}$/).getAttribute('title')
    await page.getByRole('link', { name: '打开并打印' }).click()
    await page
      .getByText(/名单摘要/)
      .first()
      .waitFor()
    await expect.poll(() => textOf(page.getByRole('main'))).toContain(digest)
    await shoot(page, 'roster')
    expect(digest).toBe(run.digest)
  })

  test('a bank file edited by hand is not what its digest says', () => {
    const turned = turnedAside(bankFile)

    expect(rowsOfBankFile(turned)).toHaveLength(rowsOfBankFile(bankFile).length)
    expect(sm3(turned)).not.toBe(sm3(bankFile))
  })

  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    [
      'with a wrong total',
      async () => wrongTotal(returnOf(bankFile)),
      /总金额与各笔之和不相等。请向银行重新索取文件。/,
    ],
    [
      'of another batch',
      async () => returnOf((await scene.room.bankFile(scene.lastRun.id)).bytes),
      /第 2 行等 \d+ 处 批次号为“[\d-]+”，不是本批次的“[\d-]+”。请向银行索取本批次的回盘文件。/,
    ],
    [
      'that breaks off in a line',
      async () => returnOf(bankFile).subarray(0, -10),
      /没有写完，文件可能没有传完。请重新下载。/,
    ],
    [
      'from which a line is missing',
      async () => edited(returnOf(bankFile), (line, at) => (at === 2 ? undefined : line)),
      /文件里有 \d+ 笔。请向银行重新索取文件。/,
    ],
    [
      'of a foreign layout',
      async () => new TextEncoder().encode('日期,流水号,金额\r\n20260101,1,100.00\r\n'),
      /这不是“通用CSV”的回盘文件，请核对所选格式。/,
    ],
    ['to a bank file edited by hand', async () => returnOf(turnedAside(bankFile)), /账号与送盘不一致。文件可能被改动/],
    ['in which an amount was edited', async () => amountEdited(returnOf(bankFile)), /金额与送盘不一致。文件可能被改动/],
  ])('a return file %s is refused with its sentence, and nothing has changed', async (_what, bytesOf, say) => {
    const page = await scene.page('maker')
    await importReturn(page, await bytesOf())

    const alert = page.getByRole('alert').filter({ hasText: '回盘未接收，没有任何款项入账' })
    await alert.waitFor()
    expect(await textOf(alert)).toMatch(say)
    const { state, totals, ledger } = await scene.room.run(run.id)
    expect({ state, totals, ledger }).toEqual({ state: run.state, totals: run.totals, ledger: run.ledger })
  })

  test('the true return is taken, its failures by reason', async () => {
    const page = await scene.page('maker')
    await shoot(page, 'return-refused')
    const { gone, misnamed } = scene.people
    const words = new Map([
      [gone.name, '账号不存在'],
      [misnamed.name, '户名不符'],
    ])
    await importReturn(
      page,
      returnOf(bankFile, ({ name }) => words.get(name)),
    )
    await page.getByText('回盘已接收').waitFor()

    const due = late.pension('war-10', scene.now)
    const paid = rowsOfBankFile(bankFile).length - 2
    const text = await textOf(page.getByRole('main'))
    expect(text).toContain(`已到账 ${paid} 人、${yuan(run.totals.sent - 2 * due)}；退汇 2 人、${yuan(2 * due)}。`)
    expect(await rowText(page, '账号不存在')).toContain(`1 人 ${yuan(due)}`)
    expect(await rowText(page, '户名或证件号不符')).toContain(`1 人 ${yuan(due)}`)
    await shoot(page, 'return-taken')
  })

  test('the run closes: what the list came to was paid, failed or is held, to the fen', async () => {
    const page = await scene.page('maker')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=close`)
    await page.getByText('清单 = 已付 + 失败 + 暂缓').waitFor()
    const text = await textOf(page.getByRole('main'))
    const [list = 0, paid = 0, failed = 0, held = 0] = ['应付名单', '= 已到账|已到账 =', '退汇待补', '暂缓待发'].map(
      (label) => fenIn(new RegExp(`(?:${label})[ =+]+([\\d,.]+) 元`).exec(text)?.[1] ?? ''),
    )
    expect(list).toBe(paid + failed + held)
    expect([list, failed, held]).toEqual([run.totals.list, 2 * late.pension('war-10', scene.now), run.totals.held])
    await page.getByRole('button', { name: verb('结清批次') }).click()
    await page.getByText('批次已结清。').waitFor()

    await shoot(page, 'closed')
    expect(await scene.room.run(run.id)).toMatchObject({ state: 'closed', ledger: { isBalanced: true } })
  })

  test('what failed is ordered once more with the right account, and is paid once', async () => {
    const { maker } = scene.room.callers
    const { gone, misnamed } = scene.people
    await correct(maker, gone, {
      kind: 'bank-account',
      value: { bank: '海门农商银行', account: cardOf(910), holder: gone.name },
    })
    const page = await scene.page('maker')
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=return`)
    for (const { name } of [gone, misnamed]) await page.getByRole('checkbox', { name: new RegExp(name) }).check()
    await page.getByRole('button', { name: '编制补发批次' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('将把所选 2 笔 编入一个新的补发批次').waitFor()
    await shoot(page, 'reissue')
    await dialog.getByRole('button', { name: '编制补发批次' }).click()
    await page.waitForURL((url) => /runs\/\d+/.test(url.pathname) && !url.pathname.endsWith(`/${run.id}`))
    await page.getByText('核查结果').waitFor()
    const reissue = await scene.room.settle(Number(/runs\/(\d+)/.exec(page.url())?.[1]))

    const due = late.pension('war-10', scene.now)
    expect(reissue).toMatchObject({
      state: 'closed',
      totals: { list: 2 * due, paid: 2 * due },
      ledger: { isBalanced: true },
    })
    await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=return`)
    await page.getByText('回盘已接收').waitFor()
    await expect.poll(() => page.getByRole('checkbox', { name: new RegExp(gone.name) }).count()).toBe(0)
    await page.goto(`${scene.server.url}/payments/runs/${run.id}/lines?text=${encodeURIComponent(gone.name)}`)
    await page
      .getByRole('row', { name: new RegExp(gone.name) })
      .getByText(gone.name)
      .click()
    await page.getByRole('dialog').getByText('已编入补发批次').waitFor()
    await shoot(page, 'reissued')
    const again = await maker.ask('payments/createReissue', {
      actionId: crypto.randomUUID(),
      transferIds: await failedOf([gone, misnamed]),
      month: monthCode(scene.now),
      note: '',
    })
    expect(again).toMatchObject({ status: 409, code: 'payments.nothing-to-reissue' })
  })
})

/** 参试: what the demo's old system has paid until now. */
const NEW_BENEFIT = 'nuclear-test-subsidy'

/** How far the page looks ahead. */
function horizon(): Month {
  return addMonths(scene.now, 12)
}

function before(months: number): Month {
  return addMonths(scene.now, -months)
}

/** 签批 through the page. */
async function sign(hand: Hand, button: string, done: string): Promise<void> {
  const page = await scene.page(hand)
  await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=sign`)
  await page.getByRole('button', { name: verb(button) }).click()
  await page.getByText(done).first().waitFor()
}

/** The same without the page: what somebody with a tool of their own would be told. */
async function askRelease(hand: Hand): Promise<Answer> {
  const { version } = await scene.room.run(run.id)
  return scene.room.callers[hand].ask('payments/releaseRun', {
    ...{ actionId: crypto.randomUUID(), id: run.id, version, note: '' },
  })
}

async function importReturn(page: Page, bytes: Uint8Array): Promise<void> {
  await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=return`)
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '回盘.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) },
  })
  await page.getByRole('button', { name: verb('导入回盘') }).click()
}

/** 国密 SM3, as the bank works it out. */
function sm3(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex')
}

/** The first account of the file made another. */
function turnedAside(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (line, at) => (at === 1 ? line.split(',').with(ACCOUNT, cardOf(999)).join(',') : line))
}

/** Ten yuan more in the sum at the foot. */
function wrongTotal(bytes: Uint8Array): Uint8Array {
  return edited(bytes, (line) => (line.startsWith('合计') ? moreAt(line, TOTAL) : line))
}

/** Ten yuan more for the first of the file, and in the sum as well. */
function amountEdited(bytes: Uint8Array): Uint8Array {
  return edited(wrongTotal(bytes), (line, at) => (at === 1 ? moreAt(line, AMOUNT) : line))
}

const [ACCOUNT, AMOUNT, TOTAL] = [5, 6, 3]

function moreAt(line: string, column: number): string {
  const cells = line.split(',')
  return cells.with(column, (Number(cells[column]) + 10).toFixed(2)).join(',')
}

async function failedOf(payees: readonly Payee[]): Promise<readonly number[]> {
  const { maker } = scene.room.callers
  const ask = { runId: run.id, state: 'failed', page: 1, size: 10 }
  const { items } = await maker.call<Paged<TransferView>>('payments/listTransfers', ask)
  return items.filter(({ personId }) => payees.some(({ id }) => id === personId)).map(({ id }) => id)
}

function csvFile(name: string, lines: readonly string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from([...lines, ''].join('\n')) }
}

/** The row of a list that names somebody, once it is there. */
async function rowText(page: Page, name: string): Promise<string> {
  const row = page.getByRole('row', { name: new RegExp(name) }).first()
  await row.waitFor()
  return textOf(row)
}

interface ChangeRead {
  readonly row: string
  /** 明细构成, each as `2025年6月 · 补发 · 标准调整 +75.34 元 75.34 元`. */
  readonly lines: readonly string[]
}

/** 人员增减 of one person: the row as it stands on the sheet, and the lines behind it. */
async function changeOf(page: Page, { name }: Payee): Promise<ChangeRead> {
  await page.goto(`${scene.server.url}/payments/runs/${run.id}?step=changes&text=${encodeURIComponent(name)}`)
  const row = await rowText(page, name)
  return { row, lines: await linesBehind(page, name) }
}

/** The lines that make up what somebody gets by the list of a run, from the summary beside the list. */
async function linesOf(page: Page, { name }: Payee): Promise<readonly string[]> {
  await page.goto(`${scene.server.url}/payments/runs/${run.id}/lines?text=${encodeURIComponent(name)}`)
  return linesBehind(page, name)
}

async function linesBehind(page: Page, name: string): Promise<readonly string[]> {
  await page
    .getByRole('row', { name: new RegExp(name) })
    .first()
    .getByText(name)
    .click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('为什么是这个数').first().waitFor()
  const rows = await drawer.getByRole('row').allInnerTexts()
  return rows.map((text) => text.replace(/\s+/g, ' ').replace(/^\S+ /, '').replace(' 为什么是这个数', '').trim())
}

/** Lines of months before, the latest first. */
function settledLines(months: readonly Month[], cause: string, amountOf: (at: Month) => number): readonly string[] {
  const lines = months.map((at) => {
    const amount = amountOf(at)
    return `${monthText(at)} · ${amount > 0 ? '补发' : '追回'} · ${cause} ${amount > 0 ? '+' : ''}${yuan(amount)} ${yuan(amount)}`
  })
  return lines.toReversed()
}

function regularLine(at: Month, amount: number): string {
  return `${monthText(at)} · 当月 · 当月应发 ${yuan(amount)}`
}

/** 待遇时间线: the stretches in which somebody draws, as one reads them on the page, up to this month. */
async function spansOf(page: Page, { id }: Payee): Promise<readonly string[]> {
  await page.goto(`${scene.server.url}/benefits/people/${id}`)
  const band = page.getByRole('list', { name: /各月情况/ }).first()
  await band.waitFor()
  const buttons = await band.getByRole('button').all()
  const labels = await Promise.all(buttons.map(async (button) => (await button.getAttribute('aria-label')) ?? ''))
  return labels.filter((label) => label.includes('每月'))
}

/** The same, worked out from the documents: months of one amount stand together. */
function spans(from: Month, through: Month, amountOf: (at: Month) => number): readonly string[] {
  const months = monthsThrough(from, through)
  const starts = months.filter((at) => at === from || amountOf(at) !== amountOf(addMonths(at, -1)))
  return starts.map((start, at) => {
    const end = addMonths(starts[at + 1] ?? addMonths(through, 1), -1)
    const [one, other] = [monthText(start), monthText(end)]
    const isOneYear = yearAndMonthOf(start).year === yearAndMonthOf(end).year
    const last = isOneYear ? other.replace(/^\d+年/, '') : other
    return `${start === end ? one : `${one}至${last}`}，每月 ${yuan(amountOf(start))}`
  })
}

async function statesOf(payees: readonly Payee[]): Promise<readonly string[]> {
  const { maker } = scene.room.callers
  const found = payees.map(async ({ id }) => {
    const ask = { runId: run.id, personId: id, page: 1, size: 10 }
    return (await maker.call<Paged<TransferView>>('payments/listTransfers', ask)).items.map(({ state }) => state).join()
  })
  return Promise.all(found)
}

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
