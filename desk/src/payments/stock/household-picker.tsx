import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { orpc } from '../../api.ts'
import { type PersonChoice, PersonPicker } from '../../kit/person-picker.tsx'
import { type HouseholdChoice, householdChoice } from './household-choice.ts'
import { moveWords } from './stock-words.ts'

interface HouseholdPickerProps {
  readonly id: string
  readonly isWrong: boolean
  /** The household that somebody chosen lives in, and who was chosen: as a rule they sign. */
  readonly onChange: (household: HouseholdChoice | undefined, member: PersonChoice | undefined) => void
}

/** 选户: somebody of the family is found as anybody is; what is given goes down under their household. */
export function HouseholdPicker({ id, isWrong, onChange }: HouseholdPickerProps) {
  const queries = useQueryClient()
  const [member, setMember] = useState<PersonChoice>()
  const [say, setSay] = useState<{ readonly text: string; readonly isTrouble: boolean }>()
  const latest = useRef<number>(undefined)

  async function choose(person: PersonChoice | undefined): Promise<void> {
    latest.current = person?.id
    setMember(person)
    setSay(undefined)
    onChange(undefined, person)
    if (person === undefined) return
    const file = await queries
      .fetchQuery(orpc.registry.getPerson.queryOptions({ input: { id: person.id } }))
      .catch(() => undefined)
    // Somebody else was chosen while the answer was on its way.
    if (latest.current !== person.id) return
    if (file === undefined) return setSay({ text: moveWords.householdFailed, isTrouble: true })
    const household = householdChoice(file)
    if (household === undefined) return setSay({ text: moveWords.householdNone(person.name), isTrouble: true })
    onChange(household, person)
    setSay({ text: moveWords.householdIs(household.name, household.members.join('、')), isTrouble: false })
  }

  return (
    <>
      <PersonPicker id={id} value={member} isWrong={isWrong} onChange={(person) => void choose(person)} />
      <p className={say?.isTrouble ? 'small late' : 'small quiet'} aria-live="polite">
        {say?.text ?? moveWords.householdHint}
      </p>
    </>
  )
}
