import { announcedYears, flawsOf, reachedFrom, standingOf, WorkCalendar, walk } from '@dongzhou/engines/casework'
import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AnswerReader } from './answer-reader.ts'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { currentProcedures, procedureList } from './procedure-list.ts'

const calendar = new WorkCalendar(announcedYears)

test('each version of a procedure stands once, and the latest begins new cases', () => {
  const keys = procedureList.map(({ code, version }) => `${code} ${version}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { code, version } of currentProcedures)
    expect(Math.max(...procedureList.filter((one) => one.code === code).map((one) => one.version))).toBe(version)
})

describe.each(procedureList)('$name', (procedure) => {
  test('has no flaw: every step is reached, can be acted on, and leads to an end', () => {
    expect(flawsOf(procedure)).toEqual([])
  })

  test('asks in steps it has, offers choices where it asks for one, and grants by fields it asks', () => {
    const codes = procedure.fields.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(procedure.fields.filter(({ askedAt }) => askedAt !== undefined && !(askedAt in procedure.steps))).toEqual([])
    const withoutChoices = procedure.fields.filter(
      ({ kind, choices }) => (kind === 'choice') !== (choices !== undefined),
    )
    expect(withoutChoices).toEqual([])
    const { effect } = procedure
    if (effect.kind === 'award') expect(codes).toEqual(expect.arrayContaining([effect.from]))
  })

  test('refuses and sends back with reasons only', () => {
    const moves = Object.values(procedure.steps).flatMap((step) => step.moves)
    const silent = moves.filter(
      ({ move, because }) => /return|send-back|reject|refuse|object/.test(move) && because !== true,
    )
    expect(silent).toEqual([])
  })

  test('another authority can answer in two ways at least, and no two ways out of a step read alike', () => {
    const steps = Object.values(procedure.steps)
    expect(steps.filter(({ kind, moves }) => kind === 'outside' && moves.length < 2)).toEqual([])
    for (const { moves } of steps)
      expect(new Set(moves.map(({ move, to }) => `${move} ${to}`)).size, moves.map(({ to }) => to).join()).toBe(
        moves.length,
      )
  })

  test('is restricted where it names health, hardship or complaints, and no notice shows a word of the form', () => {
    const named = [procedure.name, ...procedure.fields, ...procedure.documents, ...Object.values(procedure.steps)]
    const words = named.map((one) => (typeof one === 'string' ? one : 'label' in one ? one.label : one.name)).join()
    if (/病|残|伤|医|检|健康|身体|困难|信访|不予发放/.test(words)) expect(procedure.isRestricted).toBe(true)
    expect(Object.values(procedure.steps).flatMap(({ notice }) => notice?.shows ?? [])).toEqual([])
  })

  test('is not withdrawn while it is decided, and is refused by a decision, an outside answer or the office that takes it up', () => {
    const isDecided = procedure.withdrawIn.filter((name) => procedure.steps[name]?.kind === 'decision')
    expect(isDecided).toEqual([])
    const refusing = Object.values(procedure.steps).filter(({ moves }) => moves.some(({ to }) => to === 'refused'))
    expect(refusing.filter(({ authority }) => authority === 'cases.apply' || authority === 'cases.verify')).toEqual([])
  })

  test('what the county speaks against passes by nothing: its decision refuses, sends back, or follows the opinion at once', () => {
    const steps = Object.values(procedure.steps).filter(({ place }) => place === 'county')
    const against = steps.flatMap(({ moves }) =>
      moves.filter(({ move, to }) => move === 'reject' && !moves.some((one) => one.move === 'pass' && one.to === to)),
    )
    const decisions = against.map(({ to }) => procedure.steps[to]).filter((step) => step?.kind === 'decision')
    const onward = decisions.flatMap((step) => step?.moves.filter(({ move }) => !/refuse|send-back/.test(move)) ?? [])
    expect(onward).toEqual([])
  })

  test('grants nothing before every field that its effect reads has been asked', () => {
    for (const code of asksOf(procedure)) {
      const field = procedure.fields.find((one) => one.code === code)
      expect(field?.isOptional, code).toBeUndefined()
      const askedAt = field?.askedAt ?? procedure.first
      // No case is taken up again that was not submitted once.
      const starts = askedAt === procedure.first ? [] : [procedure.first, ...procedure.reopen.map(({ at }) => at)]
      const past = starts
        .filter((at) => at !== askedAt)
        .filter((at) => reachedFrom(without(procedure, askedAt), at).has('granted'))
      expect(past, code).toEqual([])
      const onward = procedure.steps[askedAt]?.moves.filter(({ move }) => move === 'receive') ?? []
      expect(onward, code).toEqual([])
    }
  })

  test('a decision is recorded of a whole form, and of no form that lacks what it reads', () => {
    const { effect, fields } = procedure
    if (effect.kind !== 'facts') return
    const whole = Object.fromEntries(fields.map((field) => [field.code, anAnswer(field)]))
    const { records, ends = [], award } = effect.decide(new AnswerReader(fields, whole), day('2025-06-30'))
    expect(records.length + ends.length + (award === undefined ? 0 : 1)).toBeGreaterThan(0)
    for (const code of effect.asks) {
      const { [code]: _, ...rest } = whole
      expect(() => effect.decide(new AnswerReader(fields, rest), day('2025-06-30')), code).toThrow()
    }
  })

  test('rests on texts alone: letters print them, and what is not settled stands with the clock or the field', () => {
    expect(procedure.basis.length).toBeGreaterThan(0)
    expect(procedure.basis.filter((line) => /参照|本局|没有找到|为准/.test(line))).toEqual([])
    expect(procedure.clocks.filter(({ basis }) => basis === '')).toEqual([])
  })

  test('nobody decides what they examined themselves', () => {
    const steps = Object.entries(procedure.steps)
    const decisions = steps.filter(([, { kind }]) => kind === 'decision')
    const shared = decisions.flatMap(([name, { apartFrom = [] }]) =>
      steps
        .filter(([, { place, moves }]) => place === 'county' && moves.some(({ to }) => to === name))
        .filter(([from]) => !apartFrom.includes(from)),
    )
    expect(shared).toEqual([])
  })

  test('walked at random, no step refuses its own ways out, and the standing is where the last move led', () => {
    const choices = fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 0, max: 20 })), { maxLength: 30 })
    fc.assert(
      fc.property(choices, (taken) => {
        const { events, tried } = walk(procedure, taken, day('2025-01-02'), calendar)
        const refused = tried.flatMap(({ answer }) =>
          answer.kind === 'no' ? answer.reasons.map(({ code }) => code) : [],
        )
        expect(refused.filter((code) => code !== 'notice-runs')).toEqual([])
        const last = events.at(-1)
        expect(standingOf(events).at).toBe(last?.kind === 'move' ? last.to : procedure.first)
      }),
    )
  })
})

function asksOf({ effect }: ProcedureDefinition): readonly string[] {
  if (effect.kind === 'none') return []
  return effect.kind === 'award' ? [effect.from, ...(effect.years === undefined ? [] : [effect.years])] : effect.asks
}

/** The procedure with one of its steps closed. */
function without(procedure: ProcedureDefinition, closed: string): ProcedureDefinition {
  const steps = Object.entries(procedure.steps).filter(([name]) => name !== closed)
  return { ...procedure, steps: Object.fromEntries(steps) }
}

function anAnswer({ kind, choices }: ProcedureDefinition['fields'][number]): string | number | boolean {
  const answers = {
    text: '文',
    'long-text': '文',
    day: '2025-06-10',
    month: '2025-06',
    number: 1,
    fen: 100,
    choice: Object.keys(choices ?? {})[0] ?? '',
    'yes-no': true,
  }
  return answers[kind]
}
