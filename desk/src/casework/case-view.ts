import type { CaseFile, FieldView, MoveView, ProcedureView } from '@dongzhou/contract/casework-views'
import type { Trouble } from '../kit/trouble.ts'
import { pageWords } from './words.ts'

/** What still has to be there before the step can go on, each kind as one sentence. */
export function missingOf(file: CaseFile): readonly string[] {
  if (file.isEnded) return []
  const isFirst = file.at === firstOf(file)
  const papers = file.papers.filter(({ state }) => state === 'lacking').map(({ name }) => name)
  const answers = unansweredOf(file).map(({ label }) => label)
  return [
    ...(isFirst && file.lacking.length > 0 ? [pageWords.missingFacts(listed(file.lacking))] : []),
    ...(answers.length > 0 ? [pageWords.missingAnswers(listed(answers))] : []),
    ...(isFirst && papers.length > 0 ? [pageWords.missingPapers(listed(papers))] : []),
  ]
}

/** What the step asks and nobody has answered. */
export function unansweredOf({ fields, answers, at }: CaseFile): readonly FieldView[] {
  return fieldsAt(fields, at).filter(
    ({ code, isOptional }) => !isOptional && !answers.some((answer) => answer.code === code && answer.value !== ''),
  )
}

/** The part of the form that a step asks. */
export function fieldsAt(fields: readonly FieldView[], step: string): readonly FieldView[] {
  return fields.filter(({ askedAt }) => askedAt === step)
}

/** What an applicant fills in: the form of the first step. */
export function fieldsToApply({ fields, steps }: ProcedureView): readonly FieldView[] {
  return fieldsAt(fields, steps[0]?.code ?? '')
}

/** Why ways out cannot be taken now: what hinders all of them is said once, the rest with the way it hinders. */
export function hindrancesOf(moves: readonly MoveView[]): readonly string[] {
  const ofAll = (moves[0]?.hindrances ?? []).filter((say) => moves.every(({ hindrances }) => hindrances.includes(say)))
  const ofOne = moves.flatMap(({ label, hindrances }) =>
    hindrances.filter((say) => !ofAll.includes(say)).map((say) => pageWords.hinderedOf(label, say)),
  )
  return [...ofAll, ...ofOne]
}

/** What a fault names besides its sentence: facts, answers, papers, hindrances. */
export function namedIn({ details }: Trouble): readonly string[] {
  const { missing, answers, papers, reasons } = details
  return [missing, answers, papers, reasons].flatMap(textsOf)
}

/** The case that stands in the way of another. */
export function caseNamedIn({ details }: Trouble): number | undefined {
  const { caseId } = details
  return typeof caseId === 'number' ? caseId : undefined
}

// The first step is where the applicant is asked: a case tells its steps only by where its fields are asked.
function firstOf({ moves, at }: CaseFile): string | undefined {
  return moves.some(({ move }) => move === 'submit') ? at : undefined
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}
