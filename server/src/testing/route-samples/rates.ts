import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benefitsRates } from '@dongzhou/contract/benefits-rates'
import { recordFile } from '../../platform/file.sql.ts'
import { writeBook } from '../../platform/sheet/index.ts'
import type { Samples, Stage } from './sample.ts'

const oneBook = { isOpenBecause: 'everybody works by the county’s one rate book' }

/** The rate book and the matrix: their part of the benefits room. */
export const ratesSamples: Samples<typeof benefitsRates> = {
  listRates: {
    arrange: async (stage) => {
      await aProposal(stage)
      return {}
    },
    elsewhere: oneBook,
  },
  getRate: { arrange: async (stage) => ({ id: await aProposal(stage) }), elsewhere: oneBook },
  checkRates: { arrange: async (stage) => ({ drafts: [{ ...aDraft(stage), value: 0 }] }) },
  proposeRates: { arrange: async (stage) => ({ drafts: [aDraft(stage)], reason: '年度公布' }) },
  confirmRates: { arrange: async (stage) => ({ rates: [{ id: await aProposal(stage), version: 1 }] }) },
  withdrawRate: { arrange: async (stage) => ({ id: await aProposal(stage), version: 1, reason: '文号写错' }) },
  readRateTable: { arrange: async (stage) => ({ fileId: await aSheet(stage) }) },
  exportRates: {
    arrange: async (stage) => {
      await aProposal(stage)
      return { group: 'index' }
    },
    elsewhere: oneBook,
  },
  listExclusions: {
    arrange: async (stage) => {
      await aCell(stage)
      return {}
    },
    elsewhere: oneBook,
  },
  proposeExclusion: { arrange: async (stage) => cellDraft(stage) },
  confirmExclusion: { arrange: async (stage) => ({ id: await aCell(stage), version: 1 }) },
  withdrawExclusion: { arrange: async (stage) => ({ id: await aCell(stage), version: 1, reason: '选错待遇' }) },
}

/** A year's index that no other sample has entered. */
function aDraft(stage: Stage) {
  return {
    kind: 'average-wage' as const,
    jurisdiction: 'county' as const,
    value: 9_000_000,
    unit: 'fen-a-year' as const,
    validFrom: `${1950 + stage.next()}-01-01`,
    announcedOn: '2025-06-10',
    document: '测统〔2025〕1号',
    source: '统计公报',
  }
}

// By the clerk, so that the chief is a second person.
async function aProposal(stage: Stage): Promise<number> {
  const input = { drafts: [aDraft(stage)], reason: '年度公布' }
  const { ids } = await stage.run(benefitsRates.proposeRates, input, { role: 'clerk' })
  return ids[0] ?? 0
}

function cellDraft(stage: Stage) {
  return {
    benefit: 'ill-returned-subsidy' as const,
    other: 'war-participant-subsidy' as const,
    way: 'cap' as const,
    validFrom: `${1950 + stage.next()}-01-01`,
    document: '测退役军人发〔2025〕9号',
    source: '局收文',
  }
}

async function aCell(stage: Stage): Promise<number> {
  const { id } = await stage.run(benefitsRates.proposeExclusion, cellDraft(stage), { role: 'clerk' })
  return id
}

/** An uploaded sheet with one row. */
async function aSheet(stage: Stage): Promise<string> {
  const titles = ['种类', '制定层级', '数值', '生效日期', '发文日期', '文号', '来源']
  const row = [
    '月最低工资标准',
    '市',
    2490,
    `${1950 + stage.next()}-01-01`,
    '2025-06-10',
    '测人社发〔2025〕3号',
    '局收文',
  ]
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-sample-'))
  try {
    const path = join(folder, 'rates.xlsx')
    await writeBook(path, {
      sheets: [{ name: '标准', columns: titles.map((title) => ({ title, width: 14 })), rows: [row] }],
    })
    return await stage.inSetting(async (setting) => {
      const stored = await setting.files.put(createReadStream(path), { kind: 'upload', name: 'rates.xlsx' })
      return recordFile(setting, stored, { kind: 'upload', name: 'rates.xlsx', mediaType: 'application/octet-stream' })
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
