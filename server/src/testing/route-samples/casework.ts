import { casework } from '@dongzhou/contract/casework'
import { anApplicant } from '../cases.ts'
import type { ClerkOptions } from '../fresh-database.ts'
import { EAST_TOWN } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

const because = '材料已核对'
const sameForEverybody = { isOpenBecause: 'procedures and the calendar are the same for everybody' }
const town = { role: 'town-worker', division: EAST_TOWN } as const
const office = { role: 'chief', section: 'office' } as const

export const caseworkSamples: Samples<typeof casework> = {
  listProcedures: { arrange: async () => undefined, elsewhere: sameForEverybody },
  getProcedure: { arrange: async () => ({ code: 'petition' }), elsewhere: sameForEverybody },
  listWaiting: {
    arrange: async (stage) => {
      await aCase(stage)
      return undefined
    },
    elsewhere: 'empty',
  },
  listCases: {
    arrange: async (stage) => {
      await aCase(stage)
      return {}
    },
  },
  getCase: { arrange: async (stage) => ({ id: (await aCase(stage)).id }) },
  beginCase: { arrange: async (stage) => ({ procedure: 'rural-veteran-60', personId: await somebody(stage) }) },
  fillCase: { arrange: async (stage) => ({ ...(await aCase(stage)), answers: { 'village-opinion': '情况属实' } }) },
  receivePaper: { arrange: async (stage) => ({ ...(await aCase(stage)), paper: 'application' }) },
  moveCase: {
    arrange: async (stage) => {
      const begun = await aCase(stage)
      const filled = await stage.run(casework.fillCase, { ...begun, answers: { 'village-opinion': '情况属实' } }, town)
      const complete = await stage.run(casework.receivePaper, { ...filled, paper: 'application' }, town)
      return { ...complete, move: 'submit', on: '2025-06-30' }
    },
  },
  listColleagues: { arrange: async (stage) => ({ id: (await aCase(stage)).id }) },
  delegateCase: {
    arrange: async (stage) => ({ ...(await aCase(stage)), toAccountId: await chiefAccount(stage), because }),
  },
  askCountersign: { arrange: async (stage) => ({ ...(await aCase(stage)), sections: ['office'], because }) },
  countersign: {
    arrange: async (stage) => {
      const { id, version } = await aPetition(stage, office)
      const asked = await stage.run(casework.askCountersign, { id, version, sections: ['benefits'], because }, office)
      return { ...asked, agrees: true, because }
    },
  },
  extendClock: {
    arrange: async (stage) => {
      const { id } = await aPetition(stage, office)
      let at = { id, version: 1 }
      for (const move of ['submit', 'pass'] as const)
        at = await stage.run(casework.moveCase, { ...at, move, on: '2025-06-30' }, office)
      const handed = await stage.run(
        casework.delegateCase,
        { ...at, toAccountId: await chiefAccount(stage), because },
        office,
      )
      return { ...handed, clock: 'handling', because }
    },
  },
  withdrawCase: { arrange: async (stage) => ({ ...(await aCase(stage)), because: '本人自愿撤回' }) },
  reopenCase: {
    arrange: async (stage) => {
      const ended = await stage.run(casework.withdrawCase, { ...(await aCase(stage)), because: '本人自愿撤回' })
      return { ...ended, because: '材料已补齐' }
    },
  },
  listCalendarYears: { arrange: async () => undefined, elsewhere: sameForEverybody },
  recordCalendarYear: {
    arrange: async () => ({
      year: 2027,
      document: '国务院办公厅关于2027年部分节假日安排的通知',
      rest: ['2027-01-01'],
      work: [],
    }),
  },
}

async function somebody(stage: Stage): Promise<number> {
  return stage.inSetting((setting) => anApplicant(setting, String(stage.next()).padStart(3, '0')))
}

/** An application that a town's worker took for somebody in the eastern village. */
async function aCase(stage: Stage): Promise<{ id: number; version: number }> {
  const personId = await somebody(stage)
  return stage.run(casework.beginCase, { procedure: 'rural-veteran-60', personId }, town)
}

async function aPetition(stage: Stage, by: ClerkOptions): Promise<{ id: number; version: number }> {
  const personId = await somebody(stage)
  const answers = { channel: 'visit', claim: '咨询优待证补办进度' }
  return stage.run(casework.beginCase, { procedure: 'petition', personId, answers }, by)
}

async function chiefAccount(stage: Stage): Promise<number> {
  return stage.inSetting(async ({ clerk }) => clerk.accountId ?? 0)
}
