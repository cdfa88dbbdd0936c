import type { DatedTo, Day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Fact, FactKind } from '@dongzhou/terms/fact'
import type { IdNumber } from '@dongzhou/terms/id-number'
import type { Flaw } from './complaint.ts'
import type { Reader, Value } from './reader.ts'

/** 字段 (field) of a ledger kind: one column of its template, and how a cell under it is read. */
export interface Field {
  readonly key: string
  readonly title: string
  /** Other titles that ledgers in use give to the same column. */
  readonly synonyms: readonly string[]
  readonly reader: Reader
  readonly required: boolean
  /** One sentence for the template: what to fill in, and how. */
  readonly help: string
  /** The words of the drop-down in the blank template. */
  readonly choices: readonly string[]
  /** Width of the column in the template, in characters. */
  readonly width: number
  /** The field that names the town of this one's village (镇 beside 村). */
  readonly within: string | undefined
}

/** A field as a ledger file writes it; what is left out has its usual value. */
export interface FieldSpec<T extends Value = Value> {
  readonly title: string
  readonly synonyms?: readonly string[]
  readonly reader: Reader<T>
  readonly required?: boolean
  readonly help: string
  readonly choices?: readonly string[]
  readonly width?: number
  readonly within?: string
}

/** The typed values of one row; a field that the row leaves blank is undefined. */
export interface RowValues {
  readonly [key: string]: Value | undefined
}

/** What a ledger's fields hold, by the readers that read them. */
export type ValuesOf<F> = {
  readonly [K in keyof F]?: F[K] extends { readonly reader: Reader<infer T> } ? T | undefined : never
}

/** A flaw found by comparing cells; it is shown on the cell of `field`. */
export interface FieldFlaw {
  readonly field: string
  readonly flaw: Flaw
}

/** 跨格核对 (cross-cell check): pure, over the values of one row. */
export type RowCheck = (values: RowValues, today: Day) => FieldFlaw | undefined

/** 事实草稿: a fact without its source, which the server knows. */
export type FactDraft<K extends FactKind = FactKind> = {
  readonly [P in K]: Omit<Fact<P>, 'source'> & { readonly kind: P }
}[K]

/** 活动草稿: one event of the activity ledger. */
export interface ActivityDraft {
  readonly title: string
  readonly series: string | undefined
  readonly date: DatedTo
  readonly place: string | undefined
  readonly host: string | undefined
  readonly partners: readonly string[]
  /** 人次: times people came, not different people. */
  readonly attendance: number | undefined
  readonly counting: 'list' | 'counter' | 'estimate' | undefined
  readonly proof: string | undefined
  readonly division: DivisionCode | undefined
  readonly remark: string | undefined
}

/** 结对草稿: one organisation paired with one person, and the visits paid so far. */
export interface PairingDraft {
  readonly organisation: string
  readonly creditCode: string | undefined
  readonly personName: string
  readonly idNumber: IdNumber | undefined
  readonly division: DivisionCode | undefined
  readonly contact: string | undefined
  readonly contactPhones: readonly string[]
  readonly plannedVisits: number | undefined
  readonly visits: readonly { readonly date: DatedTo; readonly help: string | undefined }[]
  /** Help that the row does not tie to one visit. */
  readonly help: string | undefined
  readonly remark: string | undefined
}

interface LedgerKind {
  readonly code: string
  readonly name: string
  /** Words in a sheet's caption or name that speak for this kind. */
  readonly captions: readonly string[]
  readonly fields: readonly Field[]
  readonly checks: readonly RowCheck[]
  /** Rows that agree in all fields of one of these keys are the same thing entered twice. */
  readonly sameBy: readonly (readonly string[])[]
}

export interface PeopleLedger extends LedgerKind {
  readonly target: 'people'
  draft(values: RowValues): readonly FactDraft[]
}

export interface ActivityLedger extends LedgerKind {
  readonly target: 'activities'
  /** undefined when what makes an activity (title and date) is missing. */
  draft(values: RowValues): ActivityDraft | undefined
}

export interface PairingLedger extends LedgerKind {
  readonly target: 'pairings'
  /** undefined when the organisation or the person is missing. */
  draft(values: RowValues): PairingDraft | undefined
}

/** 台账种类 (ledger kind): typed data, one file each. */
export type Ledger = PeopleLedger | ActivityLedger | PairingLedger

type FieldSpecs = { readonly [key: string]: FieldSpec }

interface LedgerSpec<F extends FieldSpecs> {
  readonly code: string
  readonly name: string
  readonly captions: readonly string[]
  readonly fields: F
  readonly checks: readonly RowCheck[]
  readonly sameBy: readonly (readonly (keyof F & string)[])[]
}

/** Makes a people's ledger of its spec; `draft` sees its values typed by their readers. */
export function peopleLedger<F extends FieldSpecs>(
  spec: LedgerSpec<F> & { draft(values: ValuesOf<F>): readonly FactDraft[] },
): PeopleLedger {
  return { ...spec, target: 'people', fields: fieldsOf(spec.fields) }
}

/** Makes an activity ledger of its spec. */
export function activityLedgerOf<F extends FieldSpecs>(
  spec: LedgerSpec<F> & { draft(values: ValuesOf<F>): ActivityDraft | undefined },
): ActivityLedger {
  return { ...spec, target: 'activities', fields: fieldsOf(spec.fields) }
}

/** Makes a pairing ledger of its spec. */
export function pairingLedgerOf<F extends FieldSpecs>(
  spec: LedgerSpec<F> & { draft(values: ValuesOf<F>): PairingDraft | undefined },
): PairingLedger {
  return { ...spec, target: 'pairings', fields: fieldsOf(spec.fields) }
}

/** The field of a key; undefined when the ledger has none such. */
export function findField(ledger: Ledger, key: string): Field | undefined {
  return ledger.fields.find((field) => field.key === key)
}

function fieldsOf(specs: FieldSpecs): readonly Field[] {
  return Object.entries(specs).map(([key, spec]) => ({
    key,
    title: spec.title,
    synonyms: spec.synonyms ?? [],
    reader: spec.reader,
    required: spec.required ?? false,
    help: spec.help,
    choices: spec.choices ?? [],
    width: spec.width ?? 14,
    within: spec.within,
  }))
}
