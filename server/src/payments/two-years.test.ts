import { day } from '@dongzhou/terms/day'
import { type Month, month, monthCode } from '@dongzhou/terms/month'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBook, aDraft } from '../testing/benefits.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { balancedLedger, settledBooks } from '../testing/pay-books.ts'
import { fraudMonth } from '../testing/pay-frauds.ts'
import { accountOf, announceRate, correct, dies, learn, merge } from '../testing/pay-life.ts'
import { instantIn, PayOffice } from '../testing/pay-office.ts'
import { aPayee, cardOf, type Payee, type PayeeKind, recordPayees } from '../testing/pay-people.ts'
import { COUNTY, EAST_VILLAGE, EAST_VILLAGE_2, TEST_BUREAU, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { planRecovery } from './recoveries/settle-recovery.ts'
import { showRecoveries } from './recoveries/show-recoveries.ts'
import { showChanges, showLines, showTransfers } from './runs/list-run-rows.ts'

// The bench of the same name lives two years with 10,000; here are six months with sixty, so that each line can be read.
const villages = [EAST_VILLAGE, EAST_VILLAGE_2, WEST_VILLAGE]
const paid = ['disability-pension', 'rural-veteran-subsidy', 'war-participant-subsidy'] as const
const page = { page: 1, size: 200 }
const [september, december, january, february] = [month(2024, 9), month(2024, 12), month(2025, 1), month(2025, 2)]
const months = { from: september, to: (february + 1) as Month }

const book = [
  aDraft({ kind: 'stop-month', choice: 'after' }),
  aDraft({ kind: 'month-rounding', choice: 'each' }),
  aDraft({ kind: 'service-years', choice: 'dates' }),
  aDraft({ kind: 'start-month', key: 'rural-veteran-subsidy', choice: 'birthday' }),
  aDraft({ kind: 'start-month', key: 'other', choice: 'approval' }),
  aDraft({ kind: 'war-participant-subsidy', value: 120_000 }),
  aDraft({ kind: 'rural-veteran-subsidy', value: 6_000, unit: 'fen-a-month-a-service-year' }),
  ...[350_000, 320_000, 290_000, 260_000].map((value, at) =>
    aDraft({ kind: 'disability-pension', key: `duty-${5 + at}`, value }),
  ),
]

interface OnFile {
  readonly id: number
  readonly payee: Payee
}

const database = freshDatabase()
let office: PayOffice
let onFile: OnFile[] = []
const runs = new Map<Month, number>()

beforeAll(async () => {
  const ground = { app: database.app(), bureau: TEST_BUREAU, division: COUNTY, errands: database.errands }
  office = await PayOffice.open(ground, '2024-08-20T01:00:00Z')
  await office.act('checker', (setting) => aBook(setting, book))
  const payees = Array.from({ length: 60 }, (_, at) => aPayee(Math.floor(at / 15) * 20 + (at % 15), villages))
  const ids = await recordPayees((work) => office.act('registrar', work), payees)
  onFile = payees.map((payee, at) => ({ id: ids[at] ?? 0, payee }))
})

/** The next of a kind whom no story has taken yet. */
function take(kind: PayeeKind): OnFile {
  const at = onFile.findIndex(({ payee }) => payee.kind === kind)
  const [one] = onFile.splice(at, 1)
  if (!one) throw new Error(`no ${kind} is left`)
  return one
}

async function pay(now: Month, fails?: Parameters<PayOffice['finish']>[1]) {
  office.clock(instantIn(now, 15))
  const draft = await office.draft(now, paid)
  runs.set(now, draft.id)
  expect(draft.changes.unexplained, monthCode(now)).toBe(0)
  const closed = await office.finish(draft.id, fails)
  expect(closed, monthCode(now)).toMatchObject({ state: 'closed', unknown: 0, ledger: { isBalanced: true } })
  return closed
}

/** The lines of somebody in the run of a month, the earliest month first. */
async function linesIn(now: Month, personId: number): Promise<readonly string[]> {
  const runId = runs.get(now) ?? 0
  const { items } = await office.ask((setting) => showLines(setting, { runId, personId, ...page }))
  return items.map(({ month: of, kind, amount }) => `${of} ${kind} ${amount}`).toSorted()
}

async function causesIn(now: Month, personId: number): Promise<readonly string[]> {
  const runId = runs.get(now) ?? 0
  const { items } = await office.ask((setting) =>
    showChanges(setting, { runId, isUnexplained: false, text: '', ...page }),
  )
  return items.find((one) => one.personId === personId)?.causes ?? []
}

async function transfersOf(personId: number) {
  const { items } = await office.ask((setting) =>
    showTransfers(setting, { personId, isOutstanding: false, text: '', ...page }),
  )
  return items.toSorted((one, other) => one.id - other.id)
}

async function debtOf(personId: number) {
  const { items } = await office.ask((setting) => showRecoveries(setting, { personId, text: '', ...page }))
  return items
}

describe('five stories in one office, from September to February', () => {
  const cast = {} as Record<'dead' | 'raised' | 'misborn' | 'kept' | 'double' | 'refused' | 'steady', OnFile>

  beforeAll(() => {
    cast.dead = take('war')
    cast.raised = take('disabled')
    cast.misborn = take('rural')
    cast.kept = take('war')
    cast.refused = take('rural')
    cast.steady = take('war')
  })

  test('two months are paid; one of them is on file twice and draws twice, for nobody knows', async () => {
    const { payee } = cast.kept
    const facts = payee.facts.filter(({ kind }) => kind !== 'id-number' && kind !== 'bank-account')
    const account = { ...accountOf(cardOf(900), payee.name), source: facts[0]?.source, certainty: 'stated' }
    const second = { ...payee, facts: [...facts, account as (typeof facts)[number]] }
    const [id = 0] = await recordPayees((work) => office.act('registrar', work), [second])
    cast.double = { id, payee: second }
    await correct(office, cast.misborn.id, {
      kind: 'birth',
      value: { day: day('1964-09-20'), precision: 'day' },
    })

    const first = await pay(september)
    const next = await pay((september + 1) as Month, ({ account: card }) =>
      card === cast.refused.payee.account ? '账号不存在' : undefined,
    )

    expect([first.people, next.people]).toEqual([61, 61])
    expect(next.totals).toMatchObject({ list: first.totals.list, failed: 24_000 })
    expect(await linesIn(september, cast.misborn.id)).toEqual(['2024-09 regular 18000'])
    expect(await linesIn(september, cast.double.id)).toEqual(['2024-09 regular 120000'])
  })

  test('a grade raised back to September is paid as arrears to the fen', async () => {
    const november = (september + 2) as Month
    office.clock(instantIn(november, 5))
    const { id, payee } = cast.raised
    const grade = payee.facts.flatMap((fact) => (fact.kind === 'disability' ? [fact.value.grade] : []))[0] ?? 0
    const value = { grade: grade - 1, nature: 'duty' as const, approved: day('2010-03-01') }
    await learn(office, id, { kind: 'disability', value, validFrom: day('2024-09-01') })
    await correct(office, cast.refused.id, accountOf(cardOf(901), cast.refused.payee.name))

    await pay(november)

    const now = 350_000 - (grade - 1 - 5) * 30_000
    expect(await linesIn(november, id)).toEqual([
      '2024-09 arrears 30000',
      '2024-10 arrears 30000',
      `2024-11 regular ${now}`,
    ])
    expect(await causesIn(november, id)).toEqual(expect.arrayContaining(['grade', 'arrears']))
  })

  test('what came back from the bank is paid again into the account corrected since, and only once', async () => {
    office.clock(instantIn((september + 2) as Month, 20))
    const failed = (await transfersOf(cast.refused.id)).filter(({ state }) => state === 'failed')

    const again = await office.reissue(
      failed.map(({ id }) => id),
      (september + 2) as Month,
    )
    await office.finish(again.id)

    expect(again.list).toBe(24_000)
    await expect(
      office.reissue(
        failed.map(({ id }) => id),
        (september + 2) as Month,
      ),
    ).rejects.toMatchObject({ code: 'payments.nothing-to-reissue' })
    const states = (await transfersOf(cast.refused.id)).map(({ amount, state }) => `${amount} ${state}`)
    expect(states.toSorted()).toEqual(['24000 failed', '24000 paid', '24000 paid', '24000 paid'])
  })

  test('a birth date corrected takes back three months; two files made one give back what was drawn twice', async () => {
    office.clock(instantIn(december, 5))
    await correct(office, cast.misborn.id, { kind: 'birth', value: { day: day('1964-12-20'), precision: 'day' } })
    await merge(office, cast.kept.id, cast.double.id)

    await pay(december)

    expect(await linesIn(december, cast.misborn.id)).toEqual([
      '2024-09 recovery -18000',
      '2024-10 recovery -18000',
      '2024-11 recovery -18000',
      '2024-12 regular 18000',
    ])
    expect(await linesIn(december, cast.kept.id)).toEqual([
      '2024-09 recovery -120000',
      '2024-10 recovery -120000',
      '2024-11 recovery -120000',
      '2024-12 regular 120000',
    ])
    expect(await linesIn(december, cast.double.id)).toEqual([])
    expect(await debtOf(cast.misborn.id)).toMatchObject([{ amount: 54_000, rest: 54_000, state: 'open' }])
    expect(await debtOf(cast.kept.id)).toMatchObject([{ amount: 360_000, rest: 360_000 }])
  })

  test('a death of September learnt in December asks back three months; a rate of January holds from the January before', async () => {
    office.clock(instantIn(december, 20))
    await dies(office, cast.dead.id, '2024-09-10')
    const [debt] = await debtOf(cast.misborn.id)
    office.clock(instantIn(january, 5))
    const plan = { monthly: 20_000, fromMonth: january, document: '协议1号' }
    await office.act('maker', (setting) =>
      planRecovery(setting, { id: debt?.id ?? 0, version: debt?.version ?? 0, ...plan }),
    )
    const rate = { kind: 'war-participant-subsidy', key: '', unit: 'fen-a-month', value: 126_500 } as const
    await announceRate(office, { ...rate, validFrom: '2024-01-01', announcedOn: '2025-01-03' })

    const closed = await pay(january)

    // Dead since September: what September had too little is his, what came after it is not.
    expect(await linesIn(january, cast.dead.id)).toEqual([
      '2024-09 arrears 6500',
      '2024-10 recovery -120000',
      '2024-11 recovery -120000',
      '2024-12 recovery -120000',
    ])
    expect(await debtOf(cast.dead.id)).toMatchObject([{ amount: 353_500, isAlive: false }])
    expect(await causesIn(january, cast.dead.id)).toContain('death')
    const four = ['2024-09', '2024-10', '2024-11', '2024-12'].map((of) => `${of} arrears 6500`)
    expect(await linesIn(january, cast.steady.id)).toEqual([...four, '2025-01 regular 126500'])
    expect(await causesIn(january, cast.steady.id)).toEqual(expect.arrayContaining(['rate', 'arrears']))
    // The instalment is more than the month: nothing is left of it, and nothing more is taken.
    expect(closed.totals.withheld).toBe(18_000)
    expect((await transfersOf(cast.misborn.id)).at(-1)).toMatchObject({ gross: 18_000, withheld: 18_000, amount: 0 })
  })

  test('one fraud of each kind in February is caught, and the month closes with everybody else paid', async () => {
    // The twin is of somebody from whom the whole month is withheld.
    const [dead, twin, changed] = [take('war'), cast.misborn, take('disabled')]
    const { runId, twinId, caught } = await fraudMonth(office, {
      ...{ month: february, benefits: paid, dead, twin, changed, strange: 950 },
    })

    expect(caught).toEqual([
      { kind: 'dead payee', by: expect.stringContaining('公安局名单载明于 2025年2月1日 去世') },
      { kind: 'twin identity', by: expect.stringContaining('使用同一身份证号') },
      { kind: 'changed account', by: expect.stringContaining('不能由您确认发放') },
      { kind: 'edited bank file', by: expect.stringContaining('第 2 行账号与送盘不一致') },
      { kind: 'edited return', by: expect.stringContaining('第 2 行金额与送盘不一致') },
    ])
    const run = await office.run(runId)
    expect(run).toMatchObject({ state: 'closed', ledger: { isBalanced: true } })
    const held = run.totals.held
    const heldOf = async (id: number) => (await transfersOf(id)).at(-1)?.amount ?? 0
    expect(held).toBe((await heldOf(dead.id)) + (await heldOf(twin.id)) + (await heldOf(twinId)))
    expect(run.totals).toMatchObject({ failed: 0, paid: run.totals.list - held })
  })

  test('after six months posted equals due for every person, benefit and month, and the ledger stands as its rows do', async () => {
    const settled = await settledBooks(office, paid, months)
    const ledger = await balancedLedger(office)

    expect(settled.differing).toEqual([])
    expect(settled.compared).toBeGreaterThan(340)
    expect(ledger.differing).toEqual([])
    expect(ledger.accounts.find(({ account }) => account === 'transit')).toMatchObject({ entries: 0 })
    expect(ledger.accounts.find(({ account }) => account === 'failed')).toMatchObject({ entries: 0 })
  })
})
