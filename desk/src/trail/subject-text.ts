import type { TrailLine } from '@dongzhou/contract/platform'
import { otherSubject, subjectNames, trailWords } from './words.ts'

interface Names {
  readonly division: (code: string) => string
  readonly account: (id: string) => string | undefined
}

/** What an action was about, as auditors read it: a person by the number of the file, never by name. */
export function subjectText(
  { subjectKind, subject }: Pick<TrailLine, 'subjectKind' | 'subject'>,
  names: Names,
): string {
  const kind = subjectNames[subjectKind] ?? otherSubject
  if (subjectKind === 'division') return `${kind} ${names.division(subject)}`
  if (subjectKind === 'account') {
    const name = names.account(subject)
    return name === undefined ? trailWords.number(kind, subject) : `${kind} ${name}`
  }
  // Files and jobs have long numbers; their first part tells them apart in a list.
  return trailWords.number(kind, subject.length > 12 ? subject.slice(0, 8) : subject)
}
