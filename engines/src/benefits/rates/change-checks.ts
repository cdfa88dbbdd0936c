import { daysBetween, dayText } from '@dongzhou/terms/day'
import { type Rate, type RateKind, rateKinds } from '@dongzhou/terms/rate'
import { rateName, rateValueText } from '@dongzhou/terms/rate-words'
import { comparablePair, firstAfter, isSameStandard, lastBefore } from './comparable.ts'
import type { ComplaintWeight, PlausibilityLimits, RateComplaint, RatesAtHand } from './complaint.ts'

/** 只升不降: what no notice of the nation or the county has ever lowered. A base index or a county's percentage may fall. */
const neverFalls: ReadonlySet<RateKind> = new Set<RateKind>([
  'disability-pension',
  'survivor-pension',
  'demobilised-subsidy',
  'ill-returned-subsidy',
  'war-participant-subsidy',
  'nuclear-test-subsidy',
  'rural-veteran-subsidy',
  'martyr-child-subsidy',
  'minimum-wage',
])

/** 与前后各期比较: a fall, a jump, a figure ten times the one before. */
export function changeComplaints(at: RatesAtHand): readonly RateComplaint[] {
  return at.proposed.flatMap((rate, row) => {
    if (!isMeasured(rate)) return []
    const own = [...at.proposed, ...at.known].filter((other) => other !== rate && isSameStandard(other, rate))
    const before = lastBefore(own, rate.validFrom)
    const after = firstAfter(own, rate.validFrom)
    return [
      ...(before ? changeFrom(before, rate, at) : []),
      // Of two proposed rows the later one says it already.
      ...(after && !at.proposed.includes(after) ? beforeLower(rate, after) : []),
    ].map((found) => ({ ...found, row, field: 'value' as const }))
  })
}

/** Amounts, parts and indices; a date, an age or a choice changes as the law changes. */
export function isMeasured({ kind, unit }: Rate): boolean {
  const { group } = rateKinds[kind]
  return (group === 'amount' || group === 'index') && unit !== 'date' && unit !== 'choice'
}

type Found = { readonly weight: ComplaintWeight; readonly say: string }

function changeFrom(before: Rate, rate: Rate, { limits }: RatesAtHand): readonly Found[] {
  const pair = comparablePair(rate, before)
  if (!pair) return []
  const [value, old] = pair
  if (value < old) return [fall(before, rate)]
  if (value === old) return []
  return [riseFrom(before, rate, [value, old], limits)].flatMap((found) => found ?? [])
}

function riseFrom(
  before: Rate,
  rate: Rate,
  [value, old]: readonly [number, number],
  { factor, rise }: PlausibilityLimits,
): Found | undefined {
  if (factor === undefined)
    return {
      weight: 'refused',
      say: `${facing(before, rate)}，${withoutLine('plausible-factor', '上调的标准不能录入')}`,
    }
  if (value * 100 >= old * factor)
    return {
      weight: 'refused',
      say: `${facing(before, rate)}，是上一期的${factor / 100}倍以上，请核对是否多写了零或弄错了单位。`,
    }
  if (rise === undefined)
    return { weight: 'held', say: `${facing(before, rate)}，${withoutLine('plausible-rise', '凡上调都须写明理由')}` }
  const years = Math.max(1, Math.ceil(daysBetween(before.validFrom, rate.validFrom) / DAYS_OF_A_YEAR))
  if ((value - old) * 10_000 <= old * rise * years) return undefined
  const percent = Math.round(((value - old) * 1000) / old) / 10
  return {
    weight: 'held',
    say: `${facing(before, rate)}，上涨${percent}%，超出常见幅度，请核对；确属文件规定的，请写明理由。`,
  }
}

function withoutLine(kind: RateKind, meanwhile: string): string {
  return `标准库中还没有“${rateKinds[kind].name}”，此前${meanwhile}。请先录入该项并由第二人复核。`
}

const DAYS_OF_A_YEAR = 366

function fall(before: Rate, rate: Rate): Found {
  if (neverFalls.has(rate.kind))
    return {
      weight: 'refused',
      say: `${facing(before, rate)}，低于上一期。这项标准历来只升不降，请核对是否误用了旧年度的数字。`,
    }
  return { weight: 'held', say: `${facing(before, rate)}，低于上一期，请核对；确属文件规定的，请写明理由。` }
}

function beforeLower(rate: Rate, after: Rate): readonly Found[] {
  const pair = comparablePair(rate, after)
  if (!pair || pair[0] <= pair[1]) return []
  const say = `${rateName(rate)}：${rateValueText(rate)}，高于其后（${dayText(after.validFrom)}起）的${rateValueText(after)}，请核对。`
  return [{ weight: neverFalls.has(rate.kind) ? 'refused' : 'held', say }]
}

function facing(before: Rate, rate: Rate): string {
  return `${rateName(rate)}：${rateValueText(rate)}，上一期（${dayText(before.validFrom)}起）为${rateValueText(before)}`
}
