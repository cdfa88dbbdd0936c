import { type Day, day } from '@dongzhou/terms/day'
import { type Jurisdiction, type Rate, type RateKind, rateKinds } from '@dongzhou/terms/rate'
import { inForceOn } from './rates/comparable.ts'
import type { PlausibilityLimits } from './rates/complaint.ts'

/** 审批人数的一档: from this amount (fen) or change (basis points) on, so many must approve. */
export interface ApprovalStep {
  readonly from: number
  readonly approvals: number
}

/** 内部控制 (house rules): what the bureau rules for its own payments and its rate book, by rows with document and second signature. */
export interface HouseRules {
  /** 账户变更后，变更人不得确认发放的天数. */
  readonly accountDays: number
  /** 年度确认: `06-30`; after this day of the year whoever is not confirmed for it is overdue. */
  readonly confirmedBy: string
  /** 审批人数, both lists ascending. */
  readonly signatures: {
    readonly byAmount: readonly ApprovalStep[]
    readonly byChange: readonly ApprovalStep[]
  }
  readonly limits: Omit<PlausibilityLimits, 'today'>
  /** Kinds without a row on the day. Their strictest reading stands, and `say` tells what that is and which row to enter. */
  readonly lacking: readonly { readonly kind: RateKind; readonly say: string }[]
  /** A shipped sample took part: a demonstration bureau's rules. */
  readonly isSample: boolean
}

/** The house rules that a book holds on a day. What it does not hold is read as strictly as it can be. */
export function houseRulesIn(rates: readonly Rate[], on: Day): HouseRules {
  const find = (kind: HouseKind, key: string) =>
    nearest(
      rates.filter((rate) => rate.kind === kind && rate.key === key),
      on,
    )
  const kinds = Object.keys(strictest) as readonly HouseKind[]
  const rows = new Map(kinds.map((kind) => [kind, find(kind, firstKey(kind))]))
  const value = (kind: HouseKind) => rows.get(kind)?.value
  const thirds = [find('approvals-by-amount', '3'), find('approvals-by-change', '3')] as const
  return {
    accountDays: value('account-days') ?? ALWAYS,
    confirmedBy: monthEnd(value('yearly-confirmation') ?? 0),
    signatures: {
      byAmount: stepsOf(value('approvals-by-amount'), thirds[0]?.value),
      byChange: stepsOf(value('approvals-by-change'), thirds[1]?.value),
    },
    limits: {
      rise: value('plausible-rise'),
      factor: value('plausible-factor'),
      spread: value('plausible-spread'),
    },
    lacking: kinds.filter((kind) => rows.get(kind) === undefined).map((kind) => ({ kind, say: sayLacking(kind) })),
    isSample: [...rows.values(), ...thirds].some((rate) => rate?.state === 'sample'),
  }
}

/** 年度确认的起算日: until the day of the year by which everybody must be confirmed, the year before counts. */
export function confirmedSince(today: Day, { confirmedBy }: Pick<HouseRules, 'confirmedBy'>): Day {
  const year = Number(today.slice(0, 4))
  return day(`${today.slice(5) > confirmedBy ? year : year - 1}-01-01`)
}

function nearest(rates: readonly Rate[], on: Day): Rate | undefined {
  for (const jurisdiction of ['county', 'city', 'province', 'nation'] satisfies readonly Jurisdiction[]) {
    const found = inForceOn(
      rates.filter((rate) => rate.jurisdiction === jurisdiction),
      on,
    )
    if (found) return found
  }
  return undefined
}

/** What stands while a row is missing. */
const strictest = {
  'account-days': '凡变更过收款账户的人，不论何时变更，都不得确认发放含有该账户的批次',
  'yearly-confirmation': '自每年1月1日起，当年尚未确认的一律按逾期处理',
  'approvals-by-amount': '每一批次不论金额，都须两人审批',
  'approvals-by-change': '每一批次不论变动大小，都须两人审批',
  'plausible-rise': '标准凡上调，都须写明理由',
  'plausible-factor': '上调的标准一律不能录入',
  'plausible-spread': '同表涨幅凡有差异都作提示',
} as const satisfies { readonly [K in RateKind]?: string }

type HouseKind = keyof typeof strictest

function sayLacking(kind: HouseKind): string {
  return `标准库中没有“${rateKinds[kind].name}”，现按最严办法执行：${strictest[kind]}。请在标准库“内部控制”中按本局文件录入该项，并由第二人复核。`
}

// Further back than any account has been changed: a hundred years.
const ALWAYS = 36_525

function firstKey(kind: HouseKind): string {
  return rateKinds[kind].keys[0]
}

// A bureau need not know a third approval; the second it has to rule on, and until then it is asked of every run.
function stepsOf(two: number | undefined, three: number | undefined): readonly ApprovalStep[] {
  const second = { from: two ?? 0, approvals: 2 }
  if (three === undefined) return [second]
  const third = { from: three, approvals: 3 }
  return second.from < third.from ? [second, third] : [third]
}

function monthEnd(month: number): string {
  const days = DAYS[month] ?? 0
  return `${String(month).padStart(2, '0')}-${String(days).padStart(2, '0')}`
}

// In February the 29th, so that a leap year's last day is in time too; before January there is no day.
const DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
