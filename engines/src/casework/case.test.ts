import type { CaseEnd, CaseMove } from '@dongzhou/terms/casework'
import { addDays, type Day, day } from '@dongzhou/terms/day'
import type { Authority } from '@dongzhou/terms/role'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedYears } from './calendar-years.ts'
import { type CaseEvent, standingOf } from './case-standing.ts'
import { clocksOf } from './clocks.ts'
import { type Acting, mayMove, noticeThrough, type WantedMove } from './may-move.ts'
import type { Procedure } from './procedure.ts'
import { sampleProcedure } from './sample-procedure.ts'
import { type Tried, walk } from './walk.ts'
import { flawsOf, whoMayAct } from './ways.ts'
import { WorkCalendar } from './work-calendar.ts'

const calendar = new WorkCalendar(announcedYears)
const everything: ReadonlySet<Authority> = new Set(['cases.apply', 'cases.verify', 'cases.handle', 'cases.decide'])

/** Steps taken by somebody new each, on the given days, from the beginning of a sample case on 2025-03-03, a Monday. */
function caseOf(...moves: readonly (readonly [move: CaseMove, to: string | CaseEnd, on: string])[]): CaseEvent[] {
  return [
    { kind: 'begin', on: day('2025-03-03'), by: 'who-0', at: 'apply' },
    ...moves.map(([move, to, on], at) => ({ kind: 'move', move, to, on: day(on), by: `who-${at}` }) as const),
  ]
}

const atCounty = caseOf(['submit', 'town', '2025-03-04'], ['pass', 'county', '2025-03-07'])
const atNotice = [
  ...atCounty,
  ...caseOf(['pass', 'examination', '2025-03-10'], ['receive', 'notice', '2025-03-31']).slice(1),
]

function asked(events: readonly CaseEvent[], wanted: WantedMove, acting: Partial<Acting> = {}) {
  const whole: Acting = { who: 'somebody', may: everything, on: day('2025-04-30'), ...acting }
  return mayMove(sampleProcedure, standingOf(events), wanted, whole, calendar)
}

function codes(answer: ReturnType<typeof mayMove>): readonly string[] {
  return answer.kind === 'yes' ? [] : answer.reasons.map(({ code }) => code)
}

describe('a case', () => {
  test('stands where its last move led, and remembers each stay', () => {
    const { at, visits } = standingOf(atCounty)

    expect(at).toBe('county')
    expect(visits.map(({ at, from, to }) => [at, from, to])).toEqual([
      ['apply', '2025-03-03', '2025-03-04'],
      ['town', '2025-03-04', '2025-03-07'],
      ['county', '2025-03-07', undefined],
    ])
  })

  test('that does not begin with its beginning is no case', () => {
    expect(() => standingOf([])).toThrow(RangeError)
    expect(() => standingOf(atCounty.slice(1))).toThrow(RangeError)
    expect(() => standingOf([...atCounty, ...atCounty])).toThrow(RangeError)
  })

  test('that has ended is not acted on, until it is taken up again', () => {
    const ended = [...atCounty, { kind: 'withdraw', on: day('2025-03-12'), by: 'applicant' } as const]
    expect(codes(asked(ended, { move: 'pass' }))).toEqual(['ended'])
    expect(
      asked([...ended, { kind: 'reopen', at: 'county', on: day('2025-04-01'), by: 'x' }], { move: 'pass' }).kind,
    ).toBe('yes')
  })
})

describe('who may take a step', () => {
  test('whoever has the authority of the step', () => {
    expect(asked(atCounty, { move: 'pass' })).toEqual({ kind: 'yes', to: 'examination' })
    expect(codes(asked(atCounty, { move: 'pass' }, { may: new Set(['cases.verify']) }))).toEqual(['not-authorised'])
  })

  test('nobody who has acted in a step that must be kept apart from it', () => {
    const events = caseOf(['submit', 'town', '2025-03-04'])
    expect(codes(asked(events, { move: 'pass' }, { who: 'who-0' }))).toEqual(['same-person'])
    expect(asked(events, { move: 'pass' }, { who: 'another' }).kind).toBe('yes')
  })

  test('only the one to whom it was handed', () => {
    const handed = [...atCounty, { kind: 'delegate', on: day('2025-03-10'), by: 'x', to: 'her' } as const]
    expect(codes(asked(handed, { move: 'pass' }))).toEqual(['not-yours'])
    expect(asked(handed, { move: 'pass' }, { who: 'her' }).kind).toBe('yes')
  })

  test('all that stands in the way is said at once', () => {
    const events = [
      ...caseOf(['submit', 'town', '2025-03-04']),
      { kind: 'ask-countersign', on: day('2025-03-05'), by: 'x', of: ['office', 'retirees'] } as const,
    ]
    expect(codes(asked(events, { move: 'pass' }, { who: 'who-0', may: new Set() }))).toEqual([
      'not-authorised',
      'same-person',
      'awaiting-countersign',
    ])
  })
})

describe('会签', () => {
  const ask = { kind: 'ask-countersign', on: day('2025-03-10'), by: 'x', of: ['office'] } as const
  const answer = { kind: 'countersign', on: day('2025-03-11'), by: 'y', as: 'office' } as const

  test('is waited for, but papers may go back meanwhile', () => {
    expect(codes(asked([...atCounty, ask], { move: 'pass' }))).toEqual(['awaiting-countersign'])
    expect(asked([...atCounty, ask], { move: 'return', because: '缺少病历复印件' }).kind).toBe('yes')
  })

  test('that agrees lets the step go on; one that does not asks for reasons', () => {
    expect(asked([...atCounty, ask, { ...answer, agrees: true }], { move: 'pass' }).kind).toBe('yes')
    const against = [...atCounty, ask, { ...answer, agrees: false }]
    expect(codes(asked(against, { move: 'pass' }))).toEqual(['needs-reasons'])
    expect(asked(against, { move: 'pass', because: '已与办公室沟通一致' }).kind).toBe('yes')
  })

  test('that disagreed and is asked again may come round; nobody answers unasked', () => {
    const round = [...atCounty, ask, { ...answer, agrees: false }, ask, { ...answer, agrees: true }]
    expect(standingOf(round).dissent).toEqual([])
    expect(standingOf([...atCounty, { ...answer, agrees: false }]).dissent).toEqual([])
  })

  test('belongs to its step: the next one starts without it', () => {
    const { awaited, dissent } = standingOf([...atCounty, ask, ...atNotice.slice(3)])
    expect([awaited, dissent]).toEqual([[], []])
  })
})

describe('reasons', () => {
  test.each<[WantedMove, readonly string[]]>([
    [{ move: 'return' }, ['needs-reasons']],
    [{ move: 'return', because: '   ' }, ['needs-reasons']],
    [{ move: 'return', because: '缺少病历复印件' }, []],
    [{ move: 'grant' }, ['no-such-move']],
  ])('%j', (wanted, found) => {
    expect(codes(asked(atCounty, wanted))).toEqual(found)
  })

  test('an answer that an outside office cannot give is none', () => {
    const outside = atNotice.slice(0, -1)
    expect(codes(asked(outside, { move: 'receive', answer: 'perhaps' }))).toEqual(['no-such-move'])
    expect(asked(outside, { move: 'receive', answer: 'fits' })).toEqual({ kind: 'yes', to: 'notice' })
  })
})

describe('公示', () => {
  // From Monday 2025-03-31: seven working days over 清明节 (4 to 6 April) end on 2025-04-10.
  test('runs for its working days, holidays left out', () => {
    expect(noticeThrough(sampleProcedure, standingOf(atNotice), calendar)).toEqual({
      kind: 'day',
      day: day('2025-04-10'),
    })
  })

  test.each([
    ['2025-04-10', ['notice-runs']],
    ['2025-04-11', []],
  ] as const)('on %s: %j', (on, found) => {
    expect(codes(asked(atNotice, { move: 'publish' }, { on: day(on) }))).toEqual(found)
  })

  test('an objection need not wait', () => {
    expect(asked(atNotice, { move: 'object', because: '村民反映情况不实' }, { on: day('2025-04-01') }).kind).toBe('yes')
  })

  test('in a year without calendar is not ended by a guess', () => {
    const late = caseOf(['submit', 'town', '2026-12-29'], ['pass', 'notice', '2026-12-30'])
    expect(codes(asked(late, { move: 'publish' }, { on: day('2027-03-01') }))).toEqual(['no-calendar'])
  })
})

describe('时限', () => {
  function reading(events: readonly CaseEvent[], code: string, today: string) {
    const found = clocksOf(sampleProcedure, standingOf(events), day(today), calendar).find(
      ({ clock }) => clock.code === code,
    )
    if (!found) throw new Error(`no clock ${code}`)
    const { clock: _, ...rest } = found
    return rest
  }

  test('waits until its step is entered', () => {
    expect(reading(caseOf(), 'county', '2025-03-31')).toEqual({ kind: 'waiting' })
  })

  test('counts working days from the day after: Friday 7 March to Monday 10 March is one', () => {
    expect(reading(atCounty, 'county', '2025-03-10')).toEqual({
      kind: 'running',
      used: 1,
      left: 19,
      dueOn: '2025-04-07',
    })
  })

  test('stands still while the case is examined or on notice, and says so', () => {
    expect(reading(atNotice, 'county', '2025-04-09')).toMatchObject({ kind: 'still', used: 1, left: 19 })
  })

  test('goes on counting natural days meanwhile where only completion is taken out', () => {
    expect(reading(atNotice, 'whole', '2025-04-03')).toMatchObject({ kind: 'running', used: 30, left: 30 })
  })

  test('is kept by a decision on its last day and missed by one on the day after', () => {
    const decided = (on: string) => [
      ...atCounty,
      ...caseOf(['reject', 'decision', '2025-03-10'], ['refuse', 'refused', on]).slice(1),
    ]
    expect(reading(decided('2025-04-07'), 'county', '2025-06-30')).toEqual({
      kind: 'kept',
      used: 20,
      endedOn: '2025-04-07',
    })
    expect(reading(decided('2025-04-08'), 'county', '2025-06-30')).toEqual({
      kind: 'missed',
      used: 21,
      over: 1,
      dueOn: '2025-04-07',
      endedOn: '2025-04-08',
    })
  })

  test('that has run out is missed though nothing has ended', () => {
    expect(reading(atCounty, 'county', '2025-04-08')).toMatchObject({
      kind: 'missed',
      over: 1,
      dueOn: '2025-04-07',
      endedOn: undefined,
    })
  })

  test('can be extended once, by the days of its article', () => {
    const extended = [...atCounty, { kind: 'extend', on: day('2025-04-01'), by: 'chief', clock: 'county' } as const]
    expect(reading(extended, 'county', '2025-04-08')).toMatchObject({ kind: 'running', used: 21, left: 9 })
    expect(reading([...extended, ...extended.slice(-1)], 'county', '2025-04-08')).toMatchObject({ left: 9 })
  })

  test('begins anew when the case is taken up again', () => {
    const again = [
      ...atCounty,
      ...caseOf(['reject', 'decision', '2025-03-10'], ['refuse', 'refused', '2025-03-11']).slice(1),
      { kind: 'reopen', at: 'county', on: day('2025-06-03'), by: 'x' } as const,
    ]
    expect(reading(again, 'county', '2025-06-05')).toMatchObject({ kind: 'running', used: 2, left: 18 })
  })

  test('that was extended before a refusal has its plain days when the case is taken up again', () => {
    const extended = [...atCounty, { kind: 'extend', on: day('2025-03-08'), by: 'chief', clock: 'county' } as const]
    const again = [
      ...extended,
      ...caseOf(['reject', 'decision', '2025-03-10'], ['refuse', 'refused', '2025-03-11']).slice(1),
      { kind: 'reopen', at: 'county', on: day('2025-06-03'), by: 'x' } as const,
    ]
    expect(reading(again, 'county', '2025-06-05')).toMatchObject({ left: 18 })
  })

  // Sixty days after Saturday 2025-08-02 end on 1 October; the holiday of 2025 lasts to the 8th.
  test.each([
    ['2025-10-08', { kind: 'running', used: 67, left: 0, dueOn: '2025-10-09' }],
    ['2025-10-09', { kind: 'running', used: 68, left: 0, dueOn: '2025-10-09' }],
    ['2025-10-10', { kind: 'missed', over: 9, dueOn: '2025-10-09' }],
  ])('of natural days that ends in a holiday ends on the first working day after it: %s', (today, found) => {
    const events = [
      { kind: 'begin', on: day('2025-08-01'), by: 'a', at: 'apply' },
      { kind: 'move', move: 'submit', to: 'town', on: day('2025-08-02'), by: 'b' },
    ] as const
    expect(reading(events, 'whole', today)).toMatchObject(found)
  })

  test('counts the day of a move for the step that is left: back from the applicant on Wednesday, counted from Thursday', () => {
    const returned = [
      ...atCounty,
      ...caseOf(
        ['return', 'apply', '2025-03-10'],
        ['submit', 'town', '2025-03-12'],
        ['pass', 'county', '2025-03-12'],
      ).slice(1),
    ]
    expect(reading(returned, 'county', '2025-03-12')).toMatchObject({ used: 1 })
    expect(reading(returned, 'county', '2025-03-13')).toMatchObject({ used: 2 })
  })

  test('cannot be told for a year without calendar', () => {
    const late = caseOf(['submit', 'town', '2026-12-01'], ['pass', 'county', '2026-12-28'])
    expect(reading(late, 'county', '2026-12-30')).toEqual({ kind: 'no-calendar', year: 2027 })
    expect(reading(late, 'whole', '2026-12-30')).toEqual({ kind: 'no-calendar', year: 2027 })
  })
})

describe('a procedure as data', () => {
  test('the sample has no flaw', () => {
    expect(flawsOf(sampleProcedure)).toEqual([])
  })

  test.each<[string, Partial<Procedure>, unknown]>([
    [
      'a move to nowhere',
      { reopen: [{ from: 'refused', at: 'nowhere' }] },
      { step: 'refused', what: 'unknown-target' },
    ],
    ['a clock over a step that is none', { withdrawIn: ['nowhere'] }, { step: 'nowhere', what: 'unknown-clock-step' }],
    ['a step nobody reaches', { first: 'county' }, { step: 'town', what: 'unreachable' }],
  ])('%s is a flaw', (_title, change, found) => {
    const changed = { ...sampleProcedure, ...change }
    const steps = change.first === undefined ? changed.steps : withoutReturns(changed.steps)
    expect(flawsOf({ ...changed, steps })).toContainEqual(found)
  })

  test('a step that leads to no end is a flaw, and so is one in which nobody may act', () => {
    const { decision } = sampleProcedure.steps
    if (!decision) throw new Error('no decision')
    const circle = {
      ...decision,
      moves: [{ move: 'send-back', to: 'county' }],
      authority: 'cases.nobody' as Authority,
    } as const
    const flaws = flawsOf({ ...sampleProcedure, steps: { ...sampleProcedure.steps, decision: circle } })
    expect(flaws).toContainEqual({ step: 'apply', what: 'dead-end' })
    expect(flaws).toContainEqual({ step: 'decision', what: 'nobody' })
  })

  test('says who can move a case on', () => {
    expect(whoMayAct(sampleProcedure, 'decision')).toEqual(['chief', 'leader'])
    expect(whoMayAct(sampleProcedure, 'apply')).toEqual(['clerk', 'chief', 'town-worker', 'village-worker'])
  })
})

function withoutReturns(steps: Procedure['steps']): Procedure['steps'] {
  return Object.fromEntries(
    Object.entries(steps).map(([name, step]) => [
      name,
      { ...step, moves: step.moves.filter(({ to }) => to !== 'apply') },
    ]),
  )
}

// Counted here day by day from the announced tables, apart from the calendar that is tested.
function expected({ move, on, standing }: Tried): unknown {
  const from = standing.visits.at(-1)?.from
  if (move.move !== 'publish' || from === undefined || workedDays(from, addDays(on, -1)) >= 7)
    return { kind: 'yes', to: move.to }
  return { kind: 'no', reasons: [expect.objectContaining({ code: 'notice-runs' })] }
}

function workedDays(after: Day, through: Day): number {
  const [rest, work] = [announcedYears.flatMap((one) => one.rest), announcedYears.flatMap((one) => one.work)]
  let count = 0
  for (let at = addDays(after, 1); at <= through; at = addDays(at, 1)) {
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay()
    if (work.includes(at) || (!rest.includes(at) && weekday !== 0 && weekday !== 6)) count += 1
  }
  return count
}

describe('walked at random', () => {
  // Each choice picks one of the moves of the step, and how many days pass before it is tried.
  const choices = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 0, max: 12 })), { maxLength: 40 })

  test('every move a step offers can be made, but a notice never ends early', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        const { tried } = walk(sampleProcedure, taken, day('2025-03-03'), calendar)
        expect(tried.map(({ answer }) => answer)).toEqual(tried.map(expected))
      }),
    )
  })

  test('of three people, none takes a step who took one that must be kept apart from it', () => {
    const byFew = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 3, max: 12 }), fc.nat(2)), { maxLength: 40 })
    fc.assert(
      fc.property(byFew, (taken) => {
        const { tried } = walk(sampleProcedure, taken, day('2025-03-03'), calendar)
        const apart = tried.map(({ by, standing }, at) => {
          const kept = sampleProcedure.steps[standing.at]?.apartFrom ?? []
          return tried
            .slice(0, at)
            .some((one) => one.by === by && one.answer.kind === 'yes' && kept.includes(one.standing.at))
        })
        const told = tried.map(({ answer }) => codes(answer).includes('same-person'))
        expect(told).toEqual(apart)
      }),
    )
  })

  test('a clock used is never less than the day before, and never counts a step in which it stands still', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), (days) => {
        const today = addDays(day('2025-03-31'), days)
        const [before, after] = [today, addDays(today, 1)].map((on) =>
          clocksOf(sampleProcedure, standingOf(atNotice), on, calendar).map((one) => ('used' in one ? one.used : -1)),
        )
        expect(before?.every((used, at) => used <= (after?.[at] ?? -1))).toBe(true)
        expect(before?.[0]).toBe(1)
      }),
    )
  })
})
