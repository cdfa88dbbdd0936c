import type { CaseLetter } from '@dongzhou/contract/casework-views'
import { decisionLetter, noticeThrough, publicNotice } from '@dongzhou/engines/casework'
import { maskedName } from '@dongzhou/engines/payments'
import type { Setting } from '../../platform/setting.ts'
import { answerText } from './answer-text.ts'
import type { CaseInHand } from './load-case.ts'

interface Named {
  readonly name: string
  readonly place: string
}

/** 公示 of the notice that hangs; null where none does, or where its last day cannot be counted. */
export function noticeOf({ bureau }: Setting, inHand: CaseInHand, { name, place }: Named): CaseLetter | null {
  const { procedure, standing, calendar } = inHand
  const shows = procedure.steps[standing.at]?.notice?.shows
  const through = noticeThrough(procedure, standing, calendar)
  const on = standing.visits.at(-1)?.from
  if (shows === undefined || through?.kind !== 'day' || on === undefined) return null
  return publicNotice({
    procedureName: procedure.name,
    issuer: bureau.name,
    maskedName: maskedName(name),
    place,
    shows: answered(inHand, (code) => shows.includes(code)),
    on,
    through: through.day,
  })
}

/** 决定书 of a case that was granted or refused. */
export function letterOf({ bureau }: Setting, inHand: CaseInHand, { name }: Named): CaseLetter | null {
  const { of, procedure, standing, events } = inHand
  const decided = events.findLast(({ event }) => event.kind === 'move')
  if ((standing.at !== 'granted' && standing.at !== 'refused') || decided === undefined) return null
  const asked = new Set(procedure.fields.filter(({ askedAt }) => askedAt !== undefined).map(({ code }) => code))
  return decisionLetter({
    outcome: standing.at,
    name,
    procedureName: procedure.name,
    issuer: bureau.name,
    caseNumber: String(of.id),
    begunOn: of.begunOn,
    basis: procedure.basis,
    terms: answered(inHand, (code) => asked.has(code)),
    because: decided.because,
    on: decided.event.on,
  })
}

function answered({ of, procedure }: CaseInHand, isWanted: (code: string) => boolean) {
  return procedure.fields.flatMap((field) => {
    const value = of.answers[field.code]
    return isWanted(field.code) && value !== undefined ? [{ label: field.label, text: answerText(field, value) }] : []
  })
}
