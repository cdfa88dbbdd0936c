import { dayText } from '@dongzhou/terms/day'
import { jurisdictions, type Rate, rateKinds } from '@dongzhou/terms/rate'
import { rateName, rateValueText } from '@dongzhou/terms/rate-words'
import { isMeasured } from './change-checks.ts'
import { comparablePair, isSameStandard, lastBefore, lastBegun } from './comparable.ts'
import type { RateComplaint, RatesAtHand } from './complaint.ts'

/** 国家标准是底线: a local standard below the last national one that had begun, ended or not. */
export function floorComplaints({ proposed, known }: RatesAtHand): readonly RateComplaint[] {
  return proposed.flatMap((rate, row) => {
    // A county's income or wage may well lie below the nation's: an index is no standard.
    if (rate.jurisdiction === 'nation' || !isMeasured(rate) || rateKinds[rate.kind].group === 'index') return []
    const national = { ...rate, jurisdiction: 'nation' } as const
    const floor = lastBegun(
      [...known, ...proposed].filter((other) => isSameStandard(other, national)),
      rate.validFrom,
    )
    const pair = floor && comparablePair(rate, floor)
    if (!pair || pair[0] >= pair[1]) return []
    const say = `${rateName(rate)}：${rateValueText(rate)}，低于国家标准${rateValueText(floor)}（${dayText(floor.validFrom)}起），${jurisdictions[rate.jurisdiction]}标准一般不低于国家标准，请核对。`
    return [{ row, field: 'value', weight: 'warning', say }]
  })
}

// Fewer rows than that have no middle worth the name.
const FEWEST = 5

/**
 * 涨幅是否均匀: in one table, the rows that rose otherwise than the middle one. In 2022 every grade from one to six rose by 9, 8 or 7
 * percent as 因战, 因公 or 因病, grades seven to ten by one percent less: a digit typed wrong stands out.
 */
export function spreadComplaints({ proposed, known, limits }: RatesAtHand): readonly RateComplaint[] {
  const rises = proposed.flatMap((rate, row) => {
    const before = lastBefore(
      known.filter((other) => isSameStandard(other, rate)),
      rate.validFrom,
    )
    const pair = before && isMeasured(rate) ? comparablePair(rate, before) : undefined
    return pair ? [{ row, rate, rise: Math.round((pair[0] * 10_000) / pair[1]) - 10_000 }] : []
  })
  const tables = Map.groupBy(rises, ({ rate }) => [rate.kind, rate.jurisdiction, rate.validFrom].join(' '))
  return [...tables.values()].flatMap((table) => {
    if (table.length < FEWEST) return []
    const middle =
      table.map(({ rise }) => rise).toSorted((one, other) => one - other)[Math.floor(table.length / 2)] ?? 0
    return table
      .filter(({ rise }) => Math.abs(rise - middle) > (limits.spread ?? 0))
      .map(
        ({ row, rate, rise }) => ({ row, field: 'value', weight: 'warning', say: uneven(rate, rise, middle) }) as const,
      )
  })
}

function uneven(rate: Rate, rise: number, middle: number): string {
  return `${rateName(rate)}：${rateValueText(rate)}，比上一期${moved(rise)}，同表多数${moved(middle)}，请核对是否录错。`
}

function moved(rise: number): string {
  return `${rise < 0 ? '下降' : '上涨'}${Math.abs(Math.round(rise / 10) / 10)}%`
}
