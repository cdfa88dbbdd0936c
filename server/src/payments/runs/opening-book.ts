import type { Benefit } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode, isWithin } from '@dongzhou/terms/division'
import type { Month } from '@dongzhou/terms/month'
import type { Opening, OpeningPage } from './openings.sql.ts'

/** 起始月 that holds where somebody lives, by what some runs declared; the first to begin there counts. */
export function openingAt(pages: readonly OpeningPage[], place: DivisionCode, benefit: Benefit): Month | undefined {
  const said = pages.flatMap((page) => innermost(page, place, benefit)?.month ?? [])
  return said.length === 0 ? undefined : (Math.min(...said) as Month)
}

/**
 * 起始月 of a run, by division: what was declared for all of it before, else what it says itself; and of each part that began otherwise its
 * own. A town that began in January is not begun anew in May with the county.
 */
export function openingsWithin(
  pages: readonly OpeningPage[],
  { division, benefits }: { readonly division: DivisionCode; readonly benefits: readonly Benefit[] },
  own: (benefit: Benefit) => Month,
): OpeningPage {
  const parts = pages.flat().filter((one) => isWithin(one.division, division) && one.division !== division)
  return benefits.flatMap((benefit) => {
    const month = openingAt(pages, division, benefit) ?? own(benefit)
    const page: Opening[] = [{ division, benefit, month }]
    const inner = new Set(parts.filter((one) => one.benefit === benefit).map((one) => one.division))
    // A town before its villages: what says the same as the division around it is not said twice.
    for (const part of [...inner].sort()) {
      const its = openingAt(pages, part, benefit)
      if (its !== undefined && its !== innermost(page, part, benefit)?.month)
        page.push({ division: part, benefit, month: its })
    }
    return page
  })
}

/** 起始月 in force for a draft. */
export interface OpeningBook {
  /** Of the division of the run, and of its parts that began otherwise. */
  readonly own: OpeningPage
  readonly posted: readonly OpeningPage[]
}

export function bookOpening({ own, posted }: OpeningBook, place: DivisionCode, benefit: Benefit): Month | undefined {
  return innermost(own, place, benefit)?.month ?? openingAt(posted, place, benefit)
}

/** Every month in which a benefit began somewhere: mostly one. */
export function openingMonths({ own, posted }: OpeningBook, benefit: Benefit): ReadonlySet<Month> {
  return new Set([own, ...posted].flat().flatMap((one) => (one.benefit === benefit ? [one.month] : [])))
}

function innermost(page: OpeningPage, place: DivisionCode, benefit: Benefit): Opening | undefined {
  return page
    .filter((one) => one.benefit === benefit && isWithin(place, one.division))
    .reduce<Opening | undefined>(
      (best, one) => (best === undefined || isWithin(one.division, best.division) ? one : best),
      undefined,
    )
}

/** 起始月 as a run keeps them: by division, then by benefit. */
export type OpeningsRecord = Readonly<Record<string, Readonly<Record<string, number>>>>

export function openingsRecord(page: OpeningPage): OpeningsRecord {
  return Object.fromEntries(
    [...Map.groupBy(page, ({ division }) => division)].map(([division, some]) => [
      division,
      Object.fromEntries(some.map(({ benefit, month }) => [benefit, month])),
    ]),
  )
}

export function openingsIn(kept: OpeningsRecord): OpeningPage {
  return Object.entries(kept).flatMap(([code, some]) =>
    Object.entries(some).map(([benefit, month]) => ({
      division: divisionCode(code),
      benefit: benefit as Benefit,
      month: month as Month,
    })),
  )
}
