import type { Move, Step } from '@dongzhou/engines/casework'
import type { DayCount } from '@dongzhou/terms/casework'

/** 申请: at the station of the village, or wherever the applicant comes. */
export function applyStep(to: string): Step {
  return {
    name: '申请',
    kind: 'apply',
    place: 'village',
    authority: 'cases.apply',
    moves: [{ move: 'submit', to }],
  }
}

/** 镇（街道）审核: by somebody else than whoever took the application; even what the town speaks against is decided by the county. */
export function townStep(name: string, { pass, reject }: { readonly pass: string; readonly reject: string }): Step {
  return {
    name,
    kind: 'opinion',
    place: 'town',
    authority: 'cases.verify',
    apartFrom: ['apply'],
    moves: [
      { move: 'pass', to: pass },
      { move: 'return', to: 'apply', because: true },
      { move: 'reject', to: reject, because: true },
    ],
  }
}

/** 县级审核; `reject` names the step that decides what the county itself speaks against: its `pass`, where nothing lies between, or a refusal. */
export function countyStepTo(pass: string, reject?: string): Step {
  return {
    name: '县级审核',
    kind: 'opinion',
    place: 'county',
    authority: 'cases.handle',
    moves: [
      { move: 'pass', to: pass },
      { move: 'return', to: 'apply', because: true },
      { move: 'send-back', to: 'town', because: true },
      ...(reject === undefined ? [] : [{ move: 'reject', to: reject, because: true } as const]),
    ],
  }
}

/** 县级审核 before a step named `decision`. */
export const countyStep = countyStepTo('decision')

/** 审批: by somebody else than whoever acted in `apartFrom`; the first of these is where it sends back to. */
export function decisionTo(name: string, yes: Move, apartFrom: readonly [string, ...string[]]): Step {
  return {
    name,
    kind: 'decision',
    place: 'county',
    authority: 'cases.decide',
    apartFrom,
    moves: [
      yes,
      { move: 'refuse', to: 'refused', because: true },
      { move: 'send-back', to: apartFrom[0], because: true },
    ],
  }
}

/** 县级审批: by somebody else than whoever examined the case. */
export const decisionStep = decisionTo('县级审批', { move: 'grant', to: 'granted' }, ['county'])

/** 办理事项 within the bureau. */
export function countyTask(name: string, moves: readonly Move[]): Step {
  return { name, kind: 'task', place: 'county', authority: 'cases.handle', moves }
}

/** 办理事项 at the station of the town. */
export function townTask(name: string, moves: readonly Move[]): Step {
  return { name, kind: 'task', place: 'town', authority: 'cases.verify', moves }
}

/** 送外单位: the answers another authority may give, each with the step it leads to; the county keeps what it answered. */
export function outsideStep(name: string, answers: readonly [Move, Move, ...Move[]]): Step {
  return { name, kind: 'outside', place: 'outside', authority: 'cases.handle', moves: answers }
}

/** 收到答复. Reasons are kept unless the answer lets the case go on. */
export function answered(answer: string, to: string): Move {
  return { move: 'receive', answer, to }
}

/** 收到答复 that stops the case or turns it back, with the reasons that were given. */
export function answeredBecause(answer: string, to: string): Move {
  return { move: 'receive', answer, to, because: true }
}

/**
 * 拟不予办理审批: of what was spoken against before it went through examination or notice. It is refused or looked into again; it does not go on
 * from here, as that would pass by what was left out.
 */
export function refusalAfter(apartFrom: readonly [string, ...string[]]): Step {
  return {
    name: '拟不予办理审批',
    kind: 'decision',
    place: 'county',
    authority: 'cases.decide',
    apartFrom,
    moves: [
      { move: 'refuse', to: 'refused', because: true },
      { move: 'send-back', to: apartFrom[0], because: true },
    ],
  }
}

/** 核对: what one entered at `entering` another checks before it takes effect. It cannot be refused here: that was decided elsewhere. */
export function checkedAfter(entering: string): Step {
  return {
    name: '核对生效',
    kind: 'decision',
    place: 'county',
    authority: 'cases.decide',
    apartFrom: [entering],
    moves: [
      { move: 'grant', to: 'granted' },
      { move: 'send-back', to: entering, because: true },
    ],
  }
}

/**
 * 结果登记与核对: what a higher authority decided is entered by one and checked by another, as it sets what is paid. Spread into the steps of a
 * procedure; its outside step leads to `recording`.
 */
export const recordedByTwo = {
  recording: countyTask('登记批准结果', [{ move: 'pass', to: 'confirmation' }]),
  confirmation: checkedAfter('recording'),
} as const satisfies Readonly<Record<string, Step>>

/** 公示 by the county, of the masked name and of nothing that speaks of health; an objection is looked into at `objection`. */
export function noticeStep(
  { days, count }: { readonly days: number; readonly count: DayCount },
  { to, objection }: { readonly to: string; readonly objection: string },
): Step {
  return {
    name: '公示',
    kind: 'notice',
    place: 'county',
    authority: 'cases.handle',
    notice: { days, count, shows: [] },
    moves: [
      { move: 'publish', to },
      { move: 'object', to: objection, because: true },
    ],
  }
}

/** 重新办理: a refusal is looked into again by the county, what was given up is applied for again. */
export const usualReopening = [
  { from: 'refused', at: 'county' },
  { from: 'withdrawn', at: 'apply' },
  { from: 'lapsed', at: 'apply' },
] as const
