import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Complaint,
  guessLedger,
  indexDivisions,
  type Ledger,
  ledgers,
  proposeMapping,
  type RowValues,
  recogniseTable,
  startReading,
} from '@dongzhou/engines/intake'
import { day } from '@dongzhou/terms/day'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Book, openBook } from '../../platform/sheet/index.ts'
import { haimenDivisions } from '../../registry/index.ts'
import { type Defect, defects, heldRows, type LedgerManifest } from './manifest.ts'
import { type SampleManifest, writeSamples } from './write-samples.ts'

interface ReadRow {
  readonly sheet: string
  readonly row: number
  readonly values: RowValues
}

interface ReadSample {
  readonly ledger: Ledger | undefined
  readonly rows: readonly ReadRow[]
  readonly complaints: readonly (Complaint & { readonly sheet: string })[]
}

const divisions = indexDivisions(haimenDivisions)
let folder = ''
let samples: SampleManifest
let read: { readonly [K in keyof SampleManifest]: ReadSample }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  samples = await writeSamples(folder, { seed: 20_250_630, count: 5000 })
  read = {
    veterans: await readSample(samples.veterans),
    entitled: await readSample(samples.entitled),
    activities: await readSample(samples.activities),
    pairings: await readSample(samples.pairings),
  }
})

afterAll(() => rm(folder, { recursive: true }))

async function readSample(manifest: LedgerManifest): Promise<ReadSample> {
  const book = await openBook(join(folder, manifest.file), manifest.file)
  const sheets = book.sheets.filter((sheet) => manifest.sheets.includes(sheet.name))
  const parts = await Promise.all(sheets.map((sheet) => readSheet(book, sheet.index, sheet.name)))
  return {
    ledger: parts[0]?.ledger,
    rows: parts.flatMap((part) => part.rows),
    complaints: parts.flatMap((part) => part.complaints),
  }
}

async function readSheet(book: Book, index: number, sheet: string): Promise<ReadSample> {
  const { rows: headRows, ...layout } = await book.head(index)
  const known = new Map(headRows.map((row) => [row.number, row.cells]))
  const rows = Array.from({ length: Math.max(...known.keys()) }, (_, at) => known.get(at + 1) ?? [])
  const table = recogniseTable({ ...layout, rows }, ledgers)
  const ledger = table && guessLedger(table, ledgers)[0]?.ledger
  if (!table || !ledger) throw new Error(`no table on ${sheet}`)
  const mapping = proposeMapping(table, rows.slice(table.headerBottom + 1), ledger)
  const within = haimenDivisions.find((it) => it.level === 'town' && it.shortName === sheet)?.code
  const reader = startReading(ledger, mapping, { today: day('2025-07-10'), divisions, within, merges: layout.merges })
  const found: ReadRow[] = []
  const complaints: Complaint[] = []
  for await (const { number, cells } of book.rows(index)) {
    if (number <= table.headerBottom + 1) continue
    const reading = reader.read(number, cells)
    if (reading.kind !== 'data') continue
    found.push({ sheet, row: number, values: reading.values })
    complaints.push(...reading.complaints)
  }
  complaints.push(...reader.finish().complaints)
  return { ledger, rows: found, complaints: complaints.map((it) => ({ ...it, sheet })) }
}

// What the importer calls a defect, where it has another word for it than we have.
const codeOf: { readonly [D in Defect]?: string } = { 'id-missing': 'required-missing' }

describe.each(['veterans', 'entitled', 'activities', 'pairings'] as const)(
  'the sample of %s, read by the importer',
  (which) => {
    test('is recognised as the ledger it is, and every row of content is found', () => {
      expect(read[which].ledger?.code).toBe(samples[which].kind)
      expect(read[which].rows).toHaveLength(samples[which].rows)
    })

    test('is held exactly in the rows in which something was planted to be held', () => {
      const held = read[which].complaints.filter((it) => it.severity === 'held')

      expect(new Set(held.map((it) => `${it.sheet} ${it.row}`))).toEqual(heldRows(samples[which].planted))
    })

    test('has every planted defect named, in the row where it stands', () => {
      const said = new Set(read[which].complaints.map((it) => `${it.sheet} ${it.row} ${it.code}`))
      const toBeNamed = samples[which].planted.filter((it) => /^(?:held|warned)$/.test(defects[it.defect]))

      const unnamed = toBeNamed.filter((it) => !said.has(`${it.sheet} ${it.row} ${codeOf[it.defect] ?? it.defect}`))

      expect(unnamed).toEqual([])
    })
  },
)

describe('the figures of the half-year report, counted from what the importer read', () => {
  test('three lectures were held', () => {
    expect(read.activities.rows.filter(({ values: { series } }) => series === '红在东洲宣讲')).toHaveLength(3)
  })

  test('the touring exhibition reached more than 5,000 and fewer than 6,000 person-times', () => {
    const stops = read.activities.rows.filter(({ values: { series } }) => series === '红色大篷车')
    const sum = stops.reduce((total, { values: { attendance } }) => total + Number(attendance), 0)

    expect(sum).toBe(samples.activities.touringPersonTimes)
    expect(sum).toBeGreaterThan(5000)
    expect(sum).toBeLessThan(6000)
  })

  test('53 organisations are paired with 87 people', () => {
    expect(new Set(read.pairings.rows.map(({ values: { organisation } }) => organisation)).size).toBe(53)
    expect(new Set(read.pairings.rows.map(({ values: { idNumber } }) => idNumber)).size).toBe(87)
  })

  test('the visits of the ledger are all read', () => {
    const visits = read.pairings.rows.flatMap(({ values: { visitDates } }) => visitDates ?? [])

    expect(visits).toHaveLength(samples.pairings.visitsMade)
  })
})
