import type { PersonLine } from '@dongzhou/contract/registry'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../api.ts'
import { identityText } from '../kit/identity-options.ts'
import { frameWords } from '../words/kit.ts'
import { ageText } from './people-columns.tsx'
import { relationWords } from './words.ts'

/** Somebody on file, as a field keeps them. */
export interface PersonChoice {
  readonly id: number
  readonly name: string
}

interface PersonPickerProps {
  readonly value: PersonChoice | undefined
  readonly onChange: (person: PersonChoice | undefined) => void
  readonly id?: string
  /** The person whose form this is: nobody is related to themselves. */
  readonly without?: number
}

/** 选人: somebody on file, found by name, pinyin or the tail of a number. */
export function PersonPicker({ value, onChange, id, without }: PersonPickerProps) {
  const [text, setText] = useState('')
  const asked = text.trim()
  const found = useQuery({
    ...orpc.registry.findPeople.queryOptions({ input: { text: asked, size: 10 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const people = asked === '' ? [] : (found.data ?? []).filter((person) => person.id !== without)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      placeholder={relationWords.searchHint}
      value={value ? { value: value.id, label: value.name } : null}
      labelInValue
      optionLabelProp="name"
      options={people.map((person) => ({ value: person.id, name: person.name, label: <Line person={person} /> }))}
      notFoundContent={asked === '' ? null : <p className="quiet">{sayOf(found)}</p>}
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

function Line({ person }: { readonly person: PersonLine }) {
  return (
    <span className="person-line">
      <span>{person.name}</span>
      <span className="quiet small">
        {[ageText(person), person.division.name, identityText(person.identities), person.idNumberMasked]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </span>
  )
}
