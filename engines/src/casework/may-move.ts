import { caseEnds, caseMoves, isCaseEnd } from '@dongzhou/terms/casework'
import { type Day, dayText } from '@dongzhou/terms/day'
import { type Authority, sections } from '@dongzhou/terms/role'
import { type CaseStanding, hasEnded } from './case-standing.ts'
import type { Move, Procedure, Step } from './procedure.ts'
import type { FoundDay, WorkCalendar } from './work-calendar.ts'

/** Who wants to act, and when. */
export interface Acting {
  readonly who: string
  readonly may: ReadonlySet<Authority>
  readonly on: Day
}

/** What is wanted, with the reasons given in writing. */
export interface WantedMove {
  readonly move: Move['move']
  readonly answer?: string | undefined
  readonly because?: string | undefined
}

export type MoveAnswer =
  | { readonly kind: 'yes'; readonly to: Move['to'] }
  | { readonly kind: 'no'; readonly reasons: readonly Hindrance[] }

/** Why a move cannot be made now, as a code and a sentence. */
export interface Hindrance {
  readonly code:
    | 'ended'
    | 'no-such-move'
    | 'not-authorised'
    | 'same-person'
    | 'not-yours'
    | 'awaiting-countersign'
    | 'needs-reasons'
    | 'notice-runs'
    | 'no-calendar'
  readonly say: string
}

/** May somebody take this way out of the step where a case stands? All hindrances are named at once. Place is asked elsewhere. */
export function mayMove(
  procedure: Procedure,
  standing: CaseStanding,
  wanted: WantedMove,
  acting: Acting,
  calendar: WorkCalendar,
): MoveAnswer {
  if (hasEnded(standing)) return no([{ code: 'ended', say: `本件${endName(standing.at)}，不能再办理。` }])
  const step = stepAt(procedure, standing)
  const move = step.moves.find((one) => one.move === wanted.move && one.answer === wanted.answer)
  if (move === undefined)
    return no([{ code: 'no-such-move', say: `“${step.name}”环节没有“${caseMoves[wanted.move]}”这一办理方式。` }])
  const reasons = [
    ...ofThePerson(procedure, standing, step, acting),
    ...ofTheStep(standing, move, wanted),
    ...(wanted.move === 'publish' ? ofTheNotice(procedure, standing, acting.on, calendar) : []),
  ]
  return reasons.length > 0 ? no(reasons) : { kind: 'yes', to: move.to }
}

/** The step where an open case stands. Throws RangeError where the procedure has no such step. */
export function stepAt(procedure: Procedure, { at }: Pick<CaseStanding, 'at'>): Step {
  const step = procedure.steps[at]
  if (step === undefined) throw new RangeError(`${procedure.code} has no step ${at}`)
  return step
}

/** 公示截止日: the last day of the notice that runs; undefined where the case does not stand in one. */
export function noticeThrough(
  procedure: Procedure,
  standing: CaseStanding,
  calendar: WorkCalendar,
): FoundDay | undefined {
  const notice = procedure.steps[standing.at]?.notice
  const from = standing.visits.at(-1)?.from
  if (notice === undefined || from === undefined) return undefined
  return notice.count === 'working'
    ? calendar.afterWorkingDays(from, notice.days)
    : calendar.afterNaturalDays(from, notice.days)
}

function no(reasons: readonly Hindrance[]): MoveAnswer {
  return { kind: 'no', reasons }
}

function endName(at: string): string {
  return isCaseEnd(at) ? caseEnds[at] : at
}

function ofThePerson(
  procedure: Procedure,
  { acted, assignee }: CaseStanding,
  step: Step,
  { who, may }: Acting,
): readonly Hindrance[] {
  const found: Hindrance[] = []
  if (!may.has(step.authority)) found.push({ code: 'not-authorised', say: `您的岗位不能办理“${step.name}”。` })
  if (assignee !== undefined && assignee !== who)
    found.push({ code: 'not-yours', say: '本件已转交他人办理，如需收回请由转办人重新转办。' })
  const before = acted.find((one) => one.by === who && step.apartFrom?.includes(one.step))
  if (before !== undefined) {
    const name = procedure.steps[before.step]?.name ?? before.step
    found.push({ code: 'same-person', say: `您已办理本件的“${name}”，“${step.name}”须由其他人办理。` })
  }
  return found
}

function ofTheStep({ awaited, dissent }: CaseStanding, move: Move, wanted: WantedMove): readonly Hindrance[] {
  const found: Hindrance[] = []
  const isBackward = move.move === 'return' || move.move === 'send-back'
  if (awaited.length > 0 && !isBackward)
    found.push({ code: 'awaiting-countersign', say: `尚待${awaited.map((one) => sections[one]).join('、')}会签。` })
  const given = wanted.because?.trim() ?? ''
  if (given === '' && move.because === true)
    found.push({ code: 'needs-reasons', say: `“${caseMoves[move.move]}”须写明全部理由。` })
  else if (given === '' && dissent.length > 0 && !isBackward)
    found.push({
      code: 'needs-reasons',
      say: `${dissent.map((one) => sections[one]).join('、')}会签有不同意见，继续办理须写明理由。`,
    })
  return found
}

function ofTheNotice(
  procedure: Procedure,
  standing: CaseStanding,
  on: Day,
  calendar: WorkCalendar,
): readonly Hindrance[] {
  const through = noticeThrough(procedure, standing, calendar)
  if (through === undefined) return []
  if (through.kind === 'no-calendar')
    return [{ code: 'no-calendar', say: `系统中没有${through.year}年的放假安排，请先录入后再计算公示期。` }]
  if (on > through.day) return []
  return [{ code: 'notice-runs', say: `公示期至${dayText(through.day)}，期满次日起方可办理。` }]
}
