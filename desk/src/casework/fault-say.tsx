import { PageLink } from '../kit/navigation.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { stateWords } from '../words/kit.ts'
import { caseNamedIn, namedIn } from './case-view.ts'
import { pageWords } from './words.ts'

interface FaultSayProps {
  readonly trouble: Trouble | undefined
  /** The form says the sentence itself: only what it names stands here. */
  readonly isSaid?: boolean
}

/** What was refused: the sentence, what it names line by line, and the case that stands in the way. */
export function FaultSay({ trouble, isSaid = false }: FaultSayProps) {
  if (trouble === undefined) return null
  const named = namedIn(trouble)
  const other = caseNamedIn(trouble)
  return (
    <div className="late" role="alert">
      {!isSaid && <p>{trouble.kind === 'stale' ? stateWords.staleAgain : trouble.say}</p>}
      {named.length > 0 && (
        <ul className="case-reasons">
          {named.map((say) => (
            <li key={say}>{say}</li>
          ))}
        </ul>
      )}
      {other !== undefined && <PageLink to={`/casework/cases/${other}`}>{pageWords.openOther}</PageLink>}
    </div>
  )
}
