import { intake } from '@dongzhou/contract/intake'
import { recordFile } from '../../platform/file.sql.ts'
import { anIdNumber, aVeteran } from '../people.ts'
import type { Samples, Stage } from './sample.ts'

const everybodysLedgers = { isOpenBecause: 'the kinds of ledger are the same for all' }

export const intakeSamples: Samples<typeof intake> = {
  listLedgers: { arrange: async () => undefined, elsewhere: everybodysLedgers },
  listBatches: {
    arrange: async (stage) => {
      await aBatch(stage)
      return {}
    },
  },
  getBatch: { arrange: async (stage) => ({ id: (await aBatch(stage)).id }) },
  listRows: { arrange: async (stage) => ({ id: (await aBatch(stage)).id, sheet: 0 }), elsewhere: 'refused' },
  startBatch: { arrange: async (stage) => ({ fileId: await aFile(stage, [aRow(stage)]), sender: '东镇' }) },
  changeMapping: {
    arrange: async (stage) => {
      const { id, version, sheets } = await aBatch(stage)
      const columns = (sheets[0]?.columns ?? []).map(({ index, title, field }) => ({
        index,
        field: title === '联系电话' ? null : field,
      }))
      return { id, version, sheet: 0, ledger: sheets[0]?.ledger ?? '', columns }
    },
  },
  fixCells: {
    arrange: async (stage) => {
      const { id, version } = await aBatch(stage)
      return { id, version, sheet: 0, cells: [{ row: 2, column: 0, text: '改名' }] }
    },
  },
  decideMatch: {
    arrange: async (stage) => {
      const [name, idNumber = ''] = aRow(stage)
      const twice = [1, 2].map(() => stage.inSetting((setting) => aVeteran(setting, { name: name ?? '', idNumber })))
      const [personId = 0] = await Promise.all(twice)
      const { id, version } = await aBatch(stage, [[name ?? '', idNumber, '东镇', '东一村', '13912345678']])
      return { id, version, sheet: 0, row: 2, personId, decided: 'same' }
    },
  },
  acceptBatch: {
    arrange: async (stage) => {
      const { id, version } = await aBatch(stage)
      return { id, version }
    },
  },
  withdrawBatch: {
    arrange: async (stage) => {
      const { id, version } = await aBatch(stage)
      const { jobId } = await stage.run(intake.acceptBatch, { id, version })
      await stage.finish(jobId)
      const accepted = await stage.run(intake.getBatch, { id })
      return { id, version: accepted.version, because: '报送有误' }
    },
  },
  exportComplaints: {
    arrange: async (stage) => ({ id: (await aBatch(stage, [['甲乙', '123', '东镇', '东一村', '']])).id }),
  },
  makeTemplate: {
    arrange: async (stage) => {
      const [ledger] = await stage.run(intake.listLedgers, undefined)
      return { ledger: ledger?.code ?? '' }
    },
    elsewhere: everybodysLedgers,
  },
}

const HEADER = ['姓名', '身份证号', '所在镇', '所在村', '联系电话']

function aRow(stage: Stage): readonly string[] {
  const at = stage.next()
  const name = String.fromCodePoint(0x5000 + at * 29, 0x6000 + at * 31)
  return [name, anIdNumber('19550101', String(at).padStart(3, '0').slice(-3)), '东镇', '东一村', '13912345678']
}

/** A ledger on file as if the chief had uploaded it. */
function aFile(stage: Stage, rows: readonly (readonly string[])[]): Promise<string> {
  const text = [HEADER, ...rows].map((row) => row.join(',')).join('\r\n')
  const label = { kind: 'upload', name: `台账${stage.next()}.csv` }
  return stage.inSetting(async (setting) => {
    const stored = await setting.files.put(new TextEncoder().encode(text), label)
    return recordFile(setting, stored, { ...label, mediaType: 'text/csv' })
  })
}

/** A batch that has been read and waits in staging. */
async function aBatch(stage: Stage, rows = [aRow(stage)]) {
  const { id, jobId } = await stage.run(intake.startBatch, { fileId: await aFile(stage, rows), sender: '东镇' })
  await stage.finish(jobId)
  return stage.run(intake.getBatch, { id })
}
