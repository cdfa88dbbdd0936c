import type { Step } from '@dongzhou/engines/casework'

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

/** 县级审核 before a step named `decision`. */
export const countyStep: Step = {
  name: '县级审核',
  kind: 'opinion',
  place: 'county',
  authority: 'cases.handle',
  moves: [
    { move: 'pass', to: 'decision' },
    { move: 'return', to: 'apply', because: true },
    { move: 'send-back', to: 'town', because: true },
  ],
}

/** 县级审批: by somebody else than whoever examined the case. */
export const decisionStep: Step = {
  name: '县级审批',
  kind: 'decision',
  place: 'county',
  authority: 'cases.decide',
  apartFrom: ['county'],
  moves: [
    { move: 'grant', to: 'granted' },
    { move: 'refuse', to: 'refused', because: true },
    { move: 'send-back', to: 'county', because: true },
  ],
}

/** 重新办理: a refusal is looked into again by the county, what was given up is applied for again. */
export const usualReopening = [
  { from: 'refused', at: 'county' },
  { from: 'withdrawn', at: 'apply' },
  { from: 'lapsed', at: 'apply' },
] as const
