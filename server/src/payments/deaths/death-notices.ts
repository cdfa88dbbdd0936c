import type { DeathNoticeView } from '@dongzhou/contract/payments-deaths'
import type { Paged } from '@dongzhou/contract/shapes'
import type { Day } from '@dongzhou/terms/day'
import { maskIdNumber } from '@dongzhou/terms/id-number'
import { type DeathNoticeState, deathNoticeStates } from '@dongzhou/terms/payment'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { divisionNames, listPeopleByIds } from '../../registry/index.ts'
import { mayMakePayments } from '../policy.ts'
import { divisionName } from '../present.ts'
import { decideNotice, findNoticeForUpdate, listNotices, recordConfirmationRows } from './deaths.sql.ts'

/** 死亡名单明细: what waits for a clerk first. */
export async function showNotices(
  setting: Setting,
  input: {
    readonly listId?: number | undefined
    readonly state?: DeathNoticeState | undefined
    readonly page: number
    readonly size: number
  },
): Promise<Paged<DeathNoticeView>> {
  const { items, ...counted } = await listNotices(setting, input, input)
  const people = new Map(
    (await listPeopleByIds(setting, [...new Set(items.flatMap(({ personId }) => personId ?? []))])).map((one) => [
      one.id,
      one,
    ]),
  )
  const names = await divisionNames(
    setting,
    [...people.values()].map(({ division }) => division),
  )
  return {
    ...counted,
    items: items.map(({ idNumber, personId, ...notice }) => {
      const person = people.get(personId ?? 0)
      return {
        ...{ id: notice.id, version: notice.version, listId: notice.listId, row: notice.row, name: notice.name },
        idNumberMasked: maskIdNumber(idNumber),
        diedOn: notice.diedOn,
        state: notice.state,
        stateName: deathNoticeStates[notice.state],
        say: notice.because ?? notice.say,
        person: person
          ? {
              id: person.id,
              name: person.name,
              division: divisionName(person.division, names),
              isAlive: person.isAlive,
            }
          : null,
      }
    }),
  }
}

/** 核实死亡名单: whom a row means, or that it means nobody; a decision may be made anew, for a wrong one must not stand for ever. */
export async function decideDeathNotice(
  setting: ActionSetting,
  input: {
    readonly id: number
    readonly version: number
    readonly personId: number | null
    readonly because: string
  },
): Promise<{ id: number; version: number }> {
  const notice = await findNoticeForUpdate(setting, input.id)
  if (!notice) throw new Fault('payments.notice-not-found')
  requireMay(mayMakePayments(setting.clerk, notice))
  if (notice.version !== input.version)
    throw new Fault('platform.changed-meanwhile', { version: notice.version, state: notice.state })
  const [person] = input.personId === null ? [] : await listPeopleByIds(setting, [input.personId])
  if (input.personId !== null && !person) throw new Fault('registry.person-not-found')
  if (person?.mergedInto !== undefined) throw new Fault('registry.person-merged', { mergedInto: person.mergedInto })
  const version = await decideNotice(setting, notice.id, {
    personId: person?.id,
    division: person?.division ?? notice.division,
    because: input.because,
  })
  await recordTrail(setting, {
    verb: 'payments.decide-death-notice',
    subject: { kind: 'death-notice', id: notice.id },
    division: person?.division ?? notice.division,
    before: { state: notice.state, personId: notice.personId ?? null },
    after: { personId: person?.id ?? null, because: input.because },
  })
  return { id: notice.id, version }
}

/** 登记年度确认: who was seen, on which day and how. */
export async function recordConfirmations(
  setting: ActionSetting,
  input: {
    readonly year: number
    readonly personIds: readonly number[]
    readonly confirmedOn: Day
    readonly way: string
  },
): Promise<{ count: number }> {
  if (input.confirmedOn > setting.today) throw new Fault('payments.day-ahead')
  const ids = [...new Set(input.personIds)]
  const people = await listPeopleByIds(setting, ids)
  if (people.length !== ids.length) throw new Fault('registry.person-not-found')
  for (const person of people) requireMay(mayMakePayments(setting.clerk, person))
  const count = await recordConfirmationRows(
    setting,
    people.map(({ id: personId, division }) => ({ personId, division })),
    input,
  )
  if (count !== ids.length) throw new Fault('payments.already-confirmed')
  await recordTrail(setting, {
    verb: 'payments.record-confirmations',
    subject: { kind: 'yearly-confirmation', id: input.year },
    after: { people: count, on: input.confirmedOn, way: input.way },
  })
  return { count }
}
