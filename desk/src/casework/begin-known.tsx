import type { ProcedureView } from '@dongzhou/contract/casework-views'
import type { PersonFile } from '@dongzhou/contract/registry'
import { PageLink } from '../kit/navigation.tsx'
import { Card, FactList } from '../kit/record-page.tsx'
import { LackingLinks } from './lacking-links.tsx'
import { onFile } from './on-file.ts'
import { beginWords, guideWords } from './words.ts'

interface OnFileCardProps {
  readonly procedure: ProcedureView
  readonly file: PersonFile
}

/** 档案中已有: what the procedure needs and nobody has to say again, and what has to be added first. */
export function OnFileCard({ procedure, file }: OnFileCardProps) {
  const { known, lacking } = onFile(procedure.needs, file.facts)
  return (
    <Card title={beginWords.known}>
      <p className="small quiet">{known.length === 0 ? beginWords.knownNone : beginWords.knownSay}</p>
      <FactList facts={known.map(({ kindName, text }) => ({ label: kindName, value: text }))} />
      <LackingLinks personId={file.id} lacking={lacking} />
    </Card>
  )
}

/** 应交材料, before anybody has looked which of them the file replaces. */
export function PapersToBring({ procedure }: { readonly procedure: ProcedureView }) {
  const { papers, code } = procedure
  return (
    <Card title={beginWords.papers} extra={<PageLink to={`/casework/guides/${code}`}>{beginWords.guide}</PageLink>}>
      {papers.length === 0 ? (
        <p className="quiet">{guideWords.papersNone}</p>
      ) : (
        <>
          <p className="small quiet">{beginWords.papersSay}</p>
          <ul className="case-lines">
            {papers.map(({ code: key, name, copies, isOptional }) => (
              <li key={key}>
                <span>{isOptional ? `${name}（${guideWords.optional}）` : name}</span>
                <span className="quiet">{guideWords.count(copies)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
