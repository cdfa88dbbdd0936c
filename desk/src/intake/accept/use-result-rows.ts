import type { BatchView, StagedRow } from '@dongzhou/contract/intake'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api.ts'
import type { LedgerPage } from '../../kit/ledger-types.ts'
import { ledgerSheets } from '../grid/grid-ask.ts'

/** Rows on a page of the result. */
export const RESULT_ROWS = 50

export interface ResultAsk {
  readonly show: 'refused' | 'all'
  readonly sheet: number
  readonly page: number
}

/** Reads the address; the rows that were not let in come first if there are any, for they are what one came to see. */
export function readResultAsk(search: Readonly<Record<string, unknown>>, batch: BatchView): ResultAsk {
  const { show, sheet, page: pageText } = search
  const page = Number(pageText)
  const sheets = ledgerSheets(batch)
  const isAnyLeft = batch.outcomes.refused + batch.outcomes.kept > 0
  return {
    show: show === 'all' || show === 'refused' ? show : isAnyLeft ? 'refused' : 'all',
    sheet: sheets.find((one) => String(one.sheet) === sheet)?.sheet ?? sheets[0]?.sheet ?? 0,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

export function writeResultAsk({ show, sheet, page }: ResultAsk): Record<string, string> {
  return { step: 'result', show, sheet: String(sheet), ...(page > 1 ? { page: String(page) } : {}) }
}

/** 批次的行 with their outcomes: never from memory, for accepting and taking back change them behind the page. */
export function useResultRows(batchId: string, ask: ResultAsk): UseQueryResult<LedgerPage<StagedRow>> {
  return useQuery({
    ...orpc.intake.listRows.queryOptions({ input: { id: batchId, size: RESULT_ROWS, ...ask } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}
