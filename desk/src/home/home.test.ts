import type { EventLine } from '@dongzhou/contract/activities'
import type { BatchLine } from '@dongzhou/contract/intake'
import type { Board, BoardLine } from '@dongzhou/contract/plan'
import type { JobLine } from '@dongzhou/contract/platform'
import { describe, expect, test } from 'vitest'
import { ailments, emptyTargets, weakEvents } from './health.ts'
import { healthCodeIn, mendingAddress } from './health-address.ts'
import { boardToShow, lateIndicators, overdueEvents, programmeStrips } from './lateness.ts'
import { waitingBenefit, waitingPayment } from './money-waiting.ts'
import { endedJob, mayWait, oldestFirst, waitingBatch } from './waiting.ts'

const batch: BatchLine = {
  id: '00000000-0000-4000-8000-000000000001',
  version: 1,
  fileName: '花名册.xlsx',
  sender: '测试镇',
  state: 'staged',
  refusal: null,
  fault: null,
  jobId: null,
  createdAt: '2025-03-05T02:00:00.000Z',
  createdBy: '测试经办',
}

function counted(toDecide: number, held: number) {
  const none = { newPeople: 0, changedPeople: 0, changedFacts: 0, unchangedPeople: 0, newRecords: 0, done: 0, say: '' }
  return { forecast: { ...none, toDecide, held } }
}

describe('等我办', () => {
  test.each([
    ['a batch that was read waits to be accepted', {}, counted(0, 0), '已读完，请核对后接收'],
    ['rows to be decided come before accepting', {}, counted(9, 2), '9 行等您判定是否同一人'],
    ['an accepted batch waits while rows are left over', { state: 'accepted' as const }, counted(0, 23), '23 行有问题'],
    [
      'a batch that was refused says why',
      { state: 'refused' as const, refusal: '没有找到表头。' },
      undefined,
      '没有找到表头。',
    ],
    ['a fault goes before everything', { fault: '服务器重启，请重试。' }, counted(9, 0), '服务器重启，请重试。'],
  ])('%s', (_, change, whole, note) => {
    expect(waitingBatch({ ...batch, ...change }, whole)?.item.note).toContain(note)
  })

  test.each([
    ['an accepted batch without rows left over', { state: 'accepted' as const }, counted(0, 0)],
    ['an accepted batch whose counts have not come yet', { state: 'accepted' as const }, undefined],
    ['a batch that is being read', { state: 'reading' as const }, undefined],
    ['a batch that was taken back', { state: 'withdrawn' as const }, counted(3, 3)],
  ])('%s does not wait', (_, change, whole) => {
    expect(waitingBatch({ ...batch, ...change }, whole)).toBeUndefined()
  })

  test('whatever waits was asked about', () => {
    expect(mayWait({ state: 'accepted', fault: null })).toBe(true)
    expect(mayWait({ state: 'accepting', fault: null })).toBe(false)
    expect(mayWait({ state: 'accepting', fault: '中断' })).toBe(true)
  })

  test('the oldest stands first', () => {
    const later = waitingBatch(
      { ...batch, id: batch.id.replace(/1$/, '2'), createdAt: '2025-03-06T02:00:00.000Z' },
      undefined,
    )
    const earlier = waitingBatch(batch, undefined)
    if (!later || !earlier) throw new Error('both wait')

    expect(oldestFirst([later, earlier]).map(({ mark }) => mark)).toEqual(['2025年3月5日', '2025年3月6日'])
  })
})

describe('结束的任务', () => {
  const job: JobLine = {
    id: '00000000-0000-4000-8000-000000000009',
    kind: 'test',
    title: '导出名册',
    state: 'done',
    done: 1,
    total: 1,
    result: { opensAt: '/downloads/1' },
    fault: null,
    createdAt: '2025-03-05T02:00:00.000Z',
    changedAt: '2025-03-05T02:00:00.000Z',
  }
  const soon = Date.parse('2025-03-06T02:00:00.000Z')

  test('a job with a result waits for three days', () => {
    expect(endedJob(job, soon)?.item.opensAt).toBe('/downloads/1')
    expect(endedJob(job, soon + 2 * 86_400_000)).toBeUndefined()
  })

  test('a job that failed says why', () => {
    expect(endedJob({ ...job, state: 'failed', fault: '磁盘已满。' }, soon)?.item).toMatchObject({
      note: '磁盘已满。',
      tone: 'late',
    })
  })

  test.each([
    ['done without a result', { result: null }],
    ['still running', { state: 'running' as const }],
    ['stopped on purpose', { state: 'cancelled' as const }],
  ])('a job that is %s does not wait', (_, change) => {
    expect(endedJob({ ...job, ...change }, soon)).toBeUndefined()
  })
})

describe('资金与待遇的待办', () => {
  const since = '2025-03-05T02:00:00.000Z'
  const payment = { what: 'check', runId: 7, title: '2025年3月按月发放', count: 1200, since } as const

  test('a list says which one it is, for how many people, and opens at the step', () => {
    expect(waitingPayment(payment).item).toMatchObject({
      title: '2025年3月按月发放：1,200 人的名单待复核',
      opensAt: '/payments/runs/7?step=sign',
      mark: '2025年3月5日',
    })
  })

  test('a queue over all lists opens its own page', () => {
    const queue = { ...payment, what: 'recover', runId: null, title: '', count: 3 } as const

    expect(waitingPayment(queue).item).toMatchObject({
      title: '3 笔应追回款待定方案',
      opensAt: '/payments/recoveries?state=open',
    })
  })

  test('a count that grew, or a step that moved on, is a new reminder', () => {
    const keys = [payment, { ...payment, count: 1201 }, { ...payment, what: 'approve' as const }].map(
      (one) => waitingPayment(one).item.key,
    )

    expect(new Set(keys).size).toBe(3)
  })

  test('proposals of others and lines of the work list open where they are settled', () => {
    expect(waitingBenefit({ what: 'rates', count: 2, since }).item).toMatchObject({
      title: '2 条标准待复核',
      opensAt: '/benefits/rates/waiting',
    })
    expect(waitingBenefit({ what: 'unjustified', count: 2, since }).item.opensAt).toBe(
      '/benefits/screening?kind=unjustified',
    )
  })
})

function aLine(name: string, change: Partial<BoardLine> = {}): BoardLine {
  return {
    indicator: {
      code: name,
      name,
      unit: '场',
      programme: { code: 'lectures', name: '宣讲' },
      state: 'live',
      room: null,
      query: '',
    },
    progress: 'late',
    target: { value: 12, from: '2025-01-01', to: '2025-12-31', document: '', reason: '', decidedOn: null },
    targetVersion: 0,
    done: 3,
    rows: 3,
    expected: 6,
    forecast: 6,
    ...change,
  }
}

function aBoard(lines: readonly BoardLine[], year = 2025): Board {
  const counts = { late: 0, 'at-risk': 0, 'on-track': 0, done: 0, 'no-target': 0, 'room-not-built': 0 }
  const may = { setTarget: false, close: false }
  return { year, asOf: '2025-07-01', isWholeBureau: true, hasPlan: true, lines, counts, may }
}

describe('要晚了', () => {
  test('late in red, at risk in amber, both with days and what is missing; the rest stays away', () => {
    const lines = [aLine('晚'), aLine('险', { progress: 'at-risk', done: 5 }), aLine('好', { progress: 'on-track' })]

    const items = lateIndicators(aBoard(lines), '2025-07-01')

    expect(items.map(({ title, tone, mark }) => [title, tone, mark])).toEqual([
      ['晚', 'late', '落后约 91 天'],
      ['险', 'risk', '落后约 30 天'],
    ])
    expect(items[0]?.note).toBe('宣讲，比应完成的少 3 场')
  })

  test('an event that is longest overdue stands first; one of today does not stand there', () => {
    const items = overdueEvents([anEvent('2025-03-05'), anEvent('2025-03-04'), anEvent('2025-02-28')], '2025-03-05')

    expect(items.map(({ mark }) => mark)).toEqual(['已过 5 天', '已过 1 天'])
  })
})

describe('年度计划', () => {
  test('a programme is one strip: the line that is furthest behind, with how many more there are', () => {
    const lines = [aLine('一'), aLine('二', { progress: 'done', done: 12 }), aLine('三', { target: null })]

    expect(programmeStrips(aBoard(lines)).map(({ line, others }) => [line.indicator.name, others])).toEqual([['一', 1]])
  })

  test('last year stands in until this year has a target', () => {
    const [current, before] = [aBoard([aLine('一', { target: null })], 2026), aBoard([aLine('一')])]

    expect(boardToShow(current, before)?.year).toBe(2025)
    expect(boardToShow(aBoard([aLine('一')], 2026), before)?.year).toBe(2026)
    expect(boardToShow(current, undefined)?.year).toBe(2026)
    expect(boardToShow(undefined, before)).toBeUndefined()
  })
})

function anEvent(day: string, change: Partial<EventLine> = {}): EventLine {
  return {
    id: 1,
    version: 1,
    seriesId: 1,
    seriesTitle: '',
    programme: { code: 'lectures', name: '宣讲' },
    title: '测试活动',
    day,
    dayText: day,
    state: 'planned',
    place: '',
    division: { code: '999999416000', name: '测试镇' },
    host: '',
    partners: [],
    attendance: null,
    counting: null,
    countingName: '',
    proof: '',
    proofFileId: null,
    source: '',
    ...change,
  }
}

describe('数据健康', () => {
  const held = { state: 'held', counting: 'list', attendance: 12 } as const

  test('events without proof and without count are told apart', () => {
    const events = [
      anEvent('2025-03-05', { ...held, proof: '签到表' }),
      anEvent('2025-03-05', held),
      anEvent('2025-03-05', { ...held, proof: '照片', counting: 'not-counted', attendance: null }),
    ]

    expect(weakEvents(events, 2025, true).map(({ key, title }) => [key, title])).toEqual([
      ['no-proof', '2025年已举办的活动中，1 场没有佐证'],
      ['not-counted', '1 场活动没有计数'],
    ])
  })

  test('when not all were looked at it says so', () => {
    expect(weakEvents([anEvent('2025-03-05', held)], 2025, false)[0]?.title).toContain('最近 1 场')
  })

  test('where every event is proven there is nothing to say', () => {
    expect(weakEvents([anEvent('2025-03-05', { ...held, proof: '签到表' })], 2025, true)).toEqual([])
  })

  test('a target without a record and a target without a room are two findings', () => {
    const lines = [
      aLine('空', { rows: 0, done: 0 }),
      aLine('待', { progress: 'room-not-built', rows: null, done: null }),
      aLine('无', { target: null, rows: 0 }),
      aLine('有'),
    ]

    expect(emptyTargets(aBoard(lines)).map(({ key }) => key)).toEqual(['no-rows', 'not-built'])
  })
})

describe('数据健康', () => {
  const division = { code: '320614103208', name: '常乐镇八烈村' }
  const row = { id: 7, personId: 12, name: '测试', division, say: '' }

  test('a check says how many records, in red where money is paid wrongly, and opens them', () => {
    const words = { name: '已去世，待遇没有终止', why: '会恢复发放。', whatToDo: '办理终止。', byDivision: [] }

    expect(ailments([{ code: 'dead-with-award', severity: 'error', count: 1200, ...words }])).toMatchObject([
      { title: '已去世，待遇没有终止', mark: '1,200 条', tone: 'late', opensAt: '/health/dead-with-award' },
    ])
  })

  test.each([
    ['dead-with-award', '/benefits/people/12'],
    ['account-missing', '/registry/people/12'],
    ['twins', '/linkage/pairs/7'],
    ['unconfirmed', '/payments/confirmations?division=320614103208'],
  ] as const)('%s is mended where it is done', (code, address) => {
    expect(mendingAddress(code, row, ['linkage.decide', 'payments.make'])).toBe(address)
  })

  test('whoever may not decide on twins or enter confirmations is led to the file', () => {
    for (const code of ['twins', 'unconfirmed'] as const)
      expect(mendingAddress(code, row, ['benefits.read'])).toBe('/registry/people/12')
  })

  test('nonsense in an address is no check', () => {
    expect([healthCodeIn('twins'), healthCodeIn('x')]).toEqual(['twins', undefined])
  })
})
