import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type LedgerAsk, readAsk, type SearchParams, splitAddress, writeAsk } from './search-params.ts'

interface PageLinkProps {
  /** `/registry/people/12`, with its search if there is one: `/plan?year=2025`. */
  readonly to: string
  readonly children: React.ReactNode
  readonly search?: SearchParams
  readonly className?: string
  readonly 'aria-current'?: 'page'
  readonly 'aria-label'?: string
  readonly onClick?: (event: React.MouseEvent) => void
  readonly ref?: React.Ref<HTMLAnchorElement>
}

/** A link to a page of the desk: opens in a new tab with the middle button, and is loaded before it is clicked. */
export function PageLink({ to, search, children, ...others }: PageLinkProps) {
  const target = splitAddress(to)
  return (
    <Link to={target.path} search={{ ...target.search, ...search }} preload="intent" {...others}>
      {children}
    </Link>
  )
}

/** Opens a page: `open('/registry/people/12')`, `open('/plan?year=2025')`. */
export function useOpenPage(): (to: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (to) => {
      const target = splitAddress(to)
      void navigate({ to: target.path, search: target.search })
    },
    [navigate],
  )
}

/** A part of the address: `usePageParam('personId')` on `/registry/people/$personId`. */
export function usePageParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`this page's path has no $${name}`)
  return value
}

/** What stands after the `?` of the address, as plain texts. */
export function usePageSearch(): Readonly<Record<string, unknown>> {
  return useSearch({ strict: false })
}

/** The ledger's question, kept in the address; changing a filter replaces the entry, turning a page adds one. */
export function useLedgerAsk(): readonly [LedgerAsk, (next: LedgerAsk) => void] {
  const search = usePageSearch()
  const navigate = useNavigate()
  const ask = readAsk(search)
  const change = useCallback(
    (next: LedgerAsk) =>
      void navigate({ to: '.', search: writeAsk(next), replace: next.page === 1, resetScroll: false }),
    [navigate],
  )
  return [ask, change]
}
