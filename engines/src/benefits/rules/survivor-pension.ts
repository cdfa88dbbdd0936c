import type { Answer } from '../answer.ts'
import { field, grounds, relations, survivorKinds } from '../facts.ts'
import { articleInForce, hasBegun } from '../law-time.ts'
import type { Article } from '../laws.ts'
import { Monthly } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { StartMonth } from '../start.ts'
import type { Subject } from '../subject.ts'

const law = {
  before: { law: 'entitlement-regulation-2019', article: '第十六条' },
  since: { law: 'entitlement-regulation-2024', article: '第十九条' },
  remarried: { law: 'entitlement-regulation-2024', article: '第二十条' },
  martyrsBefore: { law: 'martyrs-regulation-2019', article: '第十六条' },
  martyrsSince: { law: 'martyrs-regulation-2024', article: '第十七条' },
  martyrsRemarriedBefore: { law: 'martyrs-regulation-2019', article: '第十七条' },
  martyrsRemarried: { law: 'martyrs-regulation-2024', article: '第二十条' },
} as const satisfies Record<string, Article>

/** 三属定期抚恤金: to parents and spouses without means, to children, and to siblings whom the one who died supported. */
export const survivorPension: Rule = {
  benefit: 'survivor-pension',
  version: 1,
  whom: ['survivor-of-martyr', 'survivor-of-duty-death', 'survivor-of-illness-death'],
  cadence: 'monthly',
  law: Object.values(law),
  text: [
    '烈士遗属、因公牺牲军人遗属、病故军人遗属，由户籍所在地依据申请审核，符合条件的发给定期抚恤金。',
    '父母（抚养人）、配偶无劳动能力、无生活费来源，或者收入低于当地居民平均生活水平的，可以领取。',
    '子女未满十八周岁，或者已满十八周岁但因上学、残疾无生活费来源的，可以领取；年满十八周岁当月起按成年条件审核。',
    '兄弟姐妹由军人生前供养，未满十八周岁或者已满十八周岁但因上学无生活费来源的，可以领取；烈士的兄弟姐妹不论年龄都须由烈士生前供养。',
    '配偶再婚后继续赡养父母、抚养兄弟姐妹的，继续发给：烈士的配偶一直如此，因公牺牲、病故军人的配偶自2024年10月1日起。',
  ],
  bind: (book) => new BoundSurvivorPension(book),
}

const MARTYR = survivorKinds.indexOf('martyr')
const SIBLING = relations.indexOf('sibling')
const CHILD = relations.indexOf('child')
const NONE = grounds.indexOf('none')

/** What each relative may draw on: the first set at any age, children and siblings beside it while they are minors. */
const LASTING: readonly (readonly number[])[] = [
  codesOf('no-means', 'low-income'),
  codesOf('no-means', 'low-income'),
  codesOf('studying', 'disabled'),
  codesOf('studying'),
]
const REMARRIED = grounds.indexOf('remarried')
const SPOUSE = relations.indexOf('spouse')

class BoundSurvivorPension implements BoundRule {
  private readonly rates: readonly Shelf[]
  private readonly adulthood: Shelf
  private readonly siblings: Shelf
  private readonly starts: StartMonth
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.rates = book.shelvesOf('survivor-pension')
    this.adulthood = book.shelf('age', 'survivor-minor')
    this.siblings = book.shelf('sibling-support')
    this.starts = new StartMonth(book, 'survivor-pension')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    const of = subject.fact(field.survivorOf)
    const relation = subject.fact(field.relation)
    if (of === undefined || relation === undefined) answer.lacks('survivor')
    else if (relation === CHILD || relation === SIBLING) this.asksYoung(subject, answer, { of, relation })
    else asksGround(subject, answer, { of, relation })
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const rate = this.rates[subject.fact(field.survivorOf) ?? -1]?.inForce(subject)
    if (rate === undefined) answer.lacks('survivor-pension')
    else this.monthly.pays(subject, answer, { rate, part: 'standard' })
  }

  private asksYoung(subject: Subject, answer: Answer, kin: Kin): void {
    if (drawsOn(subject, kin)) {
      if (kin.relation === SIBLING) asksSupport(subject, answer, kin)
      return
    }
    const isMinor = this.isMinor(subject, answer)
    if (isMinor === true) this.asksMinor(subject, answer, kin)
    if (isMinor !== false) return
    if (subject.fact(field.ground) === undefined) answer.lacks('survivor')
    else answer.refuse('of-age', articleFor(subject, kin))
  }

  private isMinor(subject: Subject, answer: Answer): boolean | undefined {
    const years = this.adulthood.inForce(subject)?.value
    const isAdult = years === undefined ? undefined : subject.isAged(years)
    if (years === undefined) answer.lacks('age')
    else if (isAdult === undefined) answer.lacks('birth')
    return isAdult === undefined ? undefined : !isAdult
  }

  // 烈士褒扬条例 asks a martyr's sibling to have been supported at any age; 军人抚恤优待条例 art. 19 (3) can be read either way for minors.
  private asksMinor(subject: Subject, answer: Answer, kin: Kin): void {
    if (kin.relation !== SIBLING || subject.fact(field.supported) === 1) return
    const choice = kin.of === MARTYR ? 'always' : this.siblings.inForce(subject)?.choice
    if (choice === undefined) answer.lacks('sibling-support')
    else if (choice === 'always') asksSupport(subject, answer, kin)
  }
}

interface Kin {
  readonly of: number
  readonly relation: number
}

function drawsOn(subject: Subject, { relation }: Kin): boolean {
  const ground = subject.fact(field.ground)
  return ground !== undefined && LASTING[relation]?.includes(ground) === true
}

function asksGround(subject: Subject, answer: Answer, kin: Kin): void {
  const ground = subject.fact(field.ground)
  if (ground === undefined) answer.lacks('survivor')
  else if (ground === REMARRIED && kin.relation === SPOUSE) asksRemarried(subject, answer, kin)
  else if (ground === NONE) answer.refuse('still-earning', articleFor(subject, kin))
  else if (!drawsOn(subject, kin)) answer.refuse('no-ground', articleFor(subject, kin))
}

// The widow of a martyr went on drawing under the regulation of 2011 already; of the others only that of 2024 speaks.
function asksRemarried(subject: Subject, answer: Answer, { of }: Kin): void {
  if (of !== MARTYR && !hasBegun(subject, law.remarried.law)) answer.refuse('no-ground', law.before)
}

function asksSupport(subject: Subject, answer: Answer, kin: Kin): void {
  const supported = subject.fact(field.supported)
  if (supported === undefined) answer.lacks('survivor')
  else if (supported === 0) answer.refuse('not-dependent', articleFor(subject, kin))
}

function articleFor(subject: Subject, { of }: Kin): Article {
  if (of === MARTYR) return articleInForce(subject, law.martyrsBefore, law.martyrsSince)
  return articleInForce(subject, law.before, law.since)
}

function codesOf(...of: readonly (typeof grounds)[number][]): readonly number[] {
  return of.map((ground) => grounds.indexOf(ground))
}
