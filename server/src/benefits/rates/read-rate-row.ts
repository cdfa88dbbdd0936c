import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import { type Day, findDayOf } from '@dongzhou/terms/day'
import {
  type Jurisdiction,
  jurisdictions,
  type RateKind,
  type RateKindTerm,
  type RateUnit,
  rateKinds,
  rateUnits,
} from '@dongzhou/terms/rate'
import { rateKeyName } from '@dongzhou/terms/rate-words'
import type { Cell } from '../../platform/sheet/index.ts'
import { dateValue, partsPerWhole, type RateColumn, rateColumns, roundings, usualUnit } from './rate-sheet.ts'

/** One cell that could not be read, and what to do about it. */
export interface CellTrouble {
  readonly column: RateColumn
  readonly say: string
}

/** What a row of the sheet says; the draft is there only when every cell it needs could be read. */
export interface RowRead {
  readonly draft: RateDraft | undefined
  readonly troubles: readonly CellTrouble[]
}

/** 读一行: the cells of one row, by column, to a draft; every cell that cannot be read is named, not only the first. */
export function readRateRow(cells: { readonly [C in RateColumn]?: Cell }): RowRead {
  const row = new Row(cells)
  const kind = row.oneOf('kind', kindsByName)
  const key = kind && row.key(kind)
  const jurisdiction = row.oneOf('jurisdiction', jurisdictionsByName)
  const unit = row.text('unit') === '' ? kind && usualUnit(kind) : row.oneOf('unit', unitsByName)
  const value = kind && unit && row.value(kind, unit)
  const base = row.text('base') === '' ? undefined : row.oneOf('base', kindsByName)
  const rounding = row.text('rounding') === '' ? USUAL : row.oneOf('rounding', roundings)
  const validFrom = row.day('validFrom')
  const validTo = row.text('validTo') === '' ? undefined : row.day('validTo')
  const announcedOn = row.day('announcedOn')
  const document = row.required('document')
  const source = row.required('source')
  if (row.troubles.length > 0) return { draft: undefined, troubles: row.troubles }
  // Whatever is undefined here has left its trouble behind.
  if (!kind || key === undefined || !jurisdiction || !unit || !value || !rounding || !validFrom || !announcedOn)
    return { draft: undefined, troubles: row.troubles }
  const dates = { validFrom, announcedOn, ...(validTo ? { validTo } : {}) }
  const draft = {
    kind,
    key,
    jurisdiction,
    unit,
    ...value,
    ...(base ? { base } : {}),
    rounding,
    ...dates,
    document,
    source,
  }
  return { draft, troubles: [] }
}

const USUAL = { mode: 'half-up', unit: 1 } as const

const kindsByName = byName(rateKinds, ({ name }) => name)
const jurisdictionsByName = new Map<string, Jurisdiction>([
  ...byName(jurisdictions, (name) => name),
  ['县', 'county'],
  ['区', 'county'],
  ['县区', 'county'],
])
const unitsByName = byName(rateUnits, (name) => name)

function byName<Code extends string, Term>(terms: { readonly [C in Code]: Term }, nameOf: (term: Term) => string) {
  return new Map((Object.keys(terms) as Code[]).map((code) => [nameOf(terms[code]), code]))
}

class Row {
  readonly troubles: CellTrouble[] = []
  private readonly cells: { readonly [C in RateColumn]?: Cell }

  constructor(cells: { readonly [C in RateColumn]?: Cell }) {
    this.cells = cells
  }

  text(column: RateColumn): string {
    return this.written(column).normalize('NFKC')
  }

  /** As it is written: the brackets of a document number stay what they are. */
  required(column: RateColumn): string {
    const text = this.written(column)
    if (text.length < 2) this.complain(column, '不能为空。')
    return text
  }

  oneOf<Code>(column: RateColumn, codes: ReadonlyMap<string, Code>): Code | undefined {
    const text = this.text(column)
    const wanted = plain(text)
    for (const [name, code] of codes) if (plain(name) === wanted) return code
    this.complain(column, text === '' ? '不能为空。' : `不认识“${text}”，请从下拉选项中选择。`)
    return undefined
  }

  key(kind: RateKind): string {
    const text = this.text('key')
    const { keys }: RateKindTerm = rateKinds[kind]
    const found = keys.find((key) => key === text || plain(rateKeyName(kind, key)) === plain(text))
    // 因病七级 and the like are read as they stand: the check says that no law has them.
    return found ?? rejectedGrade(text) ?? this.refuseKey(kind, text)
  }

  value(kind: RateKind, unit: RateUnit): { readonly value: number; readonly choice?: string } | undefined {
    if (unit === 'choice') {
      const { choices = {} }: RateKindTerm = rateKinds[kind]
      const choice = this.oneOf(
        'value',
        byName(choices, (name) => name),
      )
      return choice === undefined ? undefined : { value: 0, choice }
    }
    if (unit === 'date') {
      const on = this.day('value')
      return on && { value: dateValue(on) }
    }
    const value = wholeParts(this.text('value'), partsPerWhole(unit))
    if (value === undefined) this.complain('value', `“${this.text('value')}”不是数，或小数位数过多。`)
    return value === undefined ? undefined : { value }
  }

  day(column: RateColumn): Day | undefined {
    const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(this.text(column))
    const on = parts && findDayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    if (!on)
      this.complain(column, this.text(column) === '' ? '不能为空。' : `“${this.text(column)}”不是日期，应为年-月-日。`)
    return on ?? undefined
  }

  private written(column: RateColumn): string {
    const cell = this.cells[column]
    if (cell === undefined || typeof cell === 'boolean') return ''
    if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.error
    return String(cell).trim()
  }

  private refuseKey(kind: RateKind, text: string): string {
    const { keys }: RateKindTerm = rateKinds[kind]
    const names = keys.map((key) => rateKeyName(kind, key)).filter((name) => name !== '')
    this.complain(
      'key',
      names.length === 0 ? '这种标准不分档，应留空。' : `没有“${text}”这一档，可以填：${names.join('、')}。`,
    )
    return ''
  }

  private complain(column: RateColumn, trouble: string): void {
    this.troubles.push({ column, say: `${rateColumns[column].title}：${trouble}` })
  }
}

function rejectedGrade(text: string): string | undefined {
  const at = ['因病七级', '因病八级', '因病九级', '因病十级'].indexOf(text)
  return at < 0 ? undefined : `illness-${at + 7}`
}

/** Exactly, from the digits: 86702.15 yuan is 8670215 fen, and no float comes near it. */
function wholeParts(text: string, parts: number): number | undefined {
  const digits = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，%元倍]/g, ''))
  if (!digits) return undefined
  const [, whole = '', rest = ''] = digits
  if (parts === 1) return Number(rest) === 0 ? Number(whole) : undefined
  return Number(whole) * parts + Number(rest.padEnd(2, '0'))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s()]/g, '')
}
