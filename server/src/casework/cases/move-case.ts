import { hasEnded, mayMove, stepAt } from '@dongzhou/engines/casework'
import type { CaseMove } from '@dongzhou/terms/casework'
import type { Day } from '@dongzhou/terms/day'
import { whoOf } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { unanswered } from './check-answers.ts'
import { factNames, groundOf } from './ground.ts'
import { type CaseInHand, loadCaseForChange, mayActOn } from './load-case.ts'
import { takeEffect } from './take-effect.ts'
import { takeStep } from './take-step.ts'

export interface MoveCase {
  readonly id: number
  readonly version: number
  readonly move: CaseMove
  readonly answer?: string | undefined
  readonly on: Day
  readonly because: string
}

/** 办理: takes a way out of the step where a case stands. A grant records what it decides in the same transaction. */
export async function moveCase(setting: ActionSetting, input: MoveCase): Promise<{ id: number; version: number }> {
  const inHand = await loadCaseForChange(setting, input)
  const { procedure, standing, calendar } = inHand
  if (!hasEnded(standing)) {
    const { authority } = stepAt(procedure, standing)
    requireMay(mayActOn(setting.clerk, inHand, authority))
  }
  const { move, answer, because, on } = input
  const acting = { who: whoOf(setting.clerk), may: setting.clerk.may, on }
  const found = mayMove(procedure, standing, { move, answer, because }, acting, calendar)
  if (found.kind === 'no') throw new Fault('casework.hindered', { reasons: found.reasons.map(({ say }) => say) })
  await requireComplete(setting, inHand, input)
  const moved = await takeStep(setting, inHand, {
    verb: 'casework.move-case',
    event: { kind: 'move', move, to: found.to },
    on,
    because,
  })
  if (found.to === 'granted') await takeEffect(setting, inHand, on)
  return moved
}

// What leads forward wants its step complete; what leads back or ends in a refusal does not.
const FORWARD: readonly CaseMove[] = ['submit', 'pass', 'send', 'finish', 'grant']

async function requireComplete(
  setting: ActionSetting,
  { of, procedure, standing }: CaseInHand,
  { move, on }: MoveCase,
): Promise<void> {
  if (!FORWARD.includes(move)) return
  const open = unanswered(procedure, of.answers, standing.at)
  if (open.length > 0) throw new Fault('casework.answers-missing', { answers: open })
  if (standing.at !== procedure.first) return
  const { known, lacking, papers } = await groundOf(setting, procedure, { personId: of.personId, caseId: of.id })
  if (lacking.length > 0) throw new Fault('casework.facts-missing', { missing: factNames(lacking) })
  const reasons = procedure.hindrances?.(known, on) ?? []
  if (reasons.length > 0) throw new Fault('casework.hindered', { reasons })
  const absent = papers.filter(({ state }) => state === 'lacking').map(({ paper }) => paper.name)
  if (absent.length > 0) throw new Fault('casework.papers-missing', { papers: absent })
}
