import type { ProcedureLine } from '@dongzhou/contract/casework-views'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMay } from '../session/use-session.ts'
import './casework.css'
import { useProcedures } from './use-casework.ts'
import { caseWords, guideWords } from './words.ts'

/** 办事指南: the procedures, each with its guide and the way to apply. */
export function GuideListPage() {
  const procedures = useProcedures()
  return (
    <>
      <PageTitle title={guideWords.title} help={<HelpLines lines={guideWords.help} />} />
      <Loaded query={procedures} rows={6}>
        {(list) => (
          <ul className="card guide-list">
            {list.map((one) => (
              <GuideLine key={one.code} procedure={one} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function GuideLine({ procedure }: { readonly procedure: ProcedureLine }) {
  const mayApply = useMay('cases.apply')
  const { code, name, sectionName, isRestricted } = procedure
  return (
    <li>
      <div>
        <PageLink to={`/casework/guides/${code}`}>
          <strong>{name}</strong>
        </PageLink>
        <p className="small quiet">{isRestricted ? `${sectionName}；${guideWords.restricted}` : sectionName}</p>
      </div>
      <span className="row">
        <PageLink to={`/casework/cases?list=open&procedure=${code}`}>{guideWords.all}</PageLink>
        {mayApply && <PageLink to={`/casework/cases/new?procedure=${code}`}>{caseWords.begin}</PageLink>}
      </span>
    </li>
  )
}
