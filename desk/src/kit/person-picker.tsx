import type { PersonLine } from '@dongzhou/contract/registry'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../api.ts'
import { frameWords, pickerWords } from '../words/kit.ts'
import './form.css'
import { identityText } from './identity-options.ts'
import { useSettled } from './use-settled.ts'

/** Somebody on file, as a field keeps them. */
export interface PersonChoice {
  readonly id: number
  readonly name: string
}

interface PersonPickerProps {
  readonly value: PersonChoice | undefined
  readonly onChange: (person: PersonChoice | undefined) => void
  /** Ties the field to its label. */
  readonly id: string
  /** The person whose form this is: nobody is related to themselves. */
  readonly without?: number
  readonly isWrong?: boolean
}

/** 选人: somebody on file, found as in the search at the top: by name, pinyin or the tail of a number. */
export function PersonPicker({ value, onChange, id, without, isWrong = false }: PersonPickerProps) {
  const [text, setText] = useState('')
  const asked = useSettled(text.trim().slice(0, 40), 150)
  const found = useQuery({
    ...orpc.registry.findPeople.queryOptions({ input: { text: asked, size: 20 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const people = asked === '' ? [] : (found.data ?? []).filter((person) => person.id !== without)
  return (
    <Select
      id={id}
      allowClear
      {...(isWrong ? { status: 'error' as const } : {})}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      placeholder={pickerWords.person}
      value={value ? { value: value.id, label: value.name } : null}
      labelInValue
      optionLabelProp="name"
      options={people.map((person) => ({ value: person.id, name: person.name, label: <Line person={person} /> }))}
      notFoundContent={<p className="quiet">{asked === '' ? pickerWords.person : sayOf(found)}</p>}
      onChange={(choice: { readonly value: number; readonly label: React.ReactNode } | undefined) => {
        setText('')
        const person = choice && people.find(({ id: one }) => one === choice.value)
        onChange(person && { id: person.id, name: person.name })
      }}
    />
  )
}

function sayOf({ isFetching, isError }: { readonly isFetching: boolean; readonly isError: boolean }): string {
  if (isFetching) return frameWords.searching
  return isError ? frameWords.searchFailed : frameWords.searchNothing
}

/** What tells two of the same name apart. */
function Line({ person }: { readonly person: PersonLine }) {
  return (
    <span className="person-line">
      <span>{person.name}</span>
      <span className="quiet small">
        {[
          person.age === null ? '' : `${person.age} 岁`,
          person.division.name,
          identityText(person.identities),
          person.idNumberMasked,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  )
}
