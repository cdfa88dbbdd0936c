import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { type ChangeCause, type ChangeKind, changeCauses } from '@dongzhou/terms/payment'

/** What one person drew of one benefit for the month of a run, by its regular lines. */
export interface MonthlySum {
  readonly benefit: Benefit
  readonly amount: number
}

/** One person in the last run or in this one; `account` is a blind index. */
export interface PersonInRun {
  readonly person: number
  readonly monthly: readonly MonthlySum[]
  readonly arrears: number
  readonly recovery: number
  readonly withheld: number
  readonly account: string | undefined
}

/**
 * What is known about one person's change, each proven by something on file: a rate that came into force for the benefit, a fact learnt
 * or holding since, an age reached. The sheet uses a cause only where it has such evidence.
 */
export interface Evidence {
  readonly person: number
  readonly cause: ChangeCause
  /** Only where the cause speaks of one benefit: a new rate of one explains nothing about another. */
  readonly benefit: Benefit | undefined
  /** The evidence itself in words: 护理费标准 2025-07-01 起调整. */
  readonly say: string
}

export interface Change {
  readonly person: number
  readonly change: ChangeKind
  readonly before: number
  readonly now: number
  readonly causes: readonly ChangeCause[]
  readonly say: readonly string[]
  readonly isUnexplained: boolean
}

/**
 * 人员增减与金额变动表 (change sheet): everybody whose payment is not what it was in the last run, with the causes that are proven. Whoever
 * differs in a benefit without evidence for it is unexplained. Those who stay the same are left out.
 */
export function changeSheet(
  before: readonly PersonInRun[],
  now: readonly PersonInRun[],
  evidence: readonly Evidence[],
): readonly Change[] {
  const earlier = new Map(before.map((one) => [one.person, one]))
  const proofs = Map.groupBy(evidence, ({ person }) => person)
  const present = new Set(now.map(({ person }) => person))
  const changes = now.map((one) => changeOf(earlier.get(one.person), one, proofs.get(one.person) ?? []))
  const gone = before
    .filter(({ person }) => !present.has(person))
    .map((one) => changeOf(one, nobody(one.person), proofs.get(one.person) ?? []))
  return [...changes, ...gone].filter((change) => change !== undefined)
}

function changeOf(was: PersonInRun | undefined, is: PersonInRun, proofs: readonly Evidence[]): Change | undefined {
  const [before, now] = [sumOf(was?.monthly ?? []), sumOf(is.monthly)]
  const differing = differences(was?.monthly ?? [], is.monthly)
  const used = new Set<Evidence>()
  let isUnexplained = false
  for (const { benefit } of differing) {
    const found = proofs.filter((proof) => explains(proof, benefit))
    for (const proof of found) used.add(proof)
    isUnexplained ||= found.length === 0
  }
  const beside = besides(was, is)
  if (differing.length === 0 && beside.length === 0) return undefined
  const say = [
    ...differing.map(({ benefit, from, to }) => `${benefits[benefit]}：${yuan(from)} → ${yuan(to)}`),
    ...[...used].map((proof) => `${changeCauses[proof.cause]}：${proof.say}`),
    ...beside.map((one) => one.say),
  ]
  return {
    person: is.person,
    change: kindOf(before, now),
    before,
    now,
    causes: [...new Set([...[...used].map(({ cause }) => cause), ...beside.map(({ cause }) => cause)])],
    say,
    isUnexplained,
  }
}

/** What is not a difference of the month's money itself: it explains itself by the lines it is made of. */
function besides(was: PersonInRun | undefined, is: PersonInRun): readonly { cause: ChangeCause; say: string }[] {
  const found: { cause: ChangeCause; say: string }[] = []
  if (is.arrears !== 0) found.push({ cause: 'arrears', say: `本期补发 ${yuan(is.arrears)}` })
  if (is.recovery !== 0) found.push({ cause: 'recovery', say: `本期追回 ${yuan(-is.recovery)}` })
  if (is.withheld !== (was?.withheld ?? 0) && is.withheld !== 0)
    found.push({ cause: 'recovery', say: `按月扣回 ${yuan(is.withheld)}` })
  if (was?.account !== undefined && is.account !== undefined && was.account !== is.account)
    found.push({ cause: 'account', say: '收款账户与上期不同' })
  return found
}

function explains({ cause, benefit }: Evidence, of: Benefit): boolean {
  // An account says where money goes, not how much of it.
  return cause !== 'account' && (benefit === undefined || benefit === of)
}

interface Difference {
  readonly benefit: Benefit
  readonly from: number
  readonly to: number
}

function differences(was: readonly MonthlySum[], is: readonly MonthlySum[]): readonly Difference[] {
  const sums = (monthly: readonly MonthlySum[], benefit: Benefit) =>
    sumOf(monthly.filter((one) => one.benefit === benefit))
  return [...new Set([...was, ...is].map(({ benefit }) => benefit))]
    .map((benefit) => ({ benefit, from: sums(was, benefit), to: sums(is, benefit) }))
    .filter(({ from, to }) => from !== to)
}

function kindOf(before: number, now: number): ChangeKind {
  if (before === 0 && now !== 0) return 'in'
  return before !== 0 && now === 0 ? 'out' : 'changed'
}

function nobody(person: number): PersonInRun {
  return { person, monthly: [], arrears: 0, recovery: 0, withheld: 0, account: undefined }
}

function sumOf(monthly: readonly MonthlySum[]): number {
  return monthly.reduce((sum, { amount }) => sum + amount, 0)
}

function yuan(amount: number): string {
  return `${yuanText(fen(amount))} 元`
}
