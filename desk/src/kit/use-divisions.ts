import type { DivisionLine } from '@dongzhou/contract/registry'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'

/** 区划: the whole tree, some 330 rows, asked once and kept; they change a few times a year. */
export function useDivisions(): UseQueryResult<readonly DivisionLine[]> {
  return useQuery({ ...orpc.registry.listDivisions.queryOptions(), staleTime: 10 * 60_000 })
}
