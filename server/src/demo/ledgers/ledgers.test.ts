import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '@dongzhou/terms/day'
import { judgeIdNumber, lengthenIdNumber } from '@dongzhou/terms/id-number'
import { read, utils } from '@e965/xlsx'
import { readXlsx, type Sheet } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { haimenDivisions } from '../../registry/index.ts'
import { Chance } from '../chance.ts'
import { profileOf } from '../profiles.ts'
import { isEntitled } from '../standing.ts'
import { heldActivities } from './activities-of-half-year.ts'
import { writeDate } from './handwriting.ts'
import { countDefects, type defects, heldRows, type LedgerManifest, type PlantedCell } from './manifest.ts'
import { type SampleManifest, writeSamples } from './write-samples.ts'

const cast = { seed: 20_250_630, count: 5000 }
const registered = new Set(Array.from({ length: cast.count }, (_, index) => profileOf(cast.seed, index).idNumber))
let folder = ''
let samples: SampleManifest
let cells: (place: Pick<PlantedCell, 'sheet' | 'row' | 'column'>) => unknown
let veterans: Sheet
let pairings: Sheet

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  samples = await writeSamples(folder, cast)
  const book = await readXlsx(await readFile(join(folder, samples.veterans.file)))
  const pairs = await readXlsx(await readFile(join(folder, samples.pairings.file)))
  veterans = sheetNamed(book.sheets, '三星镇')
  pairings = sheetNamed(pairs.sheets, '结对帮扶')
  const entitled = read(await readFile(join(folder, samples.entitled.file)))
  const rows = new Map<string, readonly (readonly unknown[])[]>([
    ['三星镇', veterans.rows],
    ['结对帮扶', pairings.rows],
    ['03-活动台账', (await activityText()).split('\r\n').map((line) => splitCsv(line))],
    ...samples.entitled.sheets.map((name): [string, unknown[][]] => [
      name,
      utils.sheet_to_json(entitled.Sheets[name] ?? {}, { header: 1, blankrows: true }),
    ]),
  ])
  cells = ({ sheet, row, column }) => rows.get(sheet)?.[row - 1]?.[column] ?? undefined
})

afterAll(() => rm(folder, { recursive: true }))

function sheetNamed(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((it) => it.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}

async function activityText(): Promise<string> {
  return new TextDecoder('gb18030', { fatal: true }).decode(await readFile(join(folder, samples.activities.file)))
}

function splitCsv(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((it) =>
    (it[1] ?? it[2] ?? '').replaceAll('""', '"'),
  )
}

function allPlanted(): readonly PlantedCell[] {
  return Object.values(samples).flatMap((manifest: LedgerManifest) => manifest.planted)
}

describe('the four samples', () => {
  test('are four files with the names that offices give them', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      '01-退役军人登记册-三星镇.xlsx',
      '02-优抚对象花名册.xls',
      '03-活动台账.csv',
      '04-结对帮扶台账.xlsx',
    ])
  })

  test('come out the same, byte for byte, for the same people', async () => {
    const again = await mkdtemp(join(tmpdir(), 'samples-'))

    const manifest = await writeSamples(again, cast)

    expect(manifest).toEqual(samples)
    for (const file of await readdir(again)) {
      expect((await readFile(join(again, file))).equals(await readFile(join(folder, file))), file).toBe(true)
    }
    await rm(again, { recursive: true })
  })

  test.each([1000, 2500])('can be written for a registry of %i people, other seed', async (count) => {
    const small = await mkdtemp(join(tmpdir(), 'samples-'))

    const manifest = await writeSamples(small, { seed: 3, count })

    expect(manifest.pairings).toMatchObject({ organisations: 53, people: 87 })
    expect(manifest.veterans.rows).toBeGreaterThan(370)
    await rm(small, { recursive: true })
  })

  test('are refused for a registry too small to hold the people in difficulty', async () => {
    await expect(writeSamples(folder, { seed: 3, count: 999 })).rejects.toThrow(RangeError)
  })

  test('every planted cell stands where the manifest says, under the title it names', () => {
    for (const it of allPlanted()) {
      expect(looksPlanted(it, cells(it)), `${it.sheet} ${it.row} ${it.title} ${it.defect}`).toBe(true)
    }
  })

  test('good rows and held rows are all rows', () => {
    for (const it of Object.values(samples)) expect(it.goodRows + heldRows(it.planted).size).toBe(it.rows)
  })
})

describe('the veterans’ register of one town', () => {
  test('has a merged title, notes, a header of two rows, totals below and a hidden column', () => {
    expect(veterans.rows[0]?.[0]).toContain('登记册')
    expect(veterans.merges).toContainEqual({ startRow: 0, endRow: 0, startCol: 0, endCol: 21 })
    expect(veterans.rows[2]?.slice(8, 11)).toEqual(['服役情况', null, null])
    expect(veterans.rows[3]?.slice(8, 11)).toEqual(['入伍时间', '退役时间', '人员类别'])
    expect(veterans.rows[424]?.[0]).toBe('合计')
    expect(veterans.columns?.[11]?.hidden).toBe(true)
  })

  test('holds every defect that was ordered', () => {
    expect(countDefects(samples.veterans.planted)).toMatchObject({
      'id-precision-lost': 4,
      'id-scientific': 3,
      'id-check': 3,
      'id-birth': 1,
      'id-missing': 2,
      'date-impossible': 3,
      'date-unreadable': 1,
      'sex-differs-from-id': 2,
      'birth-differs-from-id': 2,
      'discharged-before-enlisted': 2,
      'division-unknown': 2,
      'duplicate-in-sheet': 4,
      'id-apostrophe': 14,
      'id-full-width': 8,
      'id-fifteen': 8,
      'id-spaced': 6,
      'id-small-x': 6,
    })
  })

  test('has 420 rows, most of them good, some of people already registered', () => {
    expect(samples.veterans).toMatchObject({ rows: 420, goodRows: 397 })
    expect(samples.veterans.inRegistry).toBeGreaterThanOrEqual(60)
  })

  test('good rows carry a valid number that agrees with the sex beside it', () => {
    const held = heldRows(samples.veterans.planted)
    for (let row = 5; row < 425; row += 1) {
      if (held.has(`三星镇 ${row}`)) continue
      const verdict = judgeIdNumber(readableId(cells({ sheet: '三星镇', row, column: 3 })))
      const sex = String(cells({ sheet: '三星镇', row, column: 2 }))
      expect(verdict.kind === 'valid' && verdict.sex).toBe(sex === '男' || sex === '1' ? 'male' : 'female')
    }
  })
})

describe('the entitled persons’ register', () => {
  test('has a sheet for each of four towns and no two column orders alike', async () => {
    const book = read(await readFile(join(folder, samples.entitled.file)))
    const headers = book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 })[2])

    expect(book.SheetNames).toEqual(['常乐镇', '悦来镇', '四甲镇', '余东镇'])
    expect(new Set(headers.map((it) => JSON.stringify(it))).size).toBe(4)
  })

  test('is an old workbook, not a new one with an old name', async () => {
    const bytes = await readFile(join(folder, samples.entitled.file))

    expect(bytes.subarray(0, 4).toString('hex')).toBe('d0cf11e0')
  })

  test('is mostly about people who are registered, some of whom have changed', () => {
    const counts = countDefects(samples.entitled.planted)

    expect(samples.entitled.inRegistry / samples.entitled.rows).toBeGreaterThan(0.8)
    expect(samples.entitled.inRegistry).toBeLessThan(samples.entitled.rows)
    for (const change of ['changed-phone', 'changed-account', 'changed-grade'] as const) {
      expect(counts[change]).toBeGreaterThan(0)
    }
  })
})

describe('the activity ledger', () => {
  test('is GB18030 and not UTF-8', async () => {
    const bytes = await readFile(join(folder, samples.activities.file))

    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow(TypeError)
    expect(await activityText()).toContain('謇公湖社区')
  })

  test('comes to the figures of the half-year report', () => {
    expect(samples.activities.lecturesHeld).toBe(3)
    expect(samples.activities.touringPersonTimes).toBeGreaterThan(5000)
    expect(samples.activities.touringPersonTimes).toBeLessThan(6000)
    expect(samples.activities.exhibitionVisitors).toBeGreaterThan(1000)
    expect(heldActivities.filter((it) => it.series === '五四主题团课')).toHaveLength(1)
  })

  test('the figures can be added up again from the file', async () => {
    const rows = (await activityText()).split('\r\n').map(splitCsv)
    const touring = rows.filter((row) => row[3] === '红色大篷车')
    const sum = touring.reduce((total, row) => total + Number((row[7] ?? '').normalize('NFKC').replace(/\D/g, '')), 0)

    expect(touring).toHaveLength(samples.activities.touringStops)
    expect(sum).toBe(samples.activities.touringPersonTimes)
    expect(rows.filter((row) => row[3] === '红在东洲宣讲')).toHaveLength(3)
  })

  test('everything was held between January and June 2025, on days that exist', () => {
    for (const it of heldActivities) {
      expect(day(it.day) >= '2025-01-01' && day(it.day) <= '2025-06-30').toBe(true)
      expect(it.people).toBeGreaterThan(0)
    }
  })

  test('the villages and communities it names are in the division table', () => {
    const names = new Set(haimenDivisions.flatMap((it) => [it.shortName, ...it.aliases]))
    for (const it of heldActivities.filter((held) => /[村社区]$/.test(held.place) && held.series === '红色大篷车')) {
      expect(
        [...names].some((name) => it.place.endsWith(name)),
        it.place,
      ).toBe(true)
    }
  })
})

describe('the pairing ledger', () => {
  const people = () =>
    pairings.rows.map((row) => readableId(row[6])).filter((text) => judgeIdNumber(text).kind === 'valid')

  test('pairs 53 organisations with 87 people', () => {
    expect(samples.pairings).toMatchObject({ organisations: 53, people: 87, rows: 87, goodRows: 87 })
    expect(new Set(people()).size).toBe(87)
    expect(pairings.rows.filter((row) => /^1[12]320614/.test(String(row[2])))).toHaveLength(53)
  })

  test('all of them are in the registry, alive, entitled and in difficulty', () => {
    const known = new Map(
      Array.from({ length: cast.count }, (_, index) => profileOf(cast.seed, index)).map((it) => [`${it.idNumber}`, it]),
    )
    for (const idNumber of people()) {
      const person = known.get(idNumber)
      expect(person?.died).toBeUndefined()
      expect(person?.hardship).toBeDefined()
      expect(isEntitled(person?.identities ?? [])).toBe(true)
    }
    expect(people().every((idNumber) => [...registered].some((it) => it === idNumber))).toBe(true)
  })

  test('has two tables on one sheet and merges the organisation over its people', () => {
    expect(pairings.rows.filter((row) => row[0] === '序号')).toHaveLength(2)
    const overPeople = (pairings.merges ?? []).filter((it) => it.startCol === 1 && it.endCol === 1)
    expect(overPeople).toHaveLength(28)
    expect(overPeople.reduce((sum, it) => sum + it.endRow - it.startRow, 0)).toBe(87 - 53)
  })

  test('visits were made, not everywhere, and never more than planned by the end of June', () => {
    expect(samples.pairings.visitsMade).toBeGreaterThan(87)
    expect(samples.pairings.visitsMade).toBeLessThan(samples.pairings.visitsPlanned)
  })
})

test('a date is written in every one of its forms, and an exact one never loses the day', () => {
  const chance = new Chance(1, 1)
  const loose = Array.from({ length: 500 }, () => writeDate(chance, day('1978-05-01'), false))
  const exact = Array.from({ length: 500 }, () => writeDate(chance, day('1978-05-01'), true))

  const forms = new Set(loose.map((it) => JSON.stringify(it.cell)))
  for (const form of [
    '1978.5.1',
    '19780501',
    19_780_501,
    '1978年5月',
    '七八年五月',
    '1978-05-01',
    '１９７８．５．１',
    28_611,
  ]) {
    expect(forms).toContain(JSON.stringify(form))
  }
  expect(exact.filter((it) => it.habit === 'date-month-only' || it.habit === 'date-chinese')).toEqual([])
})

function readableId(cell: unknown): string {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .replace(/['\s]/g, '')
    .toUpperCase()
  return text.length === 15 ? (lengthenIdNumber(text) ?? text) : text
}

const idVerdict = (cell: unknown) => judgeIdNumber(String(cell ?? '')).kind

// What each defect must look like in the file; those that need the neighbours of the cell are looked at elsewhere.
const looks: { readonly [D in keyof typeof defects]?: (cell: unknown) => boolean } = {
  'id-precision-lost': (cell) => typeof cell === 'number' && cell > 1e17,
  'id-scientific': (cell) => /^\d\.\d{5}E\+17$/.test(String(cell)),
  'id-check': (cell) => idVerdict(cell) === 'wrong-check',
  'id-birth': (cell) => idVerdict(cell) === 'impossible-birth',
  'id-missing': (cell) => cell === undefined || cell === '无',
  'id-apostrophe': (cell) => /^'\d{17}[\dX]$/.test(String(cell)),
  'id-full-width': (cell) => /^[０-９Ｘ]{18}$/.test(String(cell)),
  'id-fifteen': (cell) => lengthenIdNumber(String(cell)) !== undefined,
  'id-spaced': (cell) => /^\d{6} \d{8} \d{3}[\dX]$/.test(String(cell)),
  'id-small-x': (cell) => /^\d{17}x$/.test(String(cell)),
  'duplicate-in-sheet': (cell) => idVerdict(cell) === 'valid',
  'date-impossible': (cell) => /^\d{4}\.(2\.30|4\.31|11\.31)$/.test(String(cell)),
  'date-serial': (cell) => Number(cell) > 10_000 && Number(cell) < 50_000,
  'date-digits': (cell) => /^\d{8}$/.test(String(cell)),
  'date-chinese': (cell) => /^[〇一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月$/.test(String(cell)),
  'date-full-width': (cell) => /^[０-９．]+$/.test(String(cell)),
  'date-month-only': (cell) => /^\d{4}年\d{1,2}月$/.test(String(cell)),
  'name-spaced': (cell) => /^\S[ 　]+\S$/.test(String(cell)),
  'sex-code': (cell) => /^[12]$/.test(String(cell)),
  'division-brigade': (cell) => String(cell).endsWith('大队'),
  'identity-ambiguous': (cell) => cell === '三属',
  'disability-unreadable': (cell) => /等.级$/.test(String(cell)),
  'account-precision-lost': (cell) => typeof cell === 'number' && cell > 1e18,
  'count-doubtful': (cell) => /^约/.test(String(cell)),
  'count-unreadable': (cell) => cell === '若干',
  'changed-phone': (cell) => /^16\d{9}$/.test(String(cell)),
  'changed-account': (cell) => /^62999[0-5]\d{13}$/.test(String(cell)),
  'changed-grade': (cell) => /^[5-9]级$/.test(String(cell)),
  'visit-dates-listed': (cell) => /[、；\n]/.test(String(cell)),
}

function looksPlanted(it: PlantedCell, cell: unknown): boolean {
  return looks[it.defect]?.(cell) ?? cell !== undefined
}
