import type { FieldView, ProcedureView } from '@dongzhou/contract/casework-views'
import type { PersonFile } from '@dongzhou/contract/registry'
import { App, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type PersonChoice, PersonPicker } from '../kit/person-picker.tsx'
import { Card } from '../kit/record-page.tsx'
import { withFilter } from '../kit/search-params.ts'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { AnswerFields } from './answer-fields.tsx'
import { type AnswerDraft, givenAnswers } from './answers.ts'
import { OnFileCard, PapersToBring } from './begin-known.tsx'
import { casesAsk } from './case-ask.ts'
import { fieldsToApply } from './case-view.ts'
import './casework.css'
import { FaultSay } from './fault-say.tsx'
import { useApplicant, useProcedure, useProcedures } from './use-casework.ts'
import { beginWords, caseWords } from './words.ts'

/** 登记申请: who applies for what; procedure and person stand in the address, so that a link can choose them. */
export function BeginPage() {
  const [ask, setAsk] = useLedgerAsk()
  const { procedure: code, personId } = casesAsk(ask.filters)
  const [picked, setPicked] = useState<PersonChoice>()
  const procedure = useProcedure(code).data
  const file = useApplicant(personId).data
  const person = personId === undefined ? undefined : { id: personId, name: nameOf(personId, file, picked) }
  return (
    <>
      <PageTitle
        title={beginWords.title}
        above={[{ title: caseWords.title, to: '/casework/cases' }]}
        help={<HelpLines lines={beginWords.help} />}
      />
      <BeginForm
        // Another procedure asks other things: what was typed for one is no answer of the other.
        key={code ?? ''}
        code={code}
        procedure={procedure}
        person={person}
        file={file}
        onProcedure={(next) => setAsk(withFilter(ask, 'procedure', next === undefined ? [] : [next]))}
        onPerson={(next) => {
          setPicked(next)
          setAsk(withFilter(ask, 'person', next === undefined ? [] : [String(next.id)]))
        }}
      />
    </>
  )
}

function nameOf(id: number, file: PersonFile | undefined, picked: PersonChoice | undefined): string {
  return file?.name ?? (picked?.id === id ? picked.name : '')
}

interface BeginFormProps {
  readonly code: string | undefined
  readonly procedure: ProcedureView | undefined
  readonly person: PersonChoice | undefined
  readonly file: PersonFile | undefined
  readonly onProcedure: (code: string | undefined) => void
  readonly onPerson: (person: PersonChoice | undefined) => void
}

function BeginForm(props: BeginFormProps) {
  const { code, procedure, person, file } = props
  const { message } = App.useApp()
  const open = useOpenPage()
  const first: { readonly onBehalf: string; readonly answers: AnswerDraft } = { onBehalf: '', answers: {} }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: () => ({
      ...(code === undefined ? { procedure: beginWords.wrongProcedure } : {}),
      ...(person === undefined ? { person: beginWords.wrongPerson } : {}),
    }),
    run: ({ actionId, draft }) =>
      api.casework.beginCase({
        actionId,
        procedure: code ?? '',
        personId: person?.id ?? 0,
        onBehalf: draft.onBehalf.trim(),
        answers: givenAnswers(draft.answers),
      }),
    onDone: ({ id }) => {
      void message.success(beginWords.done)
      open(`/casework/cases/${id}`)
    },
  })
  const { draft, change, action } = work
  return (
    <PlainForm onSubmit={work.send} className="record">
      <div className="record-main">
        <section className="card">
          <div className="card-body form-grid">
            <WhoFields {...props} complaints={work.complaints} />
            <TextField
              label={beginWords.onBehalf}
              value={draft.onBehalf}
              most={60}
              isOptional
              isWide
              hint={beginWords.onBehalfHint}
              onChange={(onBehalf) => change({ onBehalf })}
            />
          </div>
        </section>
        {procedure && (
          <FormCard
            fields={fieldsToApply(procedure)}
            draft={draft.answers}
            onChange={(part) => change({ answers: { ...draft.answers, ...part } })}
          />
        )}
        <FaultSay trouble={action.trouble} />
        <FormEnd verb={beginWords.verb} isBusy={action.isBusy} onCancel={() => open('/casework/cases')} />
      </div>
      <aside className="record-side">
        {procedure === undefined && <p className="quiet">{beginWords.choose}</p>}
        {procedure && file && <OnFileCard procedure={procedure} file={file} />}
        {procedure && <PapersToBring procedure={procedure} />}
      </aside>
    </PlainForm>
  )
}

interface WhoFieldsProps extends BeginFormProps {
  readonly complaints: { readonly procedure?: string; readonly person?: string }
}

function WhoFields({ code, person, onProcedure, onPerson, complaints }: WhoFieldsProps) {
  const procedures = useProcedures()
  return (
    <>
      <FormField label={caseWords.procedure} complaint={complaints.procedure}>
        {(id) => (
          <Select
            id={id}
            placeholder={beginWords.procedureHint}
            loading={procedures.isPending}
            value={code ?? null}
            options={(procedures.data ?? []).map(({ code: value, name: label }) => ({ value, label }))}
            onChange={(next: string | null) => onProcedure(next ?? undefined)}
          />
        )}
      </FormField>
      <FormField label={caseWords.person} complaint={complaints.person}>
        {(id) => <PersonPicker id={id} value={person} onChange={onPerson} isWrong={complaints.person !== undefined} />}
      </FormField>
    </>
  )
}

interface FormCardProps {
  readonly fields: readonly FieldView[]
  readonly draft: AnswerDraft
  readonly onChange: (part: AnswerDraft) => void
}

function FormCard({ fields, draft, onChange }: FormCardProps) {
  if (fields.length === 0) return null
  return (
    <Card title={beginWords.form}>
      <div className="form-grid">
        <AnswerFields fields={fields} draft={draft} onChange={onChange} />
      </div>
    </Card>
  )
}
