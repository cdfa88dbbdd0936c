import { Button } from 'antd'
import { PageLink } from '../kit/navigation.tsx'
import { words } from '../words/kit.ts'
import './home.css'
import { homeWords } from './words.ts'

/** One thing on the first page: what it is, why it stands here, and where it is done. */
export interface WorkItem {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly opensAt: string | undefined
  /** A few words at the right: days, a date. */
  readonly mark?: string
  readonly tone?: 'late' | 'risk'
}

interface WorkListProps {
  readonly items: readonly WorkItem[]
  /** Said when there is nothing; never when not everything could be asked. */
  readonly none: string
  /** Some of the questions behind the list got no answer. */
  readonly isPartial?: boolean
  readonly onRetry?: () => void
}

/** Things to do, one a line; all of a line is its link. */
export function WorkList({ items, none, isPartial = false, onRetry }: WorkListProps) {
  return (
    <>
      {isPartial && (
        <p className="risk work-partial" role="alert">
          {homeWords.partial}
          {onRetry && (
            <Button type="link" size="small" onClick={onRetry}>
              {words.reload}
            </Button>
          )}
        </p>
      )}
      {items.length > 0 ? <Lines items={items} /> : !isPartial && <p className="quiet">{none}</p>}
    </>
  )
}

function Lines({ items }: { readonly items: readonly WorkItem[] }) {
  return (
    <ul className="work-list">
      {items.map((item) => (
        <li key={item.key} className="work-item">
          <WorkLine item={item} />
        </li>
      ))}
    </ul>
  )
}

function WorkLine({ item }: { readonly item: WorkItem }) {
  const line = (
    <>
      <span className="work-words">
        <span className="work-title">{item.title}</span>
        <span className="quiet small">{item.note}</span>
      </span>
      {item.mark !== undefined && <span className={`work-mark small ${item.tone ?? 'quiet'}`}>{item.mark}</span>}
    </>
  )
  if (item.opensAt === undefined) return <span className="work-line">{line}</span>
  return (
    <PageLink to={item.opensAt} className="work-line">
      {line}
    </PageLink>
  )
}
