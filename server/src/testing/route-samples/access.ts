import { access } from '@dongzhou/contract/access'
import { TEST_PASSWORD } from '../http.ts'
import { EAST_TOWN } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

export const accessSamples: Samples<typeof access> = {
  me: { arrange: async () => undefined, elsewhere: { isOpenBecause: 'everybody is somebody' } },
  listAccounts: {
    arrange: async (stage) => {
      const { userName } = await anAccount(stage)
      return { text: userName }
    },
  },
  openAccount: { arrange: async (stage) => aNewAccount(stage) },
  stopAccount: {
    arrange: async (stage) => {
      const { id, version } = await anAccount(stage)
      return { id, version, isActive: false }
    },
  },
  grantRole: {
    arrange: async (stage) => {
      const { id, version } = await anAccount(stage)
      return { id, version, role: 'town-worker', section: null, division: EAST_TOWN }
    },
  },
}

function aNewAccount(stage: Stage) {
  const userName = `person-${stage.next()}`
  return { userName, displayName: '测试人员', password: TEST_PASSWORD, division: EAST_TOWN }
}

async function anAccount(stage: Stage) {
  const account = aNewAccount(stage)
  const opened = await stage.run(access.openAccount, account, { role: 'system-administrator' })
  return { ...opened, userName: account.userName }
}
