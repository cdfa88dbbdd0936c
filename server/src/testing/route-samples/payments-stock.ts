import { payments } from '@dongzhou/contract/payments'
import { aVeteran } from '../people.ts'
import { EAST_VILLAGE } from '../test-bureau.ts'
import type { Samples, Stage } from './sample.ts'

const lot = { budgetLine: '双拥慰问经费', campaign: '2025年八一慰问' }
const on = '2025-06-20'

/** Ten bags of rice in the store of the eastern village. */
async function rice(stage: Stage) {
  const item = { name: `大米${stage.next()}`, kind: 'goods' as const, unit: '袋', division: EAST_VILLAGE }
  const { id: itemId } = await stage.run(payments.registerStockItem, item)
  const bought = { itemId, move: 'purchase' as const, quantity: 10, unitPrice: 5_000, ...lot, on, document: '发票1号' }
  const { version } = await stage.run(payments.recordStockIn, bought)
  return { itemId, version }
}

async function anIssue(stage: Stage) {
  const { itemId } = await rice(stage)
  const id = await stage.inSetting((setting) => aVeteran(setting, { name: '戊', division: EAST_VILLAGE }))
  const order = { itemId, quantity: 2, ...lot, on, receiver: { kind: 'person' as const, id }, signedBy: '戊某' }
  return stage.run(payments.issueStock, order)
}

type Stock =
  | 'listStockItems'
  | 'registerStockItem'
  | 'recordStockIn'
  | 'issueStock'
  | 'returnStock'
  | 'recordStockLoss'
  | 'listStockMoves'
  | 'listStockUse'

export const stockSamples: Pick<Samples<typeof payments>, Stock> = {
  listStockItems: {
    arrange: async (stage) => {
      await rice(stage)
      return {}
    },
  },
  registerStockItem: {
    arrange: async (stage) => ({ name: `棉被${stage.next()}`, kind: 'goods', unit: '床', division: EAST_VILLAGE }),
  },
  recordStockIn: {
    arrange: async (stage) => {
      const { itemId } = await rice(stage)
      return { itemId, move: 'donation', quantity: 5, ...lot, on, document: '捐赠协议1号' }
    },
  },
  issueStock: {
    arrange: async (stage) => {
      const { itemId } = await rice(stage)
      const id = await stage.inSetting((setting) => aVeteran(setting, { name: '戊', division: EAST_VILLAGE }))
      return { itemId, quantity: 1, ...lot, on, receiver: { kind: 'person', id }, signedBy: '戊某' }
    },
  },
  returnStock: {
    arrange: async (stage) => ({ moveId: (await anIssue(stage)).id, quantity: 1, on, note: '本人不在家' }),
  },
  recordStockLoss: {
    arrange: async (stage) => ({
      ...(await rice(stage)),
      quantity: 1,
      ...lot,
      on,
      document: '报损单1号',
      note: '受潮',
    }),
  },
  listStockMoves: {
    arrange: async (stage) => {
      await anIssue(stage)
      return {}
    },
  },
  listStockUse: {
    arrange: async (stage) => {
      await anIssue(stage)
      return {}
    },
  },
}
