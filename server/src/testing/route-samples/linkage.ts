import { linkage } from '@dongzhou/contract/linkage'
import { queuePairs } from '../../linkage/index.ts'
import { aPerson } from './registry.ts'
import type { Samples, Stage } from './sample.ts'

const because = '身份证原件'

export const linkageSamples: Samples<typeof linkage> = {
  listPairs: {
    arrange: async (stage) => {
      await aPair(stage)
      return {}
    },
  },
  getPair: { arrange: async (stage) => ({ id: (await aPair(stage)).id }) },
  compareTwo: {
    arrange: async (stage) => {
      const [first, second] = await twoPeople(stage)
      return { firstId: first.personId, secondId: second.personId }
    },
  },
  findLikely: {
    arrange: async (stage) => {
      const { name, idNumber } = await aPerson(stage)
      return { facts: [aName(name), { kind: 'id-number', value: { idNumber } }] }
    },
    elsewhere: 'empty',
  },
  decideDifferent: {
    arrange: async (stage) => {
      const { id, version } = await aPair(stage)
      return { pairId: id, version, because }
    },
  },
  mergePeople: { arrange: (stage) => aMergeToBe(stage) },
  listMerges: {
    arrange: async (stage) => ({ personId: (await aMerge(stage)).personId }),
  },
  planUnmerge: { arrange: async (stage) => ({ mergeId: (await aMerge(stage)).mergeId }) },
  unmergePeople: {
    arrange: async (stage) => ({ mergeId: (await aMerge(stage)).mergeId, version: 1, because }),
  },
  startScan: {
    arrange: async () => ({}),
    elsewhere: { isOpenBecause: 'the scan looks at whom the one who ordered it may see' },
  },
}

function aName(name: string) {
  return { kind: 'name' as const, value: { name } }
}

async function twoPeople(stage: Stage) {
  return [await aPerson(stage), await aPerson(stage)] as const
}

async function aMergeToBe(stage: Stage) {
  const [keep, drop] = await twoPeople(stage)
  return { keep: { id: keep.personId, version: 1 }, drop: { id: drop.personId, version: 1 }, because }
}

async function aMerge(stage: Stage) {
  return stage.run(linkage.mergePeople, await aMergeToBe(stage))
}

/** Two people of the eastern village who wait in the queue to be told apart. */
async function aPair(stage: Stage) {
  const [first, second] = await twoPeople(stage)
  const likeness = { band: 'likely' as const, score: 80, reasons: [] }
  await stage.inSetting((setting) => queuePairs(setting, [{ personIds: [first.personId, second.personId], likeness }]))
  const { items } = await stage.run(linkage.listPairs, { size: 200 })
  const pair = items.find(
    (item) => item.first.person?.id === first.personId || item.second.person?.id === first.personId,
  )
  if (!pair) throw new Error('the pair does not stand in the queue')
  return pair
}
