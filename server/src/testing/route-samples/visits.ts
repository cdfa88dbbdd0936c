import { visits } from '@dongzhou/contract/visits'
import { anOrganisation, aPerson } from './registry.ts'
import type { Samples, Stage } from './sample.ts'

const townsShareSchemes = { isOpenBecause: 'a town pairs under the schemes of the bureau' }

export const visitsSamples: Samples<typeof visits> = {
  listSchemes: {
    arrange: async (stage) => {
      await aScheme(stage)
      return { year: 2025 }
    },
    elsewhere: townsShareSchemes,
  },
  listPairings: { arrange: async (stage) => ({ schemeId: (await aPairing(stage)).schemeId }) },
  getPairing: { arrange: async (stage) => ({ id: (await aPairing(stage)).id }) },
  listVisits: { arrange: async (stage) => ({ pairingId: (await aVisit(stage)).pairingId }) },
  openScheme: {
    arrange: async (stage) => ({ year: 2025, title: `测试结对方案${stage.next()}` }),
    elsewhere: { isOpenBecause: 'a town opens schemes of its own' },
  },
  proposePairing: { arrange: (stage) => aNewPairing(stage) },
  confirmPairing: { arrange: async (stage) => ({ ...(await aNewPairing(stage)), confirmedOn: '2025-03-01' }) },
  endPairing: {
    arrange: async (stage) => {
      const { id, version } = await aPairing(stage)
      return { id, version, endedOn: '2025-06-01', because: '已脱困' }
    },
  },
  recordVisit: { arrange: async (stage) => ({ pairingId: (await aPairing(stage)).id, ...paid }) },
  correctVisit: {
    arrange: async (stage) => {
      const { id, version } = await aVisit(stage)
      return { id, version, ...paid, goods: '大米一袋', because: '核对走访记录' }
    },
  },
  openContactPhone: {
    arrange: async (stage) => ({ pairingId: (await aPairing(stage)).id, purpose: '联系走访' }),
  },
}

const paid = { day: '2025-05-20', visitors: '李四', help: '打扫庭院' }

async function aScheme(stage: Stage): Promise<number> {
  const { id } = await stage.run(visits.openScheme, { year: 2025, title: `测试结对方案${stage.next()}` })
  return id
}

async function aNewPairing(stage: Stage) {
  const schemeId = await aScheme(stage)
  const { id: organisationId } = await anOrganisation(stage)
  const { personId } = await aPerson(stage)
  return { schemeId, organisationId, personId, contactName: '王五', contactPhone: '13912345678', plannedVisits: 4 }
}

/** A confirmed pairing of somebody in the eastern village. */
export async function aPairing(stage: Stage) {
  const pairing = { ...(await aNewPairing(stage)), confirmedOn: '2025-03-01' }
  return { ...(await stage.run(visits.confirmPairing, pairing)), schemeId: pairing.schemeId }
}

async function aVisit(stage: Stage) {
  const { id: pairingId } = await aPairing(stage)
  return { ...(await stage.run(visits.recordVisit, { pairingId, ...paid })), pairingId }
}
