import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { needsBase, unitsOf } from '@dongzhou/engines/benefits'
import { type Jurisdiction, type RateKind, type RateKindTerm, type RateUnit, rateKinds } from '@dongzhou/terms/rate'
import { proposeWords } from './rate-form-words.ts'
import { readValue, roundingCode, roundings, typedValue } from './rate-value.ts'
import type { RateDraftSent } from './use-rates.ts'

/** 录入中的标准 (rate form): one document, and a figure for each grade it names. */
export interface RateForm {
  readonly kind: RateKind | undefined
  readonly jurisdiction: Jurisdiction
  readonly unit: RateUnit
  readonly base: RateKind | undefined
  readonly rounding: string
  readonly validFrom: string | undefined
  readonly validTo: string | undefined
  readonly announcedOn: string | undefined
  readonly document: string
  readonly source: string
  /** As typed, by grade. */
  readonly values: Readonly<Record<string, string>>
  readonly reason: string
}

export type RateFormField = 'kind' | 'base' | 'validFrom' | 'validTo' | 'announcedOn' | 'document' | 'source' | 'values'

export type RateFormComplaints = { readonly [F in RateFormField]?: string }

/** An empty form for a kind; what is usual for it comes from the row that stands. */
export function formFor(kind: RateKind | undefined, jurisdiction: Jurisdiction, like: RateLine | undefined): RateForm {
  return {
    kind,
    jurisdiction,
    ...measureOf(kind, like),
    validFrom: undefined,
    validTo: undefined,
    announcedOn: undefined,
    document: '',
    source: '',
    values: {},
    reason: '',
  }
}

/** Unit, base and rounding of a kind, as the row that stands has them. */
export function measureOf(
  kind: RateKind | undefined,
  like: RateLine | undefined,
): Pick<RateForm, 'unit' | 'base' | 'rounding'> {
  const units = kind === undefined ? [] : unitsOf(kind)
  const unit = like && units.includes(like.unit) ? like.unit : units[0]
  return {
    unit: unit ?? 'fen',
    base: like?.base ?? undefined,
    rounding: roundingCode(like?.rounding ?? { mode: 'half-up', unit: 1 }),
  }
}

/** The form of a correction: the row as it stands, to be put right. */
export function formCorrecting(row: RateLine): RateForm {
  return {
    kind: row.kind,
    jurisdiction: row.jurisdiction,
    unit: row.unit,
    base: row.base ?? undefined,
    rounding: roundingCode(row.rounding),
    validFrom: row.validFrom,
    validTo: row.validTo ?? undefined,
    announcedOn: row.announcedOn ?? undefined,
    // A sample has no paper of its own: that is what is entered here.
    document: row.state === 'sample' ? '' : row.document,
    source: row.state === 'sample' ? '' : row.source,
    values: { [row.key]: typedValue(row) },
    reason: '',
  }
}

/** What still keeps the form from being looked at; figures that cannot be read are complained of by `valueComplaint`. */
export function formComplaints(form: RateForm): RateFormComplaints {
  const { needed } = proposeWords
  const { kind, base, unit, validFrom, validTo, announcedOn } = form
  const isBaseNeeded = kind !== undefined && needsBase(kind, unit) && base === undefined
  return {
    ...(kind === undefined ? { kind: needed.kind } : {}),
    ...(isBaseNeeded ? { base: needed.base } : {}),
    ...(validFrom === undefined ? { validFrom: needed.validFrom } : {}),
    ...(validFrom !== undefined && validTo !== undefined && validTo <= validFrom ? { validTo: needed.validTo } : {}),
    ...(announcedOn === undefined ? { announcedOn: needed.announcedOn } : {}),
    ...(form.document.trim().length < 2 ? { document: needed.document } : {}),
    ...(form.source.trim().length < 2 ? { source: needed.source } : {}),
    ...(keysFilled(form).length === 0 ? { values: needed.values } : {}),
  }
}

/** Why what was typed for a grade is no figure. */
export function valueComplaint(text: string, unit: RateUnit): string | undefined {
  const read = readValue(text, unit)
  if (read.kind !== 'wrong') return undefined
  return read.why === 'whole' ? proposeWords.notWhole : proposeWords.notNumber
}

/** The grades that have a figure, in the order of the kind: the place of each is the number of its row at the server. */
export function keysFilled({ kind, unit, values }: RateForm): readonly string[] {
  if (kind === undefined) return []
  const { keys }: RateKindTerm = rateKinds[kind]
  return keys.filter((key) => readValue(values[key] ?? '', unit).kind === 'value')
}

/** The rows as the server takes them; undefined while something is missing or cannot be read. */
export function draftsOf(form: RateForm, supersedes?: number): readonly RateDraftSent[] | undefined {
  const { kind, unit, validFrom, announcedOn, values } = form
  if (Object.keys(formComplaints(form)).length > 0 || kind === undefined) return undefined
  if (validFrom === undefined || announcedOn === undefined) return undefined
  if (Object.values(values).some((text) => readValue(text, unit).kind === 'wrong')) return undefined
  return keysFilled(form).flatMap((key): readonly RateDraftSent[] => {
    const read = readValue(values[key] ?? '', unit)
    if (read.kind !== 'value') return []
    return [
      {
        kind,
        key,
        jurisdiction: form.jurisdiction,
        value: read.value,
        ...(read.choice === undefined ? {} : { choice: read.choice }),
        unit,
        ...(form.base === undefined ? {} : { base: form.base }),
        rounding: roundings.get(form.rounding) ?? { mode: 'half-up', unit: 1 },
        validFrom,
        ...(form.validTo === undefined ? {} : { validTo: form.validTo }),
        announcedOn,
        document: form.document.trim(),
        source: form.source.trim(),
        ...(supersedes === undefined ? {} : { supersedes }),
      },
    ]
  })
}

/** A row that stands as the server would take it anew: for looking it over once more. */
export function draftOf(row: RateLine): RateDraftSent {
  return {
    kind: row.kind,
    key: row.key,
    jurisdiction: row.jurisdiction,
    value: row.value,
    ...(row.choice === null ? {} : { choice: row.choice }),
    unit: row.unit,
    ...(row.base === null ? {} : { base: row.base }),
    rounding: row.rounding,
    validFrom: row.validFrom,
    ...(row.validTo === null ? {} : { validTo: row.validTo }),
    announcedOn: row.announcedOn ?? row.validFrom,
    document: row.document,
    source: row.source,
    ...(row.supersedes === null ? {} : { supersedes: row.supersedes }),
  }
}
