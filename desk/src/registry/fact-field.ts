import type { ChoiceOption } from './fact-words.ts'

/** One field of a fact, as a form asks for it. What is typed is kept as text until it is sent. */
export interface FactField {
  readonly key: string
  readonly label: string
  /** `dated` takes a year or a month alone; `day` is a whole day, because money is counted from it. */
  readonly kind: 'text' | 'choice' | 'free-choice' | 'yes-no' | 'division' | 'dated' | 'day' | 'number' | 'money'
  readonly isRequired?: boolean
  readonly options?: readonly ChoiceOption[]
  readonly hint?: string
  readonly most?: number
  readonly least?: number
  readonly unit?: string
}
