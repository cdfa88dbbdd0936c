import { type Day, day, partsOf } from '@dongzhou/terms/day'
import type { FigureValue } from '@dongzhou/terms/indicator'
import type { Setting } from '../platform/setting.ts'
import { readFigures } from './figures.sql.ts'
import type { Indicator, LiveIndicator } from './indicator.ts'
import { type Pace, paceOf } from './pace.ts'
import { planOfYear } from './plans/plan-of-year.ts'
import { mayReadIndicator } from './policy.ts'
import { indicators } from './registry.ts'
import { listTargets, type Target } from './targets/targets.sql.ts'
import { seesWholeBureau } from './whole-bureau.ts'

export type BoardProgress = Pace['standing'] | 'room-not-built'

export interface BoardRow {
  readonly indicator: Indicator
  readonly progress: BoardProgress
  readonly target: Target | undefined
  readonly targetVersion: number
  readonly reading: FigureValue | undefined
  readonly pace: Pace | undefined
}

export interface PlanBoard {
  readonly year: number
  readonly asOf: Day
  readonly isWholeBureau: boolean
  readonly hasPlan: boolean
  readonly rows: readonly BoardRow[]
}

const order: readonly BoardProgress[] = ['late', 'at-risk', 'on-track', 'done', 'no-target', 'room-not-built']

/** 计划进度 (board): every indicator of the year with target, done and forecast on a day, what is late first. */
export async function getBoard(
  setting: Setting,
  { year, asOf: asked }: { readonly year: number; readonly asOf?: Day | undefined },
): Promise<PlanBoard> {
  const asOf = dayOfBoard(setting, year, asked)
  const isWholeBureau = seesWholeBureau(setting)
  const targets = await listTargets(setting, year, asOf)
  const onBoard = indicators.filter((it) => it.state === 'room-not-built' || it.counts !== 'plan')
  const live = onBoard.filter((it): it is LiveIndicator => it.state === 'live')
  const readable = live.filter((it) => mayReadIndicator(setting.clerk, it) === 'yes')
  const range = { from: day(`${year}-01-01`), to: asOf }
  const values = await readFigures(
    setting,
    readable.map((indicator) => ({ indicator, range })),
  )
  const readings = new Map(readable.map((indicator, at) => [indicator.code, values[at]]))
  const rows = onBoard
    .filter(({ code, state }) => state === 'room-not-built' || readings.has(code))
    .map((indicator) =>
      rowOf(indicator, readings.get(indicator.code), targets.get(indicator.code), isWholeBureau, asOf),
    )
  // Stable: within one state the indicators keep the order of the plan.
  const sorted = rows.toSorted((one, other) => order.indexOf(one.progress) - order.indexOf(other.progress))
  return { year, asOf, isWholeBureau, hasPlan: planOfYear(year) !== undefined, rows: sorted }
}

function rowOf(
  indicator: Indicator,
  reading: FigureValue | undefined,
  set: Target | undefined,
  isWholeBureau: boolean,
  asOf: Day,
): BoardRow {
  const target = isWholeBureau && set?.value !== undefined ? set : undefined
  const shared = { indicator, target, targetVersion: set?.version ?? 0 }
  if (indicator.state === 'room-not-built' || !reading)
    return { ...shared, progress: 'room-not-built', reading: undefined, pace: undefined }
  const { year } = partsOf(asOf)
  const pace = paceOf({
    target: target?.value,
    from: target?.from ?? day(`${year}-01-01`),
    to: target?.to ?? day(`${year}-12-31`),
    asOf,
    done: reading.value,
    rows: reading.rows,
    counts: indicator.counts,
    amount: indicator.amount,
  })
  return { ...shared, progress: pace.standing, reading, pace }
}

/** Within the year, and not in the future as long as the year has begun. */
function dayOfBoard({ today }: Setting, year: number, asked: Day | undefined): Day {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const wanted = asked === undefined || asked > today ? today : asked
  if (wanted < first) return first
  if (wanted > last) return last
  return wanted
}
