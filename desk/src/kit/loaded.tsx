import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { stateWords, words } from '../words/kit.ts'
import { EmptyState, type EmptyWords, TroubleState } from './drawn-state.tsx'
import { PageTitle, type PageTitleProps } from './page-title.tsx'
import { type Trouble, troubleOf } from './trouble.ts'

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
  /** For the question a whole page hangs on: the page's head where there is no answer, so that one knows where one is and gets back. */
  readonly head?: PageTitleProps
}

/** Draws a question to the server in its four states: loading (after 300 ms), empty, refused, failed; then the answer. */
export function Loaded<Data>(props: LoadedProps<Data>) {
  const { query, children, isEmpty, empty, rows = 6, whoMay, kept, head } = props
  const trouble = query.error === null || query.error === undefined ? undefined : troubleOf(query.error)
  if (query.data !== undefined && !isOver(trouble)) {
    return (
      <>
        {trouble && trouble.kind !== 'signed-out' && <OldAnswer say={trouble.say} onRetry={() => query.refetch()} />}
        {isEmpty?.(query.data) ? <EmptyState {...(empty ?? { title: stateWords.emptyTitle })} /> : children(query.data)}
      </>
    )
  }
  if (query.isPending) return <Waiting rows={rows} />
  return (
    <>
      {head && <PageTitle {...head} />}
      <TroubleState trouble={troubleOf(query.error)} onRetry={() => query.refetch()} whoMay={whoMay} kept={kept} />
    </>
  )
}

/** Is what was answered before no longer to be seen: the right was taken away, the record merged or taken back? */
function isOver(trouble: Trouble | undefined): boolean {
  return trouble?.kind === 'refused' || trouble?.kind === 'missing'
}

/** Old data with a new error stays on screen, because reading on beats an error page; but it says that it is old. */
function OldAnswer({ say, onRetry }: { readonly say: string; readonly onRetry: () => void }) {
  return (
    <p className="old-answer risk no-print" role="status">
      {say}
      {stateWords.oldAnswer}
      <Button type="link" size="small" onClick={onRetry}>
        {words.reload}
      </Button>
    </p>
  )
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
