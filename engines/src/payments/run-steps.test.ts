import type { RunState } from '@dongzhou/terms/payment'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  endStates,
  mayTakeStep,
  postedStates,
  type RunStep,
  runSteps,
  sinceSentBack,
  stepRules,
  type TakenStep,
} from './run-steps.ts'

const steps = Object.keys(runSteps) as readonly RunStep[]
const reachable = new Set<RunState>(['draft'])
for (let size = 0; size !== reachable.size; ) {
  size = reachable.size
  for (const step of steps)
    for (const from of stepRules[step].from) if (reachable.has(from)) reachable.add(stepRules[step].to)
}

describe('the life of a run', () => {
  test('every state can be reached', () => {
    expect([...reachable].sort()).toEqual([
      'approved',
      'checked',
      'closed',
      'draft',
      'locked',
      'released',
      'returned',
      'withdrawn',
    ])
  })

  test.each([...reachable].filter((state) => !endStates.includes(state)))('somebody can lead %s to an end', (state) => {
    const met = new Set<RunState>([state])
    for (let size = 0; size !== met.size; ) {
      size = met.size
      for (const step of steps) if (stepRules[step].from.some((from) => met.has(from))) met.add(stepRules[step].to)
    }

    expect(endStates.some((end) => met.has(end))).toBe(true)
  })

  test('nothing is done to a run that has ended', () => {
    for (const end of endStates)
      for (const step of steps) expect(mayTakeStep(step, { state: end, taken: [] }, 'a').kind).toBe('wrong-state')
  })

  test('money that has gone out cannot be called back into a draft', () => {
    expect(stepRules['send-back'].from.filter((state) => ['released', 'returned', 'closed'].includes(state))).toEqual(
      [],
    )
  })

  test('a draft and a withdrawn list post nothing', () => {
    expect(postedStates).not.toContain('draft')
    expect(postedStates).not.toContain('withdrawn')
  })
})

describe('who may take a step', () => {
  const made: TakenStep = { step: 'make', by: 'maker' }

  test.each<[string, RunStep, RunState, readonly TakenStep[], string, string]>([
    ['a maker may lock their own list', 'lock', 'draft', [made], 'maker', 'yes'],
    ['a maker may not check it', 'check', 'locked', [made], 'maker', 'same-person'],
    ['who locked it may not check it either', 'check', 'locked', [made, { step: 'lock', by: 'b' }], 'b', 'same-person'],
    ['a checker may not approve', 'approve', 'checked', [made, { step: 'check', by: 'b' }], 'b', 'same-person'],
    ['nobody approves twice', 'approve', 'checked', [made, { step: 'approve', by: 'c' }], 'c', 'same-person'],
    ['a second person approves', 'approve', 'checked', [made, { step: 'approve', by: 'c' }], 'd', 'yes'],
    ['a checker may not release', 'release', 'approved', [made, { step: 'check', by: 'b' }], 'b', 'same-person'],
    ['a maker may not release', 'release', 'approved', [made], 'maker', 'same-person'],
    ['an approver may release', 'release', 'approved', [made, { step: 'approve', by: 'c' }], 'c', 'yes'],
    ['a step out of turn is no step', 'release', 'checked', [made], 'd', 'wrong-state'],
  ])('%s', (_sentence, step, state, taken, who, kind) => {
    expect(mayTakeStep(step, { state, taken }, who).kind).toBe(kind)
  })

  test('after a list was sent back its signatures are void, and its maker is still its maker', () => {
    const taken: readonly TakenStep[] = [made, { step: 'check', by: 'b' }, { step: 'send-back', by: 'c' }]

    expect(sinceSentBack(taken)).toEqual([made])
    expect(mayTakeStep('check', { state: 'locked', taken }, 'b').kind).toBe('yes')
    expect(mayTakeStep('check', { state: 'locked', taken }, 'maker').kind).toBe('same-person')
  })

  test('whoever does what in whatever order: no run is released by its maker or its checker', () => {
    const people = fc.constantFrom('a', 'b', 'c', 'd')
    const moves = fc.array(fc.tuple(fc.constantFrom(...steps), people), { maxLength: 60 })
    fc.assert(
      fc.property(people, moves, (first, tried) => {
        const counted = sinceSentBack(lived(first, tried))
        const who = (step: RunStep) => counted.filter((one) => one.step === step).map((one) => one.by)
        for (const releaser of who('release'))
          expect([...who('make'), ...who('lock'), ...who('check')]).not.toContain(releaser)
        for (const checker of who('check')) expect([...who('make'), ...who('lock')]).not.toContain(checker)
      }),
    )
  })
})

/** What of many attempts was let happen. */
function lived(first: string, tried: readonly (readonly [RunStep, string])[]): readonly TakenStep[] {
  let state: RunState = 'draft'
  const taken: TakenStep[] = [{ step: 'make', by: first }]
  for (const [step, by] of tried) {
    if (mayTakeStep(step, { state, taken }, by).kind !== 'yes') continue
    state = stepRules[step].to
    taken.push({ step, by })
  }
  return taken
}
