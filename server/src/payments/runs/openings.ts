import type { RunView } from '@dongzhou/contract/payments-views'
import { type Benefit, benefits as benefitNames } from '@dongzhou/terms/benefit'
import { type Month, monthCode, monthOf, monthText } from '@dongzhou/terms/month'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { listOpenings } from './openings.sql.ts'
import type { Run } from './runs.sql.ts'

interface Ask {
  readonly month: Month
  readonly benefits: readonly Benefit[]
  readonly opening?: Month | undefined
}

/**
 * 起始月 of each benefit of a run: what its first run declared, else what this one declares, else the month of this one. A county that
 * begins with this system has paid before: what was due before the opening month is not this book's.
 */
export async function openingsOf(
  setting: Setting,
  { month, benefits, opening }: Ask,
): Promise<ReadonlyMap<Benefit, Month>> {
  if (opening !== undefined && opening > month) throw new Fault('payments.opening-ahead')
  const declared = await listOpenings(setting.tx, benefits)
  if (opening !== undefined && [...declared.values()].some((one) => one !== opening))
    throw new Fault('payments.opening-declared')
  if ([...declared.values()].some((one) => one > month)) throw new Fault('payments.before-opening')
  const openings = new Map(benefits.map((benefit) => [benefit, declared.get(benefit) ?? opening ?? month]))
  const isTooEarly = (benefit: Benefit, one: Month) => !declared.has(benefit) && one < monthOf(setting.today) - FARTHEST
  if ([...openings].some(([benefit, one]) => isTooEarly(benefit, one))) throw new Fault('payments.opening-too-early')
  return openings
}

// A year typed wrong would have everybody paid for all the years since. Three years are more than any county begins behind.
const FARTHEST = 36

/** 起始月 that a draft is computed by: another run may have been locked since it was made. */
export async function openingsInForce(
  setting: Setting,
  { month, benefits, openings }: Pick<Run, 'month' | 'benefits' | 'openings'>,
): Promise<ReadonlyMap<Benefit, Month>> {
  const declared = await listOpenings(setting.tx, benefits)
  return new Map(benefits.map((benefit) => [benefit, declared.get(benefit) ?? openings.get(benefit) ?? month]))
}

/** 起始月 as the page of a run says it, the benefits of one month together. */
export function sayOpenings({ openings }: Pick<Run, 'openings'>): RunView['openings'] {
  return [...Map.groupBy(openings, ([, month]) => month)].map(([month, some]) => {
    const own = some.map(([benefit]) => benefit)
    const [names, from] = [own.map((benefit) => benefitNames[benefit]).join('、'), monthText(month)]
    const say = `${names}自${from}起由本系统发放；此前各月由原渠道发放，不在此补发或追回。${from}及以后首次核定、待遇从此前月份起算的，由本系统补发。`
    return { month: monthCode(month), benefits: own, say }
  })
}
