import type { jobs, trail } from '@dongzhou/contract/platform'
import { registry } from '@dongzhou/contract/registry'
import { aVeteran } from '../people.ts'
import type { Samples, Stage } from './sample.ts'

export const jobsSamples: Samples<typeof jobs> = {
  listMine: {
    arrange: async (stage) => {
      await aJob(stage)
      return {}
    },
  },
  get: { arrange: async (stage) => ({ id: await aJob(stage) }) },
  cancel: { arrange: async (stage) => ({ id: await aJob(stage) }) },
}

export const trailSamples: Samples<typeof trail> = {
  list: {
    arrange: async (stage) => {
      const id = await stage.inSetting((setting) => aVeteran(setting))
      return { subject: { kind: 'person', id: String(id) } }
    },
  },
  verify: { arrange: async () => undefined },
}

async function aJob(stage: Stage): Promise<string> {
  const { jobId } = await stage.run(registry.exportPeople, { filter: {}, purpose: '核对名册' })
  return jobId
}
