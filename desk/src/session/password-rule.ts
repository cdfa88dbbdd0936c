import { sessionWords } from '../words/session.ts'

/** What is wrong with a new password, in words; undefined when nothing is. The server judges again. */
export function complaintOfPassword(current: string, fresh: string, again: string): string | undefined {
  if (fresh === '' || current === '') return sessionWords.needPassword
  if ([...fresh].length < 12 || kindsIn(fresh) < 3) return sessionWords.weak
  if (fresh === current) return sessionWords.same
  return fresh === again ? undefined : sessionWords.differ
}

function kindsIn(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length
}
