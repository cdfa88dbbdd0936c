import type { RunView } from '@dongzhou/contract/payments-views'
import { type Benefit, benefits as benefitNames } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthCode, monthOf, monthText } from '@dongzhou/terms/month'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { type OpeningBook, openingAt, openingsWithin } from './opening-book.ts'
import { listOpenings, type OpeningPage } from './openings.sql.ts'
import type { Run } from './runs.sql.ts'

interface Ask {
  readonly division: DivisionCode
  readonly month: Month
  readonly benefits: readonly Benefit[]
  readonly opening?: Month | undefined
}

/**
 * 起始月 of each benefit of a run: what was declared for its division before, else what this one declares, else the month of this one. Who
 * begins with this system has paid before: what was due before the opening month is not this book's.
 */
export async function openingsOf(setting: Setting, { division, month, benefits, opening }: Ask): Promise<OpeningPage> {
  if (opening !== undefined && opening > month) throw new Fault('payments.opening-ahead')
  const pages = await listOpenings(setting.tx, benefits)
  const declared = benefits.flatMap((benefit) => openingAt(pages, division, benefit) ?? [])
  if (opening !== undefined && declared.some((one) => one !== opening)) throw new Fault('payments.opening-declared')
  if (declared.some((one) => one > month)) throw new Fault('payments.before-opening')
  const isNew = declared.length < benefits.length
  if (isNew && (opening ?? month) < monthOf(setting.today) - FARTHEST) throw new Fault('payments.opening-too-early')
  return openingsWithin(pages, { division, benefits }, () => opening ?? month)
}

// No rule of law or of the bureau: a guard against a year typed wrong, by which everybody would be paid for all the years since. Three
// years are more than anybody who begins with this system has left unpaid; who really has pays the rest in a list of its own.
const FARTHEST = 36

/** 起始月 that a draft is computed by: another run may have been locked since it was made. */
export async function openingsInForce(setting: Setting, run: Run): Promise<OpeningBook> {
  const posted = await listOpenings(setting.tx, run.benefits)
  const said = (benefit: Benefit) => openingAt([run.openings], run.division, benefit) ?? run.month
  return { own: openingsWithin(posted, run, said), posted }
}

/** 起始月 as the page of a run says it: of all of it, then of the parts that began otherwise, the benefits of one month together. */
export function sayOpenings(
  { division, openings }: Pick<Run, 'division' | 'openings'>,
  names: ReadonlyMap<string, string>,
): RunView['openings'] {
  const isOwn = (of: DivisionCode) => of === division
  const alike = Map.groupBy(openings, (one) => `${isOwn(one.division) ? 0 : 1} ${one.month}`)
  const ordered = [...alike].sort(([one], [other]) => one.localeCompare(other))
  return ordered.flatMap(([, some]) => {
    const [first] = some
    if (first === undefined) return []
    const own = [...new Set(some.map(({ benefit }) => benefit))]
    const places = [...new Set(some.map((one) => one.division))].map((code) => names.get(code) ?? code)
    const where = isOwn(first.division) ? '' : `其中${places.join('、')}已先行发放：`
    const [what, from] = [own.map((benefit) => benefitNames[benefit]).join('、'), monthText(first.month)]
    const say = `${where}${what}自${from}起由本系统发放；此前各月由原渠道发放，不在此补发或追回。${from}及以后首次核定、待遇从此前月份起算的，由本系统补发。`
    return [{ month: monthCode(first.month), benefits: own, say }]
  })
}
