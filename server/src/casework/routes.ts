import type { casework } from '@dongzhou/contract/casework'
import type { RoutesOf } from '../platform/routes.ts'
import { mergedFilesOf } from '../registry/index.ts'
import { listCalendarYears } from './calendar/calendar.sql.ts'
import { recordCalendarYear } from './calendar/record-calendar-year.ts'
import { beginCase } from './cases/begin-case.ts'
import { countMine, listCases } from './cases/cases.sql.ts'
import { countersign } from './cases/countersign.ts'
import { reopenCase, withdrawCase } from './cases/end-case.ts'
import { extendClock } from './cases/extend-clock.ts'
import { fillCase, receivePaper } from './cases/fill-case.ts'
import { askCountersign, delegateCase, listColleaguesFor } from './cases/hand-over.ts'
import { loadCase } from './cases/load-case.ts'
import { moveCase } from './cases/move-case.ts'
import { presentCase } from './cases/present-case.ts'
import { presentCases, standName } from './cases/present-line.ts'
import { proceduresKeptFrom } from './policy.ts'
import { presentProcedure, presentProcedureLine } from './procedures/present-procedure.ts'
import { currentProcedure, currentProcedures, procedureOf } from './procedures/procedure-list.ts'

/** The routes of 办理事项: procedures, cases on their way through them, and the calendar their clocks are read by. */
export const caseworkRoutes: RoutesOf<typeof casework> = {
  listProcedures: async () => currentProcedures.map(presentProcedureLine),
  getProcedure: async (_setting, { code }) => presentProcedure(currentProcedure(code)),
  listWaiting: async (setting) => {
    const counted = await countMine(setting, proceduresKeptFrom(setting.clerk))
    const items = counted.map(({ procedure, version, at, ...queue }) => {
      const definition = procedureOf(procedure, version)
      return { procedure, procedureName: definition.name, stepName: standName(definition, at), ...queue }
    })
    return { items: items.toSorted((one, other) => one.since.localeCompare(other.since)) }
  },
  listCases: async (setting, { personId, ...input }) => {
    const people = personId === undefined ? undefined : [personId, ...(await filesInto(setting, personId))]
    const without = proceduresKeptFrom(setting.clerk)
    const found = await listCases(setting, { ...input, people, without }, input)
    return { ...found, items: await presentCases(setting, found.items) }
  },
  getCase: async (setting, { id }) => presentCase(setting, await loadCase(setting, id)),
  beginCase: (setting, input) => beginCase(setting, input),
  fillCase: (setting, input) => fillCase(setting, input),
  receivePaper: (setting, input) => receivePaper(setting, input),
  moveCase: (setting, input) => moveCase(setting, input),
  listColleagues: (setting, { id }) => listColleaguesFor(setting, id),
  delegateCase: (setting, input) => delegateCase(setting, input),
  askCountersign: (setting, input) => askCountersign(setting, input),
  countersign: (setting, input) => countersign(setting, input),
  extendClock: (setting, input) => extendClock(setting, input),
  withdrawCase: (setting, input) => withdrawCase(setting, input),
  reopenCase: (setting, input) => reopenCase(setting, input),
  listCalendarYears: (setting) => listCalendarYears(setting),
  recordCalendarYear: (setting, input) => recordCalendarYear(setting, input),
}

/** Cases of files that were merged into a person's are theirs. */
async function filesInto({ tx }: Parameters<typeof listCases>[0], personId: number): Promise<readonly number[]> {
  return [...(await mergedFilesOf(tx, [personId])).keys()]
}
