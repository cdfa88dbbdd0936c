import type { CaseLine } from '@dongzhou/contract/casework-views'
import { caseEnds, isCaseEnd } from '@dongzhou/terms/casework'
import { accountNames } from '../../access/index.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, listPeopleByIds } from '../../registry/index.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import { procedureOf } from '../procedures/procedure-list.ts'
import type { Case } from './cases.sql.ts'

/** Lines of a list of cases, with the names of people, places and colleagues. */
export async function presentCases(setting: Setting, cases: readonly Case[]): Promise<readonly CaseLine[]> {
  const people = await listPeopleByIds(setting, [...new Set(cases.map(({ personId }) => personId))])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const divisions = await divisionNames(
    setting,
    cases.map(({ division }) => division),
  )
  const assignees = await accountNames(
    setting,
    cases.flatMap(({ assigneeId }) => (assigneeId === undefined ? [] : [assigneeId])),
  )
  return cases.map((one) => ({
    id: one.id,
    version: one.version,
    procedure: one.procedure,
    procedureName: procedureOf(one.procedure, one.procedureVersion).name,
    person: { id: one.personId, name: names.get(one.personId) ?? '' },
    division: { code: one.division, name: divisions.get(one.division) ?? '' },
    at: one.at,
    atName: standName(procedureOf(one.procedure, one.procedureVersion), one.at),
    isEnded: isCaseEnd(one.at),
    since: one.enteredOn,
    begunOn: one.begunOn,
    assignee: one.assigneeId === undefined ? null : (assignees.get(one.assigneeId) ?? ''),
    dueOn: one.dueOn ?? null,
    isOverdue: one.dueOn !== undefined && one.dueOn < setting.today,
    lacksCalendar: one.lacksCalendar ?? null,
  }))
}

/** What a step or an end of a procedure is called. */
export function standName({ steps }: ProcedureDefinition, at: string): string {
  return isCaseEnd(at) ? caseEnds[at] : (steps[at]?.name ?? at)
}
