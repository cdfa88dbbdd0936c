import type { HealthCode, HealthItem, HealthRow, Inspection } from '@dongzhou/contract/integrity'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { LedgerPage } from '../kit/ledger-types.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { useMay } from '../session/use-session.ts'

/** 数据健康 over one's own places; not asked by those who see nobody's benefits. */
export function useHealth(): UseQueryResult<{ readonly items: readonly HealthItem[] }> {
  return useQuery({
    ...orpc.integrity.getHealth.queryOptions({ input: {} }),
    enabled: useMay('benefits.read'),
    // Nine checks over everybody who draws something: an action asks them anew, coming back to the page does not.
    staleTime: 5 * 60_000,
  })
}

/** 数据健康明细, a page of one check. */
export function useHealthRows(code: HealthCode, ask: LedgerAsk): UseQueryResult<LedgerPage<HealthRow>> {
  const { division: places } = ask.filters
  const division = places?.[0]
  const place = division !== undefined && /^\d{12}$/.test(division) ? { division } : {}
  const input = { code, page: ask.page, size: ask.size, ...place }
  return useQuery({ ...orpc.integrity.listHealthRows.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** 完整性检查结果 of the last night. */
export function useInspection(): UseQueryResult<Inspection> {
  return useQuery({ ...orpc.integrity.getInspection.queryOptions(), enabled: useMay('system.inspect') })
}
