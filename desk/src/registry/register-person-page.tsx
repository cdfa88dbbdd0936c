import { ageOn, type Day, dayText } from '@dongzhou/terms/day'
import { App, Checkbox, Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useAction } from '../kit/use-action.ts'
import { useMe } from '../session/use-session.ts'
import type { FactTexts } from './fact-entry.ts'
import { useLikely } from './likely.ts'
import { LikelyPanel } from './likely-panel.tsx'
import './registry.css'
import { emptyRegister, type RegisterEntry, readRegister, saidByIdNumber } from './register-entry.ts'
import { ContactSection, IdentitySection, WhoSection } from './register-sections.tsx'
import { peopleWords, registerWords } from './words.ts'

/** 登记人员: ID number first, who on file it may be beside the form, one button at the end. */
export function RegisterPersonPage() {
  const form = useRegister()
  return (
    <>
      <PageTitle
        title={registerWords.title}
        note={registerWords.note}
        above={[{ title: peopleWords.title, to: '/registry/people' }]}
        help={<HelpLines lines={registerWords.help} />}
      />
      <div className="record">
        <PlainForm onSubmit={form.submit} className="card card-body register-form">
          <WhoSection {...form} derived={form.derived} />
          <ContactSection {...form} />
          <IdentitySection {...form} />
          <section className="form-section">
            <h2>{registerWords.why}</h2>
            <FormField label={registerWords.basis} hint={registerWords.basisHint} complaint={form.wrongNote}>
              {(id) => (
                <Input
                  id={id}
                  maxLength={200}
                  value={form.entry.note}
                  onChange={(event) => form.change({ note: event.target.value })}
                />
              )}
            </FormField>
          </section>
          {form.mustLook && (
            <Checkbox checked={form.isSomebodyElse} onChange={(event) => form.setSomebodyElse(event.target.checked)}>
              {registerWords.isSomebodyElse}
            </Checkbox>
          )}
          <FormEnd verb={registerWords.submit} isBusy={form.isBusy} onCancel={form.leave} complaint={form.trouble} />
        </PlainForm>
        <aside className="record-side">
          <LikelyPanel likely={form.likely} onFile={form.onFile} />
        </aside>
      </div>
    </>
  )
}

/** The parts of the form know what is typed, what is wrong, and how to change it. */
export interface RegisterParts {
  readonly entry: RegisterEntry
  readonly complaints: FactTexts
  readonly change: (part: Partial<RegisterEntry>) => void
}

function useRegister() {
  const { message } = App.useApp()
  const open = useOpenPage()
  const { today } = useMe()
  const [entry, setEntry] = useState(emptyRegister)
  const [isTold, setTold] = useState(false)
  const [isSomebodyElse, setSomebodyElse] = useState(false)
  const reading = useMemo(() => readRegister(entry), [entry])
  const likely = useLikely(useDeferredValue(reading.facts))
  const register = useAction(api.registry.registerPerson, ({ id }) => {
    void message.success(registerWords.done)
    open(`/registry/people/${id}`)
  })
  const onFile = onFileIds(register.trouble)
  const mustLook = onFile.length > 0 || likely.people.some(({ band }) => band !== 'possible')
  const [isTrying, setTrying] = useState(false)
  const complaints = isTold ? reading.complaints : {}
  const { note: wrongNote } = complaints

  function submit(): void {
    setTold(true)
    if (Object.keys(reading.complaints).length > 0) return
    setTrying(true)
    if (!mustLook || isSomebodyElse)
      register.act({ facts: [...reading.facts], note: entry.note.trim(), isSomebodyElse })
  }

  return {
    entry,
    complaints,
    wrongNote,
    change: (part: Partial<RegisterEntry>) => setEntry({ ...entry, ...part }),
    derived: derivedText(entry.idNumber, today),
    likely,
    onFile,
    mustLook,
    isSomebodyElse,
    setSomebodyElse,
    isBusy: register.isBusy,
    trouble:
      mustLook && !isSomebodyElse && (isTrying || onFile.length > 0) ? registerWords.mustLook : register.trouble?.say,
    submit,
    leave: () => open('/registry/people'),
  }
}

/** Who is likely the same person, as the server answered. */
function onFileIds(
  trouble: { readonly code: string | undefined; readonly details: object } | undefined,
): readonly number[] {
  if (trouble?.code !== 'registry.likely-on-file' || !('personIds' in trouble.details)) return []
  const { personIds } = trouble.details
  return Array.isArray(personIds) ? personIds.filter((id): id is number => typeof id === 'number') : []
}

function derivedText(idNumber: string, today: string): string | undefined {
  const said = saidByIdNumber(idNumber)
  if (!said) return undefined
  return registerWords.derived(dayText(said.born), said.sex === 'male' ? '男' : '女', ageOn(said.born, today as Day))
}
