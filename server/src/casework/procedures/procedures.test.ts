import { announcedYears, flawsOf, standingOf, WorkCalendar, walk } from '@dongzhou/engines/casework'
import { day } from '@dongzhou/terms/day'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
