import type { FactKind } from '@dongzhou/terms/fact'
import type { Month } from '@dongzhou/terms/month'
import { BulkAnswer } from './answer.ts'
import { columnsOf } from './columns.ts'
import { type Field, fields, type MeritClass, type PersonFacts } from './facts.ts'
import type { Question } from './question.ts'
import { Subject } from './subject.ts'

/** Which kind of fact fills a field. */
const kindOfField: { readonly [F in Field]: FactKind } = {
  identities: 'identity',
  born: 'birth',
  died: 'death',
  deathCause: 'death-cause',
  basePay: 'death-cause',
  honour: 'death-cause',
  grade: 'disability',
  nature: 'disability',
  mental: 'disability',
  rated: 'disability',
  gradeBefore: 'disability',
  natureBefore: 'disability',
  care: 'care',
  survivorOf: 'survivor',
  relation: 'survivor',
  ground: 'survivor',
  supported: 'survivor',
  lone: 'lone',
  suspended: 'suspension',
  rural: 'household-registration',
  ruralAtDischarge: 'household-registration',
  insurance: 'pension-insurance',
  employment: 'employment',
  income: 'income',
  enlisted: 'service',
  discharged: 'service',
  conscriptFrom: 'service',
  conscriptTo: 'service',
  conscriptApproved: 'conscription',
  region: 'conscription',
  student: 'conscription',
  conscriptLeft: 'conscription',
  leaving: 'conscription',
  arrangement: 'arrangement',
  reported: 'arrangement',
  letter: 'arrangement',
}

/** 规则用到的事实种类: every kind of fact that some rule may ask about; none of them is sealed as a whole, and of a rating one part is. */
export const benefitFactKinds: readonly FactKind[] = [
  ...new Set([...Object.values(kindOfField), 'award', 'merit'] as const),
]

/** 判定所用的事实 (facts asked): which kinds of facts a question looked at for one month of one person, in the order it did. */
export function factsAsked(
  question: Question,
  facts: PersonFacts,
  about: { readonly award: number; readonly ask: 'decides' | 'qualifies' },
  month: Month,
): readonly FactKind[] {
  const subject = new ListeningSubject(columnsOf([facts]))
  subject.stand(0, about.award, month, (month + 1) as Month)
  question[about.ask](subject, new BulkAnswer())
  return [...subject.asked]
}

class ListeningSubject extends Subject {
  readonly asked = new Set<FactKind>()

  override fact(of: number): number | undefined {
    const name = fields[of]
    if (name !== undefined) this.asked.add(kindOfField[name])
    return super.fact(of)
  }

  override isOf(identityBits: number): boolean {
    this.asked.add('identity')
    return super.isOf(identityBits)
  }

  override awardFact(of: Parameters<Subject['awardFact']>[0]): number | undefined {
    this.asked.add('award')
    return super.awardFact(of)
  }

  override merits(): readonly { readonly class: MeritClass; readonly on: number; readonly wartime: boolean }[] {
    this.asked.add('merit')
    return super.merits()
  }
}
