import { type FactKind, factKinds, type KeptFact } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { factsAsKnownOn } from '@dongzhou/terms/standing'
import { type DueMonth, dueByMonth } from './due-months.ts'
import { personFactsOf } from './person-facts.ts'
import type { Cause, CausePart, Difference, SettlementOrder } from './settlement.ts'

/**
 * Why each difference is there. From what was known when the month was posted to what is known today in single steps: first today's
 * rates with the facts of then, then one kind of fact after the other as known today. What a step changes is its part, so the parts
 * add up; what is left between the line and its own basis is a merge, a changed rule, or a line made by hand.
 */
export function causesOf(
  order: SettlementOrder,
  today: readonly KeptFact[],
  differences: readonly Difference[],
): readonly (readonly CausePart[])[] {
  const ways = new Map<string, readonly Step[]>()
  return differences.map((difference) => {
    const knownOn = knownOnOf(order, difference)
    if (knownOn === undefined) return [part('unpaid', undefined, difference.due - difference.posted)]
    const steps = ways.get(knownOn) ?? stepsFrom(order, today, knownOn)
    ways.set(knownOn, steps)
    return partsOf(order, difference, steps)
  })
}

/** What would be due after one more thing is known as it is today. */
interface Step {
  readonly cause: Cause | undefined
  readonly kind: FactKind | undefined
  readonly due: ReadonlyMap<string, DueMonth>
}

// The latest line settled the month with what was known then.
function knownOnOf(order: SettlementOrder, { month, lines }: Difference): string | undefined {
  const known = lines.map(({ basis }) => basis.knownOn).toSorted()
  return known.at(-1) ?? order.ranOn(month)
}

function stepsFrom(order: SettlementOrder, today: readonly KeptFact[], knownOn: string): readonly Step[] {
  const then = factsAsKnownOn(order.facts, knownOn)
  const dueOf = (facts: readonly KeptFact[], questions = order.questions) =>
    dueByMonth(personFactsOf(facts), questions, order.months)
  const steps: Step[] = [
    { cause: undefined, kind: undefined, due: dueOf(then, order.questionsOn(knownOn)) },
    { cause: 'rate', kind: undefined, due: dueOf(then) },
  ]
  const learnt = new Set<FactKind>()
  for (const kind of changedKinds(then, today)) {
    learnt.add(kind)
    const known = [...then.filter((fact) => !learnt.has(fact.kind)), ...today.filter((fact) => learnt.has(fact.kind))]
    steps.push({ cause: causeOfKind(kind), kind, due: dueOf(known) })
  }
  return steps
}

// A death first and awards next: after them the other facts change only what is left.
function changedKinds(then: readonly KeptFact[], today: readonly KeptFact[]): readonly FactKind[] {
  const idsOf = (facts: readonly KeptFact[], kind: FactKind) =>
    facts
      .filter((fact) => fact.kind === kind)
      .map(({ id }) => id)
      .toSorted((one, other) => one - other)
      .join()
  return KINDS.filter((kind) => idsOf(then, kind) !== idsOf(today, kind))
}

const FIRST: readonly FactKind[] = ['death', 'death-cause', 'award']
const KINDS = [...new Set([...FIRST, ...(Object.keys(factKinds) as readonly FactKind[])])]

function causeOfKind(kind: FactKind): Cause {
  if (kind === 'death' || kind === 'death-cause') return 'death'
  return kind === 'award' ? 'award' : 'fact'
}

function partsOf(order: SettlementOrder, difference: Difference, steps: readonly Step[]): readonly CausePart[] {
  const key = `${difference.benefit} ${difference.month}`
  const parts: CausePart[] = []
  let before = difference.posted
  for (const { cause, kind, due } of steps) {
    const owed = due.get(key)
    // What cannot be told with the facts of then leaves the amount where it was.
    const after = owed?.isUnknown === true ? before : (owed?.amount ?? 0)
    if (after !== before) parts.push(part(cause ?? leftoverCause(order, difference), kind, after - before))
    before = after
  }
  return parts
}

function leftoverCause(order: SettlementOrder, { benefit, lines }: Difference): Cause {
  if (order.merged.length > 0 || lines.some(({ person }) => person !== order.person)) return 'merge'
  const version = order.questions.find(({ rule }) => rule.benefit === benefit)?.rule.version
  return lines.some(({ basis }) => basis.version !== version) ? 'rule' : 'posting'
}

function part(cause: Cause, kind: FactKind | undefined, amount: number): CausePart {
  return { cause, kind, amount: fen(amount) }
}
