import type { ExclusionLine } from '@dongzhou/contract/benefits-rates'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc } from '../api.ts'

const most = 200

/** 兼得关系, every row that counts or waits: the matrix has 18 by 17 cells at most. */
export function useExclusions(): UseQueryResult<readonly ExclusionLine[]> {
  return useQuery({ queryKey: [...orpc.benefits.listExclusions.key(), 'all'], queryFn: listAll })
}

async function listAll(): Promise<readonly ExclusionLine[]> {
  const found: ExclusionLine[] = []
  for (let page = 1; ; page += 1) {
    // One page after the other: how many there are is only known from the first.
    const { items } = await api.benefits.listExclusions({ page, size: most })
    found.push(...items)
    if (items.length < most) return found
  }
}
