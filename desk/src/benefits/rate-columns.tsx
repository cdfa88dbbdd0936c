import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { rateUnits } from '@dongzhou/terms/rate'
import { nothing, writeDay } from '../kit/format.ts'
import type { LedgerColumn, LedgerSummary } from '../kit/ledger-types.ts'
import { columnWidths } from '../kit/theme.ts'
import { RateCard } from './rate-card.tsx'
import { LateMark, RateState } from './rate-state.tsx'
import { rateWords } from './rate-words.ts'

/** Columns of the book. Of one kind its name is in the filter already, and on a telephone the value takes its place. */
export function rateColumnsOf(kind: string | undefined): readonly LedgerColumn<RateLine>[] {
  return kind === undefined ? columns : columns.filter(({ key }) => key !== 'kind')
}

const columns: readonly LedgerColumn<RateLine>[] = [
  {
    key: 'kind',
    title: rateWords.kind,
    width: columnWidths.text,
    render: ({ kindName }) => <span title={kindName}>{kindName}</span>,
  },
  {
    key: 'key',
    title: rateWords.key,
    width: columnWidths.division,
    render: ({ keyName }) => <span title={keyName}>{keyName}</span>,
  },
  {
    key: 'value',
    title: rateWords.value,
    width: columnWidths.identity,
    isNumber: true,
    render: ({ valueText }) => <span title={valueText}>{valueText}</span>,
  },
  {
    key: 'jurisdiction',
    title: rateWords.jurisdiction,
    width: columnWidths.count,
    render: (row) => row.jurisdictionName,
  },
  {
    key: 'from',
    title: rateWords.validFrom,
    width: columnWidths.identity,
    render: (row) => (
      <>
        {writeDay(row.validFrom)} {row.isLate && <LateMark />}
      </>
    ),
  },
  { key: 'state', title: rateWords.state, width: columnWidths.state, render: (row) => <RateState row={row} /> },
  {
    key: 'document',
    title: rateWords.document,
    width: columnWidths.text,
    render: ({ document }) => <span title={document}>{document}</span>,
  },
  {
    key: 'to',
    title: rateWords.validTo,
    width: columnWidths.day,
    isOptional: true,
    render: ({ validTo }) => writeDay(validTo ?? undefined),
  },
  {
    key: 'announced',
    title: rateWords.announcedOn,
    width: columnWidths.day,
    isOptional: true,
    render: ({ announcedOn }) => writeDay(announcedOn ?? undefined),
  },
  {
    key: 'source',
    title: rateWords.source,
    width: columnWidths.text,
    isOptional: true,
    render: ({ source }) => <span title={source}>{source}</span>,
  },
  {
    key: 'unit',
    title: rateWords.unit,
    width: columnWidths.division,
    isOptional: true,
    render: ({ unit, baseName }) => (baseName === null ? rateUnits[unit] : `${rateUnits[unit]} ${baseName}`),
  },
  {
    key: 'recorded',
    title: rateWords.recorded,
    width: columnWidths.name,
    isOptional: true,
    render: ({ recordedBy }) => recordedBy,
  },
  {
    key: 'confirmed',
    title: rateWords.confirmed,
    width: columnWidths.name,
    isOptional: true,
    render: ({ confirmedBy }) => confirmedBy ?? nothing,
  },
]

export const rateSummary: LedgerSummary<RateLine> = {
  title: rowTitle,
  body: (row) => <RateCard row={row} />,
  opensAt: rowAddress,
}

/** `残疾抚恤金标准 因战一级`. */
export function rowTitle({ kindName, keyName }: Pick<RateLine, 'kindName' | 'keyName'>): string {
  return keyName === '' ? kindName : `${kindName} ${keyName}`
}

/** The page of the standard, opened at this row. */
export function rowAddress({ id, kind, jurisdiction }: Pick<RateLine, 'id' | 'kind' | 'jurisdiction'>): string {
  return `/benefits/rates/kinds/${kind}?jurisdiction=${jurisdiction}&row=${id}`
}
