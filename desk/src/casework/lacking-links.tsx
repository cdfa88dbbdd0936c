import { factKinds, isFactKind } from '@dongzhou/terms/fact'
import { PageLink } from '../kit/navigation.tsx'
import { useMay } from '../session/use-session.ts'
import { beginWords, pageWords } from './words.ts'

interface LackingLinksProps {
  readonly personId: number
  /** What the file lacks, by the names of the kinds. */
  readonly lacking: readonly string[]
}

/** 档案中还缺: each with the way to put it on the person's file. */
export function LackingLinks({ personId, lacking }: LackingLinksProps) {
  const mayRead = useMay('registry.read')
  if (lacking.length === 0) return null
  return (
    <div className="case-lacking">
      <p className="risk">{`${beginWords.lacking}：${lacking.join('、')}`}</p>
      <p className="small quiet">{beginWords.lackingSay}</p>
      {mayRead && (
        <span className="row">
          {lacking.map((name) => (
            <PageLink key={name} to={`/registry/people/${personId}${recordOf(name)}`}>
              {pageWords.add(name)}
            </PageLink>
          ))}
        </span>
      )}
    </div>
  )
}

function recordOf(name: string): string {
  const kind = Object.keys(factKinds).find((one) => isFactKind(one) && factKinds[one].name === name)
  return kind === undefined ? '' : `?record=${kind}`
}
