import type { RuleView } from '@dongzhou/contract/benefits-views'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'

/** 规则库: eighteen rules, with the rates they stand on today. */
export function useRules(): UseQueryResult<readonly RuleView[]> {
  return useQuery({ ...orpc.benefits.listRules.queryOptions(), staleTime: 60_000 })
}
