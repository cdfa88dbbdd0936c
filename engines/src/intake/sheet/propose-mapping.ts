import { type Cell, cellText, isBlankCell } from '../cell.ts'
import type { Field, Ledger } from '../ledger.ts'
import type { TableColumn, TableReading } from './recognise-table.ts'
import { type ContentKind, isTellable, shareThatLooksLike } from './sniff-content.ts'
import { matchTitle, normaliseTitle } from './title.ts'

/** 列对应 (column proposal): which field a column holds, how sure we are and why. An unmapped column is listed all the same. */
export interface ColumnProposal {
  readonly index: number
  readonly title: string
  readonly field: string | undefined
  /** 0 to 1. */
  readonly confidence: number
  readonly why: string
  readonly hidden: boolean
  /** The first few different things the column holds, as text. */
  readonly samples: readonly string[]
}

/** 记住的对应 (remembered mapping) of a sender: normalised title to field key, or to nothing when they left it out. */
export interface RememberedMapping {
  readonly [normalisedTitle: string]: string | undefined
}

/** Columns and fields as they were settled, to be kept for the sender's next sheet. */
export function rememberMapping(columns: readonly Pick<ColumnProposal, 'title' | 'field'>[]): RememberedMapping {
  return Object.fromEntries(
    columns.filter(({ title }) => title !== '').map(({ title, field }) => [normaliseTitle(title), field]),
  )
}

const SURE_ENOUGH = 0.5
const SAMPLES_SHOWN = 3

/** Proposes a field for each column: what the sender settled last time, then titles, then content; no field twice. */
export function proposeMapping(
  table: TableReading,
  sampleRows: readonly (readonly Cell[])[],
  ledger: Ledger,
  remembered: RememberedMapping = {},
): readonly ColumnProposal[] {
  const columns = table.columns.map((column) => ({ column, cells: sampleRows.map((row) => row[column.index]) }))
  const offers = columns.flatMap((sampled) => offersFor(sampled, ledger, remembered))
  const chosen = assign(offers)
  return columns.map((sampled) => propose(sampled, chosen, offers))
}

interface SampledColumn {
  readonly column: TableColumn
  readonly cells: readonly Cell[]
}

interface Offer {
  readonly index: number
  readonly field: Field | undefined
  readonly confidence: number
  readonly why: string
}

function offersFor({ column, cells }: SampledColumn, ledger: Ledger, remembered: RememberedMapping): readonly Offer[] {
  const { index } = column
  const key = normaliseTitle(column.title)
  if (key !== '' && Object.hasOwn(remembered, key)) {
    const field = ledger.fields.find((one) => one.key === remembered[key])
    if (field) return [{ index, field, confidence: 1, why: `上次把“${column.title}”对应到“${field.title}”` }]
    if (remembered[key] === undefined) return [{ index, field: undefined, confidence: 1, why: '上次没有导入这一列' }]
  }
  const byTitle = matchTitle(ledger, column.path).map((match) => doubt({ index, ...match }, cells))
  return [...byTitle, ...offersByContent(index, cells, ledger)]
}

/** A column titled 身份证号 with no ID number in it is doubted, though not refused: damaged numbers look like nothing. */
function doubt(offer: Offer & { readonly field: Field }, cells: readonly Cell[]): Offer {
  const { kind } = offer.field.reader
  const filled = cells.filter((cell) => !isBlankCell(cell)).length
  if (!isTellable(kind) || filled < 3 || shareThatLooksLike(kind, cells) > 0) return offer
  return { ...offer, confidence: offer.confidence * 0.75, why: `${offer.why}，但内容不像，请核对` }
}

function offersByContent(index: number, cells: readonly Cell[], ledger: Ledger): readonly Offer[] {
  return ledger.fields.flatMap((field) => {
    const share = shareThatLooksLike(contentKindOf(field, ledger), cells)
    if (share < 0.6) return []
    // Several fields of one kind (two phones, two names): content favours the first, which the ledger lists first.
    const percent = Math.round(share * 100)
    return [{ index, field, confidence: 0.4 + 0.4 * share, why: `${percent}% 的内容看起来是“${field.title}”` }]
  })
}

// 常乐镇 belongs into the town's column, 中南村 into the village's that leans on it.
function contentKindOf(field: Field, ledger: Ledger): ContentKind {
  const isTown = ledger.fields.some((other) => other.within === field.key)
  return isTown ? 'town' : field.reader.kind
}

function assign(offers: readonly Offer[]): ReadonlyMap<number, Offer> {
  const chosen = new Map<number, Offer>()
  const taken = new Set<Field>()
  const ranked = [...offers].sort((one, other) => other.confidence - one.confidence || one.index - other.index)
  for (const offer of ranked) {
    if (chosen.has(offer.index) || offer.confidence < SURE_ENOUGH) continue
    if (offer.field && taken.has(offer.field)) continue
    chosen.set(offer.index, offer)
    if (offer.field) taken.add(offer.field)
  }
  return chosen
}

function propose(
  { column, cells }: SampledColumn,
  chosen: ReadonlyMap<number, Offer>,
  offers: readonly Offer[],
): ColumnProposal {
  const { index, title, hidden } = column
  const offer = chosen.get(index)
  const samples = [...new Set(cells.filter((cell) => !isBlankCell(cell)).map(cellText))].slice(0, SAMPLES_SHOWN)
  const shown = { index, title, hidden, samples }
  if (offer) return { ...shown, field: offer.field?.key, confidence: round(offer.confidence), why: offer.why }
  return {
    ...shown,
    field: undefined,
    confidence: 0,
    why: whyNot(
      title,
      offers.find((one) => one.index === index),
    ),
  }
}

function whyNot(title: string, lost: Offer | undefined): string {
  if (SERIAL_NUMBER.has(normaliseTitle(title))) return '序号列，不导入'
  if (lost?.field) return `“${lost.field.title}”已有更合适的列`
  return '没有对应的字段，不导入；需要时请手工指定'
}

const SERIAL_NUMBER = new Set(['序号', '编号', '顺序号', '序', 'NO'])

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100
}
