import type { ProcedureView } from '@dongzhou/contract/casework-views'
import { Button } from 'antd'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageParam } from '../kit/navigation.tsx'
import { PageTitle, type PageTitleProps } from '../kit/page-title.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { fieldsToApply } from './case-view.ts'
import './casework.css'
import { useProcedure } from './use-casework.ts'
import { caseWords, guideWords } from './words.ts'

/** 办事指南 of one procedure, on one sheet to be handed over. */
export function GuidePage() {
  const procedure = useProcedure(usePageParam('procedure'))
  return (
    <Loaded query={procedure} rows={12} head={{ title: guideWords.title, above }}>
      {(it) => <Guide procedure={it} />}
    </Loaded>
  )
}

const above: NonNullable<PageTitleProps['above']> = [{ title: guideWords.title, to: '/casework/guides' }]

function Guide({ procedure }: { readonly procedure: ProcedureView }) {
  const mayApply = useMay('cases.apply')
  const open = useOpenPage()
  const begin = { label: caseWords.begin, onClick: () => open(`/casework/cases/new?procedure=${procedure.code}`) }
  return (
    <>
      <PageTitle
        title={guideWords.title}
        above={above}
        help={<HelpLines lines={guideWords.help} />}
        actions={<Button onClick={() => window.print()}>{guideWords.print}</Button>}
        {...(mayApply ? { primary: begin } : {})}
      />
      <GuidePaper procedure={procedure} />
    </>
  )
}

function GuidePaper({ procedure }: { readonly procedure: ProcedureView }) {
  const { bureau } = useMe()
  const fields = fieldsToApply(procedure).map(({ label }) => label)
  return (
    <article className="guide-paper">
      <h2>{procedure.name}</h2>
      <p className="guide-from">{`${bureau.name}　${procedure.sectionName}`}</p>
      <Part title={guideWords.basis} lines={procedure.basis} />
      <Part title={guideWords.needs} lines={[procedure.needs.join('、')]} say={guideWords.needsSay} />
      <Part title={guideWords.fields} lines={[fields.length === 0 ? guideWords.fieldsNone : fields.join('、')]} />
      <Papers papers={procedure.papers} />
      <Steps steps={procedure.steps} />
      <Part
        title={guideWords.clocks}
        lines={
          procedure.clocks.length === 0
            ? [guideWords.clocksNone]
            : procedure.clocks.map(({ name, say, basis }) => `${name}：${say}。${guideWords.clockBasis(basis)}。`)
        }
      />
    </article>
  )
}

interface PartProps {
  readonly title: string
  readonly lines: readonly string[]
  readonly say?: string
}

function Part({ title, lines, say }: PartProps) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {say !== undefined && <p className="small quiet">{say}</p>}
    </section>
  )
}

function Papers({ papers }: Pick<ProcedureView, 'papers'>) {
  if (papers.length === 0) return <Part title={guideWords.papers} lines={[guideWords.papersNone]} />
  return (
    <section>
      <h3>{guideWords.papers}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{guideWords.paper}</th>
            <th scope="col">{guideWords.copies}</th>
            <th scope="col">{guideWords.form}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map(({ code, name, copies, isOriginal, isOptional, help }) => (
            <tr key={code}>
              <td>
                {isOptional ? `${name}（${guideWords.optional}）` : name}
                {help !== '' && <span className="small quiet guide-help">{help}</span>}
              </td>
              <td>{guideWords.count(copies)}</td>
              <td>{isOriginal ? guideWords.original : guideWords.copy}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{guideWords.papersSay}</p>
    </section>
  )
}

function Steps({ steps }: Pick<ProcedureView, 'steps'>) {
  return (
    <section>
      <h3>{guideWords.steps}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{guideWords.step}</th>
            <th scope="col">{guideWords.place}</th>
            <th scope="col">{guideWords.roles}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ code, name, placeName, roles }) => (
            <tr key={code}>
              <td>{name}</td>
              <td>{placeName}</td>
              <td>{roles.join('、')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
