import { newFacts } from '@dongzhou/engines/registry'
import { type Fact, factKinds } from '@dongzhou/terms/fact'
import { addMonths, monthOf, monthSpan } from '@dongzhou/terms/month'
import { awardByCase } from '../../benefits/index.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import {
  findPeopleForUpdate,
  listFactsOf,
  type PersonFact,
  recordPeople,
  supersedeFacts,
} from '../../registry/index.ts'
import type { Decided, DecidedFact } from '../procedures/procedure-definition.ts'
import type { OpenedCase } from './cases.sql.ts'

type Source = Extract<Fact['source'], { kind: 'case' }>

/**
 * 登记决定: what a case decided, through the register's front door, with the case as source. What is on file already adds nothing; a value
 * that another takes the place of ends on the day the new one begins, so that both times stay readable.
 */
export async function recordDecided(
  setting: ActionSetting,
  of: Pick<OpenedCase, 'id' | 'personId'>,
  { records, ends = [], award }: Decided,
): Promise<void> {
  const source: Source = { kind: 'case', caseId: String(of.id) }
  // Locked before it is read: a ledger that is accepted meanwhile waits.
  await findPeopleForUpdate(setting, [of.personId])
  const open = await listFactsOf(setting, [of.personId], 'open')
  const { add, disagreeing } = newFacts(
    open,
    records.map((fact) => factOf(fact, source)),
  )
  const news = [...add, ...disagreeing]
  const ended = [
    ...news.flatMap((fact) => beforeIt(open, fact)),
    ...ends.flatMap((end) => endedAward(open, end, source)),
  ]
  await supersedeFacts(
    setting,
    ended.map(({ id }) => id),
    `办件${of.id}的决定`,
  )
  const facts = [...ended.map(({ fact }) => fact), ...news]
  if (facts.length > 0) await recordPeople(setting, 'casework.take-effect', [{ personId: of.personId, facts }])
  if (award !== undefined) await awardByCase(setting, { ...award, personId: of.personId, caseId: of.id })
}

interface Ended {
  readonly id: number
  readonly fact: Fact
}

// Kind and value are paired in what was decided; TypeScript cannot pair them through a spread.
function factOf({ kind, value, validFrom }: DecidedFact, source: Source): Fact {
  return { kind, value, validFrom, validTo: undefined, source, certainty: 'confirmed' } as Fact
}

/** What a new value of a kind that holds one at a time takes the place of. */
function beforeIt(open: readonly PersonFact[], { kind, validFrom }: Fact): readonly Ended[] {
  if (validFrom === undefined || factKinds[kind].holds !== 'single') return []
  return open
    .filter((fact) => fact.kind === kind && fact.validTo === undefined && (fact.validFrom ?? '') < validFrom)
    .map((fact) => ({ id: fact.id, fact: { ...bare(fact), validTo: validFrom } }))
}

/** Throws `benefits.award-ends-before-it-begins` where money is said to have been paid through a month before it began. */
function endedAward(
  open: readonly PersonFact[],
  { benefit, through }: NonNullable<Decided['ends']>[number],
  source: Source,
): readonly Ended[] {
  const validTo = monthSpan(addMonths(through, 1)).from
  return open.flatMap((fact): readonly Ended[] => {
    if (fact.kind !== 'award' || fact.value.benefit !== benefit || fact.validTo !== undefined) return []
    // One month before it begins says that it never paid.
    if (through < monthOf(fact.validFrom ?? fact.value.approved) - 1)
      throw new Fault('benefits.award-ends-before-it-begins')
    return [{ id: fact.id, fact: { ...bare(fact), validTo, source } }]
  })
}

function bare({ id: _, recordedAt: __, supersededAt: ___, ...fact }: PersonFact): Fact {
  return fact
}
