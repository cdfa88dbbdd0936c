import { payments } from '@dongzhou/contract/payments'
import type { DivisionCode } from '@dongzhou/terms/division'
import { sql } from 'kysely'
import { recordFile } from '../../platform/file.sql.ts'
import { registryRoutes } from '../../registry/index.ts'
import { aBookOnce } from '../benefits.ts'
import type { ClerkOptions } from '../fresh-database.ts'
import { aRecipient, CSV, PENSION, returnBytes } from '../payments.ts'
import { anIdNumber, aVeteran } from '../people.ts'
import { EAST_TOWN, EAST_VILLAGE, EAST_VILLAGE_2 } from '../test-bureau.ts'
import { allApproved } from './all-approved.ts'
import { stockSamples } from './payments-stock.ts'
import type { Samples, Stage } from './sample.ts'

const clerk = { role: 'clerk' } as const satisfies ClerkOptions
const leader = { role: 'leader' } as const satisfies ClerkOptions
const chief = { role: 'chief' } as const satisfies ClerkOptions
const note = ''
const because = '本人来访说明'
const allTheSame = { isOpenBecause: 'the layouts of banks are the same for everybody' }

type Where = { readonly month: string; readonly division: DivisionCode; readonly home: DivisionCode }

/** Of June and a whole town. */
const JUNE: Where = { month: '2025-06', division: EAST_TOWN, home: EAST_VILLAGE }
/** Of May and a village of that town: what June asks back was paid here. */
const MAY: Where = { month: '2025-05', division: EAST_VILLAGE, home: EAST_VILLAGE }

/** A draft, made by a clerk, with one more person to pay. */
async function aDraft(stage: Stage, { month, division, home }: Where = JUNE) {
  await stage.inSetting(aBookOnce)
  const personId = await stage.inSetting((setting) => aRecipient(setting, { division: home }))
  // Whatever month comes first, the book begins with May.
  const order = { month, opening: MAY.month, benefits: [PENSION], division }
  const run = await stage.run(payments.createRun, order, clerk)
  await stage.finish(run.jobId)
  const { version } = await stage.run(payments.getRun, { id: run.id })
  return { id: run.id, version, personId }
}

async function aLocked(stage: Stage, where?: Where) {
  const { id, version, personId } = await aDraft(stage, where)
  return { ...(await stage.run(payments.lockRun, { id, version, note }, clerk)), personId }
}

async function aReleased(stage: Stage, where?: Where) {
  const locked = await aLocked(stage, where)
  return { ...(await released(stage, locked.id)), personId: locked.personId }
}

/** Takes a locked list to its release. All samples happen at one instant: whoever came after the list of before needs a word of the maker. */
async function released(stage: Stage, id: number) {
  const unexplained = { runId: id, isUnexplained: true, size: 200 }
  for (const { id: changeId } of (await stage.run(payments.listChanges, unexplained)).items)
    await stage.run(payments.explainChange, { runId: id, changeId, note: because }, clerk)
  const { version } = await stage.run(payments.getRun, { id })
  const checked = await stage.run(payments.checkRun, { id, version, note }, chief)
  const approved = await allApproved(stage, checked, leader)
  return stage.run(payments.releaseRun, { ...approved, note }, leader)
}

/** Uploads bytes as a client would have, for the account that will name them. */
async function uploaded(
  stage: Stage,
  make: (setting: Parameters<Parameters<Stage['inSetting']>[0]>[0]) => Promise<Uint8Array>,
) {
  return stage.inSetting(async (setting) => {
    const stored = await setting.files.put(await make(setting), { kind: 'upload', name: 'return.csv' })
    return recordFile(setting, stored, {
      kind: 'upload',
      name: 'return.csv',
      mediaType: 'text/csv',
      division: EAST_TOWN,
    })
  })
}

async function anAnswered(stage: Stage, reason?: string) {
  const { id, personId } = await aReleased(stage)
  const fileId = await uploaded(stage, (setting) => returnBytes(setting, id, () => reason))
  await stage.run(payments.importReturn, { runId: id, layout: CSV, fileId })
  const { version } = await stage.run(payments.getRun, { id })
  return { id, version, personId }
}

async function aFailed(stage: Stage) {
  const { id } = await anAnswered(stage, '已销户')
  const { items } = await stage.run(payments.listTransfers, { runId: id, state: 'failed' })
  return items.map((item) => item.id)
}

/** Somebody who died in spring and was paid until June: the run of June asks the money back. */
async function aRecovery(stage: Stage) {
  const { personId } = await aReleased(stage, MAY)
  await stage.inSetting(async (setting) => {
    const { version } = await registryRoutes.getPerson(setting, { id: personId })
    const fact = { kind: 'death' as const, value: { day: '2025-04-10' as never, precision: 'day' as const } }
    await registryRoutes.recordFact(setting, { actionId: setting.actionId, personId, version, fact, note: '死亡证明' })
  })
  const june = await aDraft(stage)
  const locked = await stage.run(payments.lockRun, { id: june.id, version: june.version, note }, clerk)
  await released(stage, locked.id)
  const { items } = await stage.run(payments.listRecoveries, { personId })
  const [recovery] = items
  if (!recovery) throw new Error('nothing is asked back')
  return { id: recovery.id, version: recovery.version }
}

async function aDeathList(stage: Stage) {
  const idNumber = anIdNumber('19410101', String(stage.next() % 900).padStart(3, '0'))
  await stage.inSetting((setting) => aVeteran(setting, { name: '乙', idNumber, division: EAST_VILLAGE }))
  const text = `姓名,身份证号,死亡日期\n乙,${idNumber},2025-06-01\n丙,32068419,2025-06-02\n`
  return uploaded(stage, async () => new TextEncoder().encode(text))
}

const deathOrder = { source: '民政局', receivedOn: '2025-06-20' }

export const paymentsSamples: Samples<typeof payments> = {
  listWaiting: {
    arrange: async (stage) => {
      await aDraft(stage)
      return undefined
    },
    elsewhere: 'empty',
  },
  listRuns: {
    arrange: async (stage) => {
      await aDraft(stage)
      return {}
    },
  },
  getRun: { arrange: async (stage) => ({ id: (await aDraft(stage)).id }) },
  createRun: {
    arrange: async (stage) => {
      await aDraft(stage)
      return { month: '2025-06', benefits: [PENSION], division: EAST_TOWN, note }
    },
  },
  recomputeRun: {
    arrange: async (stage) => {
      const { id, version } = await aDraft(stage)
      return { id, version }
    },
  },
  lockRun: {
    arrange: async (stage) => {
      const { id, version } = await aDraft(stage)
      return { id, version, note }
    },
  },
  checkRun: {
    arrange: async (stage) => {
      const { id, version } = await aLocked(stage)
      return { id, version, note }
    },
  },
  approveRun: {
    arrange: async (stage) => {
      const { id, version } = await aLocked(stage)
      return { ...(await stage.run(payments.checkRun, { id, version, note }, leader)), note }
    },
  },
  releaseRun: {
    arrange: async (stage) => {
      const { id, version } = await aLocked(stage)
      const checked = await stage.run(payments.checkRun, { id, version, note }, leader)
      return { ...(await allApproved(stage, checked, chief)), note }
    },
  },
  sendBackRun: {
    arrange: async (stage) => {
      const { id, version } = await aLocked(stage)
      return { id, version, because }
    },
  },
  withdrawRun: {
    arrange: async (stage) => {
      const { id, version } = await aDraft(stage)
      return { id, version, because }
    },
  },
  closeRun: {
    arrange: async (stage) => {
      const { id, version } = await anAnswered(stage)
      return { id, version, note }
    },
  },
  listLines: {
    arrange: async (stage) => {
      await aDraft(stage)
      return {}
    },
  },
  listTransfers: {
    arrange: async (stage) => {
      await aDraft(stage)
      return {}
    },
  },
  listChanges: {
    arrange: async (stage) => {
      return { runId: await aCompared(stage) }
    },
  },
  explainChange: { arrange: (stage) => anUnexplained(stage) },
  listRunFindings: { arrange: async (stage) => ({ runId: (await aFinding(stage)).runId }) },
  decideRunFinding: { arrange: async (stage) => ({ ...(await aFinding(stage)), pay: true, because }) },
  listLayouts: { arrange: async () => undefined, elsewhere: allTheSame },
  listRunFiles: {
    arrange: async (stage) => {
      const { id } = await aReleased(stage)
      const { jobId } = await stage.run(payments.exportBankFile, { runId: id, layout: CSV, purpose: '送农商行代发' })
      await stage.finish(jobId)
      return { runId: id }
    },
  },
  exportBankFile: {
    arrange: async (stage) => ({ runId: (await aReleased(stage)).id, layout: CSV, purpose: '送农商行代发' }),
  },
  exportRoster: { arrange: async (stage) => ({ runId: (await aLocked(stage)).id, purpose: '局务会审签' }) },
  exportRecipients: {
    arrange: async (stage) => ({ runId: (await aDraft(stage)).id, filter: {}, purpose: '逐人核对' }),
  },
  importReturn: {
    arrange: async (stage) => {
      const { id } = await aReleased(stage)
      return { runId: id, layout: CSV, fileId: await uploaded(stage, (setting) => returnBytes(setting, id)) }
    },
  },
  listReturns: { arrange: async (stage) => ({ runId: (await anAnswered(stage)).id }) },
  createReissue: { arrange: async (stage) => ({ transferIds: await aFailed(stage), month: '2025-06', note }) },
  listNotice: { arrange: async (stage) => ({ runId: (await aLocked(stage)).id }) },
  getLetter: {
    arrange: async (stage) => {
      const [id = 0] = await aFailed(stage)
      return { kind: 'failed', id }
    },
  },
  listRecoveries: {
    arrange: async (stage) => {
      await aRecovery(stage)
      return {}
    },
  },
  getRecovery: { arrange: async (stage) => ({ id: (await aRecovery(stage)).id }) },
  planRecovery: {
    arrange: async (stage) => {
      return { ...(await aRecovery(stage)), monthly: 50_000, fromMonth: '2025-07', document: '追回协议1号' }
    },
  },
  recordRepayment: {
    arrange: async (stage) => ({ ...(await aRecovery(stage)), amount: 10_000, on: '2025-06-25', receipt: '缴款书1号' }),
  },
  writeOffRecovery: { arrange: async (stage) => ({ ...(await aRecovery(stage)), document: '局务会纪要1号', because }) },
  listDeathLists: {
    arrange: async (stage) => {
      await stage.run(payments.importDeathList, { ...deathOrder, fileId: await aDeathList(stage) })
      return {}
    },
  },
  importDeathList: { arrange: async (stage) => ({ ...deathOrder, fileId: await aDeathList(stage) }) },
  listDeathNotices: {
    arrange: async (stage) => {
      const { id } = await stage.run(payments.importDeathList, { ...deathOrder, fileId: await aDeathList(stage) })
      return { listId: id }
    },
  },
  decideDeathNotice: {
    arrange: async (stage) => {
      const { id: listId } = await stage.run(payments.importDeathList, {
        ...deathOrder,
        fileId: await aDeathList(stage),
      })
      const { items } = await stage.run(payments.listDeathNotices, { listId, state: 'held' })
      const [notice] = items
      if (!notice) throw new Error('half a number was not held')
      return { id: notice.id, version: notice.version, personId: null, because }
    },
  },
  listUnconfirmed: {
    arrange: async (stage) => {
      await aReleased(stage)
      return { year: 2025 }
    },
  },
  recordConfirmations: {
    arrange: async (stage) => {
      const personId = await stage.inSetting((setting) => aVeteran(setting, { name: '丁' }))
      return { year: 2025, personIds: [personId], confirmedOn: '2025-06-10', way: '上门见面' }
    },
  },
  ...stockSamples,
}

/** Somebody whose account holder is not who is paid. */
async function aFinding(stage: Stage) {
  await stage.inSetting((setting) => aRecipient(setting, { holder: '外人' }))
  const { id: runId } = await aDraft(stage)
  const { items } = await stage.run(payments.listRunFindings, { runId, check: 'holder-differs' })
  const [finding] = items
  if (!finding) throw new Error('nothing was found')
  return { runId, findingId: finding.id }
}

/** A draft of another village that has somebody more than the month before. */
async function aCompared(stage: Stage) {
  const village = { division: EAST_VILLAGE_2, home: EAST_VILLAGE_2 }
  isPaidInMay ??= aReleased(stage, { month: '2025-05', ...village })
  await isPaidInMay
  return (await aDraft(stage, { month: '2025-06', ...village })).id
}

let isPaidInMay: Promise<unknown> | undefined

/** A change that nothing on file explains: the database alone can make one. */
async function anUnexplained(stage: Stage) {
  const runId = await aCompared(stage)
  const { items } = await stage.run(payments.listChanges, { runId })
  const [change] = items
  if (!change) throw new Error('nobody came in')
  await stage.inSetting(async ({ tx }) => {
    // As the owner: the application itself can never take a cause away.
    await sql.raw('reset role').execute(tx)
    await sql`update payment_change set causes = '{}', is_unexplained = true where id = ${change.id}`.execute(tx)
  })
  return { runId, changeId: change.id, note: because }
}
