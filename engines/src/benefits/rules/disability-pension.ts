import type { Answer } from '../answer.ts'
import { monthOfDate } from '../calendar.ts'
import { field } from '../facts.ts'
import { Monthly } from '../money.ts'
import type { RateBook, Shelf } from '../rate-book.ts'
import type { BoundRule, Rule } from '../rule.ts'
import { StartMonth } from '../start.ts'
import type { Subject } from '../subject.ts'

/** 残疾抚恤金: by grade and nature, from the month the rating was approved (2024), or the month after (before). */
export const disabilityPension: Rule = {
  benefit: 'disability-pension',
  version: 2,
  whom: ['disabled-veteran'],
  cadence: 'monthly',
  law: [
    { law: 'entitlement-regulation-2019', article: '第二十六条' },
    { law: 'entitlement-regulation-2019', article: '第二十七条' },
    { law: 'entitlement-regulation-2024', article: '第二十七条' },
    { law: 'entitlement-regulation-2024', article: '第三十一条' },
  ],
  text: [
    '退出现役的残疾军人，按残疾性质和等级享受残疾抚恤金。',
    '因战、因公致残，一级至十级享受；因病致残，一级至六级享受。',
    '2024年10月1日起评定残疾等级的，从批准当月起发给；此前批准的，按当时办法从批准次月起发给。',
    '残疾等级调整的，条例没有规定新等级自哪个月起发：从批准当月或者次月起，由本地选定；决定另行写明月份的，从其规定。',
    '年标准按本地选定的办法折算到月。',
  ],
  bind: (book) => new BoundDisabilityPension(book),
}

class BoundDisabilityPension implements BoundRule {
  private readonly rates: readonly Shelf[]
  private readonly starts: StartMonth
  private readonly changes: Shelf
  private readonly monthly: Monthly

  constructor(book: RateBook) {
    this.rates = book.shelvesOf('disability-pension')
    this.starts = new StartMonth(book, 'disability-pension')
    this.changes = book.shelf('start-month', 'disability-change')
    this.monthly = new Monthly(book)
  }

  qualify(subject: Subject, answer: Answer): void {
    const grade = subject.fact(field.grade)
    const nature = subject.fact(field.nature)
    if (grade === undefined || nature === undefined) answer.lacks('disability')
    else if (this.rates[shelfAt(nature, grade)] === undefined)
      answer.refuse('illness-below-six', { law: 'entitlement-regulation-2024', article: '第二十七条' })
  }

  hasBegun(subject: Subject, answer: Answer): boolean | undefined {
    return this.starts.hasCome(subject, answer)
  }

  pay(subject: Subject, answer: Answer): void {
    const isFormer = this.isPaidByFormer(subject, answer)
    const nature = subject.fact(isFormer ? field.natureBefore : field.nature)
    const grade = subject.fact(isFormer ? field.gradeBefore : field.grade)
    const rate = this.rates[shelfAt(nature ?? 0, grade ?? 0)]?.inForce(subject)
    if (rate === undefined) answer.lacks('disability-pension')
    else this.monthly.pays(subject, answer, { rate, part: 'standard' })
  }

  // Art. 27 dates the start of a rating; of a changed one no text says whether its month is still paid by the grade before.
  private isPaidByFormer(subject: Subject, answer: Answer): boolean {
    if (subject.fact(field.gradeBefore) === undefined || isSameRating(subject)) return false
    const month = monthOfDate(subject.fact(field.rated) ?? 0)
    const choice = month === undefined ? undefined : this.changes.fixed(month)?.choice
    if (choice === undefined) answer.lacks('start-month')
    return choice === 'after-approval'
  }
}

function isSameRating(subject: Subject): boolean {
  return (
    subject.fact(field.gradeBefore) === subject.fact(field.grade) &&
    subject.fact(field.natureBefore) === subject.fact(field.nature)
  )
}

// The keys run war-1 … war-10, duty-1 … duty-10, illness-1 … illness-6; a shelf beyond the last is a grade that draws nothing.
function shelfAt(nature: number, grade: number): number {
  return nature * GRADES + grade - 1
}

const GRADES = 10
