import type { CaseLine } from '@dongzhou/contract/casework-views'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { DueSay } from './case-columns.tsx'
import './casework.css'
import { useCasesOf } from './use-casework.ts'
import { personCardWords } from './words.ts'

interface PersonCasesProps {
  readonly personId: number
  /** Somebody who has died, or whose file was merged, applies for nothing. */
  readonly mayApply: boolean
}

/** 办件 beside a person's file: what runs for them, and the way to apply; for those who may read cases. */
export function PersonCasesCard(props: PersonCasesProps) {
  const mayRead = useMay('cases.read')
  return mayRead ? <CardOf {...props} /> : null
}

function CardOf({ personId, mayApply }: PersonCasesProps) {
  const mayBegin = useMay('cases.apply') && mayApply
  const open = useCasesOf(personId, 'open')
  const ended = useCasesOf(personId, 'ended').data?.total ?? 0
  return (
    <Card
      title={personCardWords.title}
      extra={mayBegin && <PageLink to={`/casework/cases/new?person=${personId}`}>{personCardWords.begin}</PageLink>}
    >
      <Loaded query={open} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{personCardWords.none}</p>
          ) : (
            <ul className="case-lines">
              {items.map((line) => (
                <CaseItem key={line.id} line={line} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {ended > 0 && (
        <PageLink to={`/casework/cases?list=ended&person=${personId}`}>{personCardWords.ended(ended)}</PageLink>
      )}
    </Card>
  )
}

function CaseItem({ line }: { readonly line: CaseLine }) {
  const { today } = useMe()
  return (
    <li>
      <span>
        <PageLink to={`/casework/cases/${line.id}`}>{line.procedureName}</PageLink>
        <span className="small quiet">{line.atName}</span>
      </span>
      {line.dueOn !== null && (
        <span className="small">
          <DueSay line={line} today={today} />
        </span>
      )}
    </li>
  )
}
