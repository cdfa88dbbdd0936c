import type {
  CalendarYearView,
  CaseFile,
  CaseLine,
  ColleagueLine,
  ProcedureLine,
  ProcedureView,
} from '@dongzhou/contract/casework-views'
import type { PersonFile } from '@dongzhou/contract/registry'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { type CasesAsk, casesAsk } from './case-ask.ts'

/** 办件, a page of them. */
export function useCases(ask: LedgerAsk): UseQueryResult<LedgerPage<CaseLine>> {
  const input = { page: ask.page, size: ask.size, ...casesAsk(ask.filters) }
  return useQuery({ ...orpc.casework.listCases.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** The cases of one person, the first few. */
export function useCasesOf(personId: number, list: CasesAsk['list']): UseQueryResult<LedgerPage<CaseLine>> {
  return useQuery(orpc.casework.listCases.queryOptions({ input: { page: 1, size: 5, personId, list } }))
}

/** 办件详情. */
export function useCase(id: number): UseQueryResult<CaseFile> {
  return useQuery(orpc.casework.getCase.queryOptions({ input: { id } }))
}

/** 事项清单: a few, and they change with the program. */
export function useProcedures(): UseQueryResult<readonly ProcedureLine[]> {
  return useQuery({ ...orpc.casework.listProcedures.queryOptions(), staleTime: 10 * 60_000 })
}

/** 办事指南 of a procedure. */
export function useProcedure(code: string | undefined): UseQueryResult<ProcedureView> {
  return useQuery({
    ...orpc.casework.getProcedure.queryOptions({ input: { code: code ?? '' } }),
    enabled: code !== undefined,
    staleTime: 10 * 60_000,
  })
}

/** 工作日历, by years. */
export function useCalendarYears(): UseQueryResult<readonly CalendarYearView[]> {
  return useQuery(orpc.casework.listCalendarYears.queryOptions())
}

/** The applicant's file, once somebody is chosen. */
export function useApplicant(id: number | undefined): UseQueryResult<PersonFile> {
  return useQuery({
    ...orpc.registry.getPerson.queryOptions({ input: { id: id ?? 0 } }),
    enabled: id !== undefined,
  })
}

/** The same case asked anew, beside a form that was opened on an older version of it. */
export function useCaseNow(id: number): UseQueryResult<CaseFile> {
  return useQuery({ ...orpc.casework.getCase.queryOptions({ input: { id } }), staleTime: 0 })
}

/** 可以接办的人员 of the step where a case stands. */
export function useColleagues(id: number): UseQueryResult<readonly ColleagueLine[]> {
  return useQuery(orpc.casework.listColleagues.queryOptions({ input: { id } }))
}
