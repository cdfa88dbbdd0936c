import { Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { stateWords, words } from '../words/kit.ts'
import { EmptyState, type EmptyWords, TroubleState } from './drawn-state.tsx'
import { troubleOf } from './trouble.ts'

/** What <Loaded> needs of a query; TanStack's result fits. */
export interface QueryLike<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isPending: boolean
  /** True while an earlier page stands in for the one that was asked for. */
  readonly isPlaceholderData?: boolean
  refetch(): unknown
}

interface LoadedProps<Data> {
  readonly query: QueryLike<Data>
  readonly children: (data: Data) => React.ReactNode
  /** When is what came nothing to show? Lists: `(page) => page.items.length === 0`. */
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: EmptyWords
  /** Rows of the skeleton, about as many as will come. */
  readonly rows?: number
  readonly whoMay?: string
  readonly kept?: string
}

/** Draws a question to the server in its four states: loading (after 300 ms), empty, refused, failed; then the answer. */
export function Loaded<Data>({ query, children, isEmpty, empty, rows = 6, whoMay, kept }: LoadedProps<Data>) {
  // Old data with a new error stays on screen: reading on beats an error page.
  if (query.data !== undefined) {
    if (isEmpty?.(query.data)) return <EmptyState {...(empty ?? { title: stateWords.emptyTitle })} />
    return children(query.data)
  }
  if (query.isPending) return <Waiting rows={rows} />
  return <TroubleState trouble={troubleOf(query.error)} onRetry={() => query.refetch()} whoMay={whoMay} kept={kept} />
}

/** A skeleton that appears only after 300 ms: quick answers do not flicker. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return <div aria-busy="true" />
  return (
    <div aria-busy="true">
      <span className="unseen" role="status">
        {words.loading}
      </span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
