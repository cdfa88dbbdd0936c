import { PageLink } from '../kit/navigation.tsx'
import type { Trouble } from '../kit/trouble.ts'
import { caseNamedIn, namedIn } from './case-view.ts'
import { pageWords } from './words.ts'

/** What a refusal names besides its sentence, line by line, and the case that stands in the way. */
export function FaultSay({ trouble }: { readonly trouble: Trouble | undefined }) {
  if (trouble === undefined) return null
  const named = namedIn(trouble)
  const other = caseNamedIn(trouble)
  return (
    <>
      {named.length > 0 && (
        <ul className="case-reasons late">
          {named.map((say) => (
            <li key={say}>{say}</li>
          ))}
        </ul>
      )}
      {other !== undefined && <PageLink to={`/casework/cases/${other}`}>{pageWords.openOther}</PageLink>}
    </>
  )
}
