import { type Benefit, isBenefit } from '@dongzhou/terms/benefit'
import {
  type ChangeCause,
  type ChangeKind,
  changeCauses,
  changeKinds,
  type LineKind,
  lineKinds,
  type RunCheck,
  type RunKind,
  type RunState,
  runChecks,
  runKinds,
  runStates,
  type TransferState,
  transferStates,
} from '@dongzhou/terms/payment'
import type { LedgerAsk } from '../kit/search-params.ts'

type Filters = LedgerAsk['filters']

/** One of a closed list, as an address names it. Nonsense in an address asks for nothing rather than failing. */
export function codeIn<Code extends string>(
  known: { readonly [C in Code]: string },
  text: string | undefined,
): Code | undefined {
  return text !== undefined && Object.hasOwn(known, text) ? (text as Code) : undefined
}

/** Leaves out what nobody asked for. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value })
}

function placeOf({ division }: Filters): { readonly division?: string } {
  return given('division', /^\d{12}$/.test(division?.[0] ?? '') ? division?.[0] : undefined)
}

function textOf({ text }: Filters): { readonly text?: string } {
  return given('text', text?.[0]?.trim().slice(0, 40) || undefined)
}

function benefitOf({ benefit }: Filters): { readonly benefit?: Benefit } {
  const named = benefit?.[0]
  return given('benefit', named !== undefined && isBenefit(named) ? named : undefined)
}

export interface RunsAsk {
  readonly year?: number
  readonly state?: RunState
  readonly kind?: RunKind
  readonly benefit?: Benefit
}

/** What the ledger of runs asks for. */
export function runsAsk(filters: Filters): RunsAsk {
  const { year, state, kind } = filters
  return {
    ...given('year', /^20\d\d$/.test(year?.[0] ?? '') ? Number(year?.[0]) : undefined),
    ...given('state', codeIn<RunState>(runStates, state?.[0])),
    ...given('kind', codeIn<RunKind>(runKinds, kind?.[0])),
    ...benefitOf(filters),
  }
}

export interface ChangesAsk {
  readonly change?: ChangeKind
  readonly cause?: ChangeCause
  readonly isUnexplained: boolean
  readonly division?: string
  readonly text?: string
}

/** What the change sheet asks for. */
export function changesAsk(filters: Filters): ChangesAsk {
  const { change, cause, unexplained } = filters
  return {
    ...given('change', codeIn<ChangeKind>(changeKinds, change?.[0])),
    ...given('cause', codeIn<ChangeCause>(changeCauses, cause?.[0])),
    isUnexplained: unexplained?.[0] === 'yes',
    ...placeOf(filters),
    ...textOf(filters),
  }
}

export interface FindingsAsk {
  readonly check?: RunCheck
  readonly isUndecided: boolean
}

/** What the list of findings asks for. */
export function findingsAsk({ check, undecided }: Filters): FindingsAsk {
  return { ...given('check', codeIn<RunCheck>(runChecks, check?.[0])), isUndecided: undecided?.[0] === 'yes' }
}

export interface TransfersAsk {
  readonly state?: TransferState
  readonly isCancelled?: true
  readonly division?: string
  readonly text?: string
}

/** What the roster asks for. */
export function transfersAsk(filters: Filters): TransfersAsk {
  const { state, cancelled } = filters
  return {
    ...given('state', codeIn<TransferState>(transferStates, state?.[0])),
    ...given('isCancelled', cancelled?.[0] === 'yes' ? true : undefined),
    ...placeOf(filters),
    ...textOf(filters),
  }
}

export interface LinesAsk {
  readonly kind?: LineKind
  readonly benefit?: Benefit
  readonly division?: string
}

/** What the list of posted lines asks for. */
export function linesAsk(filters: Filters): LinesAsk {
  const { kind } = filters
  return { ...given('kind', codeIn<LineKind>(lineKinds, kind?.[0])), ...benefitOf(filters), ...placeOf(filters) }
}

/** A number of a record in an address; undefined for nonsense. */
export function idIn(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,12}$/.test(text) ? Number(text) : undefined
}
