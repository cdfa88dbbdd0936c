import type { Benefit } from '@dongzhou/terms/benefit'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { Loaded } from '../kit/loaded.tsx'
import { MonthPicker } from '../kit/month-picker.tsx'
import { PageLink, usePageSearch } from '../kit/navigation.tsx'
import { type PersonChoice, PersonPicker } from '../kit/person-picker.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { TrialAnswers } from './entitlement-drawer.tsx'
import { monthOfDay, readMonth, writeMonth } from './entitlement-month.ts'
import { trialWords } from './rule-words.ts'
import { useTrial } from './use-entitlements.ts'

/** 试算: a person and a month, and the verdict with its parts, rates, reasons or what is missing. Both stand in the address. */
export function RuleTrial({ benefit }: { readonly benefit: Benefit }) {
  const { today } = useMe()
  const { person: personText, name, month: monthText } = usePageSearch()
  const navigate = useNavigate()
  const id = useId()
  const month = readMonth(typeof monthText === 'string' ? monthText : undefined) ?? monthOfDay(today) ?? today
  const person = personOf(personText, name)
  const ask = (who: PersonChoice | undefined, when: string) =>
    void navigate({
      to: '.',
      search: { person: who && String(who.id), month: when },
      replace: true,
      resetScroll: false,
    })
  return (
    <Card title={trialWords.title}>
      <div className="stack">
        <div className="form-grid rule-trial">
          <div className="form-field">
            <label htmlFor={`${id}-person`}>{trialWords.person}</label>
            <TrialPerson id={`${id}-person`} benefit={benefit} month={month} person={person} onChange={ask} />
          </div>
          <div className="form-field">
            <label htmlFor={`${id}-month`}>{trialWords.month}</label>
            <MonthPicker id={`${id}-month`} value={month} onChange={(when) => when && ask(person, when)} />
          </div>
        </div>
        {person === undefined ? (
          <p className="quiet">{trialWords.say}</p>
        ) : (
          <TrialResult personId={person.id} benefit={benefit} month={month} />
        )}
      </div>
    </Card>
  )
}

/** An address that a colleague sent knows the person by number only; the answer brings the name. */
function personOf(id: unknown, name: unknown): PersonChoice | undefined {
  if (typeof id !== 'string' || !/^\d+$/.test(id)) return undefined
  return { id: Number(id), name: typeof name === 'string' ? name : '' }
}

interface PersonProps {
  readonly id: string
  readonly benefit: Benefit
  readonly month: string
  readonly person: PersonChoice | undefined
  readonly onChange: (person: PersonChoice | undefined, month: string) => void
}

function TrialPerson({ id, benefit, month, person, onChange }: PersonProps) {
  if (person === undefined)
    return <PersonPicker id={id} value={undefined} onChange={(chosen) => onChange(chosen, month)} />
  return <NamedPerson id={id} benefit={benefit} month={month} person={person} onChange={onChange} />
}

function NamedPerson({ id, benefit, month, person, onChange }: PersonProps & { readonly person: PersonChoice }) {
  const trial = useTrial({ personId: person.id, benefit, month })
  const named = trial.data?.person.id === person.id ? trial.data.person.name : person.name
  return <PersonPicker id={id} value={{ id: person.id, name: named }} onChange={(chosen) => onChange(chosen, month)} />
}

interface ResultProps {
  readonly personId: number
  readonly benefit: Benefit
  readonly month: string
}

function TrialResult({ personId, benefit, month }: ResultProps) {
  const trial = useTrial({ personId, benefit, month })
  return (
    <Loaded query={trial} rows={6}>
      {(it) => (
        <div className="stack rule-result">
          <p>
            <strong>{trialWords.result(it.person.name, writeMonth(it.month))}</strong>{' '}
            <PageLink to={`/benefits/people/${it.person.id}`}>{trialWords.timeline}</PageLink>
          </p>
          <TrialAnswers trial={it} />
        </div>
      )}
    </Loaded>
  )
}
