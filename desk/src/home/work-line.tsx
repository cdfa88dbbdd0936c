import { PageLink } from '../kit/navigation.tsx'
import './home.css'

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

/** Things to do, one a line; all of a line is its link. */
export function WorkList({ items, none }: { readonly items: readonly WorkItem[]; readonly none: string }) {
  if (items.length === 0) return <p className="quiet">{none}</p>
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
