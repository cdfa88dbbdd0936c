import type { RateLine } from '@dongzhou/contract/benefits-rates'
import type { Jurisdiction, RateKind, RateKindTerm } from '@dongzhou/terms/rate'
import { rateKinds } from '@dongzhou/terms/rate'
import { useState } from 'react'
import { useSettled } from '../kit/use-settled.ts'
import { type PlacedComplaints, placed } from './rate-complaints.ts'
import {
  draftsOf,
  formComplaints,
  formCorrecting,
  formFor,
  keysFilled,
  measureOf,
  type RateForm,
  type RateFormComplaints,
} from './rate-form.ts'
import { inForceOn, jurisdictionsOf, standingRows } from './rate-history.ts'
import { type RateDraftSent, useAllRates, useRateCheck } from './use-rates.ts'

/** A form under the pen, what it stands beside, and what speaks against it. */
export interface RateFormWork {
  readonly form: RateForm
  /** Unit, base and rounding were taken from what stands. */
  readonly isAsBefore: boolean
  readonly change: (part: Partial<RateForm>) => void
  readonly setKind: (kind: RateKind, jurisdiction: Jurisdiction) => void
  readonly setValue: (key: string, text: string) => void
  /** The grades to fill in. */
  readonly keys: readonly string[]
  readonly before: ReadonlyMap<string, RateLine>
  readonly drafts: readonly RateDraftSent[] | undefined
  readonly found: PlacedComplaints
  readonly isChecking: boolean
  readonly isChecked: boolean
  readonly trouble: unknown
  readonly complaintsOf: (isTried: boolean) => RateFormComplaints
}

interface FormStart {
  readonly kind: RateKind | undefined
  readonly jurisdiction: Jurisdiction
  readonly correcting: RateLine | undefined
  readonly today: string
}

/** 录入的经过: typing, what is in force beside it, and the checks once it stands still. */
export function useRateForm({ kind: first, jurisdiction, correcting, today }: FormStart): RateFormWork {
  const [form, setForm] = useState<RateForm>(() =>
    correcting === undefined ? formFor(first, jurisdiction, undefined) : formCorrecting(correcting),
  )
  const [isChosen, setChosen] = useState(correcting !== undefined)
  const { kind } = form
  const rows = useAllRates(kind === undefined ? { state: 'proposed' } : { kind }).data ?? []
  const own = standingRows(rows).filter((row) => row.kind === kind)
  const keys = keysOf(kind, correcting)
  const before =
    correcting === undefined
      ? beforeOf(own, keys, form.jurisdiction, form.validFrom ?? today)
      : new Map([[correcting.key, correcting]])
  const whole = measured(form, before, isChosen)
  const drafts = draftsOf(whole, correcting?.id)
  const check = useSettledCheck(drafts)
  return {
    form: whole,
    isAsBefore: !isChosen && before.size > 0,
    change: (part) => {
      const isMeasure = 'unit' in part || 'base' in part || 'rounding' in part
      if (isMeasure) setChosen(true)
      setForm((now) => ({ ...now, ...(isMeasure ? measureIn(whole) : {}), ...part }))
    },
    setKind: (chosen, place) => {
      setChosen(false)
      setForm((now) => ({ ...formFor(chosen, place, undefined), ...paperOf(now) }))
    },
    setValue: (key, text) => setForm((now) => ({ ...now, values: { ...now.values, [key]: text } })),
    keys,
    before,
    drafts,
    found: placed(check.data ?? [], keysFilled(whole)),
    isChecking: drafts !== undefined && check.data === undefined && check.error === null,
    isChecked: drafts !== undefined && check.data !== undefined,
    trouble: check.error,
    complaintsOf: (isTried) => (isTried ? formComplaints(whole) : {}),
  }
}

/** The paper stays when one turns to the next kind of the same document. */
function paperOf({ validFrom, validTo, announcedOn, document, source }: RateForm): Partial<RateForm> {
  return { validFrom, validTo, announcedOn, document, source }
}

function measureIn({ unit, base, rounding }: RateForm): Partial<RateForm> {
  return { unit, base, rounding }
}

function keysOf(kind: RateKind | undefined, correcting: RateLine | undefined): readonly string[] {
  if (correcting !== undefined) return [correcting.key]
  if (kind === undefined) return []
  const { keys }: RateKindTerm = rateKinds[kind]
  return keys
}

/** What is in force beside each grade: of the same jurisdiction, else what pays from another. */
function beforeOf(
  rows: readonly RateLine[],
  keys: readonly string[],
  place: Jurisdiction,
  on: string,
): ReadonlyMap<string, RateLine> {
  const found = keys.flatMap((key): readonly (readonly [string, RateLine])[] => {
    const same = rows.filter((row) => row.key === key)
    const own = inForceOn(
      same.filter(({ jurisdiction }) => jurisdiction === place),
      on,
    )
    const row = own ?? payingOn(same, on)
    return row === undefined ? [] : [[key, row]]
  })
  return new Map(found)
}

function payingOn(rows: readonly RateLine[], on: string): RateLine | undefined {
  return jurisdictionsOf(rows)
    .map((place) =>
      inForceOn(
        rows.filter(({ jurisdiction }) => jurisdiction === place),
        on,
      ),
    )
    .find((row) => row !== undefined)
}

/** Unit, base and rounding are as they were, until somebody chooses otherwise. */
function measured(form: RateForm, before: ReadonlyMap<string, RateLine>, isChosen: boolean): RateForm {
  const [like] = before.values()
  return isChosen || like === undefined ? form : { ...form, ...measureOf(form.kind, like) }
}

/** The server is asked once the form has stood still. */
function useSettledCheck(drafts: readonly RateDraftSent[] | undefined) {
  const now = drafts === undefined ? '' : JSON.stringify(drafts)
  const settled = useSettled(now, 400)
  return useRateCheck(settled === now ? drafts : undefined)
}
