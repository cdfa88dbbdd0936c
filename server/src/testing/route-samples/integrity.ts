import type { integrity } from '@dongzhou/contract/integrity'
import { day } from '@dongzhou/terms/day'
import { inspectBureau } from '../../integrity/index.ts'
import { anAward, told } from '../benefits.ts'
import { aVeteran } from '../people.ts'
import type { Samples, Stage } from './sample.ts'

/** Somebody who died in April and whose award runs on. */
async function aDeadRecipient(stage: Stage): Promise<void> {
  const died = told('death', { day: day('2025-04-10'), precision: 'day' })
  await stage.inSetting((setting) => aVeteran(setting, { more: [anAward('disability-pension', '2020-03-05'), died] }))
}

/** The samples of 数据健康 and 完整性检查. */
export const integritySamples: Samples<typeof integrity> = {
  getHealth: {
    arrange: async (stage) => {
      await aDeadRecipient(stage)
      return {}
    },
    elsewhere: 'empty',
  },
  listHealthRows: {
    arrange: async (stage) => {
      await aDeadRecipient(stage)
      return { code: 'dead-with-award' }
    },
  },
  getInspection: {
    arrange: async (stage) => {
      await aDeadRecipient(stage)
      const bureau = await stage.inSetting(async (setting) => setting.bureau)
      await inspectBureau(stage.app, bureau)
      return undefined
    },
    elsewhere: 'empty',
  },
}
