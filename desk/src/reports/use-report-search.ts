import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { usePageSearch } from '../kit/navigation.tsx'

/** Changes what stands after the `?`: the chosen number, the page of its records, the other cut-off. undefined takes it out. */
export function useReportSearch(): (part: Readonly<Record<string, string | undefined>>) => void {
  const navigate = useNavigate()
  const search = usePageSearch()
  return useCallback(
    (part) => void navigate({ to: '.', search: { ...search, ...part }, replace: true, resetScroll: false }),
    [navigate, search],
  )
}
