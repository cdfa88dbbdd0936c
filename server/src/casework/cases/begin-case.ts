import { standingOf } from '@dongzhou/engines/casework'
import { whoOf } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { findPeopleForUpdate, type Person } from '../../registry/index.ts'
import { openCalendar } from '../calendar/calendar.sql.ts'
import { mayBeginCase } from '../policy.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import { currentProcedure } from '../procedures/procedure-list.ts'
import { type Answers, findOpenCase, recordCase } from './cases.sql.ts'
import { withAnswers } from './check-answers.ts'
import { recordEvent } from './events.sql.ts'
import { projectCase } from './project-case.ts'

/** 登记申请: opens a case at the counter. What is missing may follow; it is asked for when the application is submitted. */
export async function beginCase(
  setting: ActionSetting,
  input: {
    readonly procedure: string
    readonly personId: number
    readonly onBehalf: string
    readonly answers: Answers
  },
): Promise<{ id: number; version: number }> {
  const procedure = currentProcedure(input.procedure)
  const person = await loadApplicant(setting, procedure, input.personId)
  const answers = withAnswers(procedure, {}, input.answers)
  const event = { kind: 'begin', at: procedure.first, on: setting.today, by: whoOf(setting.clerk) } as const
  const projected = projectCase(procedure, standingOf([event]), setting.today, await openCalendar(setting))
  const begun = {
    procedure: procedure.code,
    procedureVersion: procedure.version,
    personId: person.id,
    division: person.division,
    isSingle: procedure.isSingle,
    onBehalf: input.onBehalf,
    begunOn: setting.today,
    answers,
  }
  const id = await recordCase(setting, begun, projected)
  await recordEvent(setting, { id, division: person.division }, { event, because: '', seq: 1 })
  await recordTrail(setting, {
    verb: 'casework.begin-case',
    subject: { kind: 'case', id },
    division: person.division,
    after: { procedure: procedure.code, personId: person.id },
  })
  return { id, version: 1 }
}

/** The applicant, locked, so that two counters do not open the same application at once. */
async function loadApplicant(
  setting: ActionSetting,
  procedure: ProcedureDefinition,
  personId: number,
): Promise<Person> {
  const [person] = await findPeopleForUpdate(setting, [personId])
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayBeginCase(setting.clerk, person))
  if (person.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
  if (!person.isListed) throw new Fault('registry.person-not-found')
  if (!person.isAlive) throw new Fault('casework.person-not-living')
  const open = procedure.isSingle ? await findOpenCase(setting, person.id, procedure.code) : undefined
  if (open !== undefined) throw new Fault('casework.person-has-case', { caseId: open })
  return person
}
