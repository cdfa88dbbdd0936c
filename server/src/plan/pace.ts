import { type Day, daysBetween } from '@dongzhou/terms/day'

/** 进度状态: how an indicator stands to its target on a day. */
export type Standing = 'late' | 'at-risk' | 'on-track' | 'done' | 'no-target'

export interface Work {
  /** undefined where nobody set one, or where only a part of the bureau is looked at. */
  readonly target: number | undefined
  /** The days within which the target is to be reached; the year where there is none. */
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  readonly done: number
  readonly rows: number
  readonly counts: 'flow' | 'stock' | 'plan'
  readonly amount: 'one' | 'many'
}

export interface Pace {
  readonly standing: Standing
  /** What should be done by now if the work went evenly; undefined without a target. */
  readonly expected: number | undefined
  /** Where the work ends at this pace; undefined says unknown. */
  readonly forecast: number | undefined
}

/** Two of three events in a row may be large or small: a sum over fewer foretells nothing. */
const ROWS_THAT_FORETELL = 3
/** Behind the even pace by a fifth is still to be caught up with. */
const CATCHABLE = 0.8

/** 进度 (pace): expected and forecast by the share of days gone, and what they make of the target. Pure. */
export function paceOf(work: Work): Pace {
  const share = shareGone(work)
  const { target } = work
  if (target === undefined) return { standing: 'no-target', expected: undefined, forecast: forecastOf(work, share) }
  const expected = target * share
  return {
    standing: standingOf(work.done, target, expected, share),
    expected: Math.round(expected * 10) / 10,
    forecast: forecastOf(work, share),
  }
}

// Whole things only: 5.9 lectures expected are 5 that should have been held.
function standingOf(done: number, target: number, expected: number, share: number): Standing {
  if (done >= target) return 'done'
  if (share >= 1) return 'late'
  if (done >= Math.floor(expected)) return 'on-track'
  return done >= Math.floor(expected * CATCHABLE) ? 'at-risk' : 'late'
}

function forecastOf({ counts, amount, done, rows }: Work, share: number): number | undefined {
  if (counts === 'stock' || share >= 1) return done
  if (share === 0 || (amount === 'many' && rows < ROWS_THAT_FORETELL)) return undefined
  return Math.round(done / share)
}

function shareGone({ from, to, asOf }: Work): number {
  const gone = daysBetween(from, asOf) + 1
  return Math.min(1, Math.max(0, gone / (daysBetween(from, to) + 1)))
}
