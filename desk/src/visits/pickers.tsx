import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../api.ts'
import { pairingLabels } from './words.ts'

/** What was picked, with its name for showing. */
export interface Picked {
  readonly id: number
  readonly name: string
}

interface PickerProps {
  readonly id: string
  readonly value: Picked | undefined
  readonly onChange: (picked: Picked | undefined) => void
  readonly isWrong: boolean
}

/** 选择对象: found as in the search at the top, by name or by the tail of a number. */
export function PersonPicker(props: PickerProps) {
  const [text, setText] = useState('')
  const asked = text.trim().slice(0, 40)
  const found = useQuery({
    ...orpc.registry.findPeople.queryOptions({ input: { text: asked, size: 20 } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  const options = (asked === '' ? [] : (found.data ?? [])).map((person) => ({
    id: Number(person.id),
    name: person.name,
    say: [person.age === null ? '' : `${person.age} 岁`, person.division.name, person.idNumberMasked]
      .filter((part) => part !== '')
      .join('，'),
  }))
  return (
    <Picker
      {...props}
      options={options}
      hint={pairingLabels.personHint}
      none={pairingLabels.personHint}
      onText={setText}
    />
  )
}

/** 选择结对单位: found by any part of its name. */
export function OrganisationPicker(props: PickerProps) {
  const [text, setText] = useState('')
  const found = useQuery({
    ...orpc.registry.listOrganisations.queryOptions({
      input: { page: 1, size: 20, text: text.trim().slice(0, 40) },
    }),
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.items ?? []).map((one) => ({
    id: Number(one.id),
    name: one.name,
    say: one.division.name,
  }))
  return (
    <Picker
      {...props}
      options={options}
      hint={pairingLabels.organisationHint}
      none={pairingLabels.organisationNone}
      onText={setText}
    />
  )
}

interface Option extends Picked {
  /** What tells two of the same name apart. */
  readonly say: string
}

interface OptionsProps extends PickerProps {
  readonly options: readonly Option[]
  readonly hint: string
  readonly none: string
  readonly onText: (text: string) => void
}

function Picker({ id, value, onChange, isWrong, options, hint, none, onText }: OptionsProps) {
  const isOffered = value === undefined || options.some((option) => option.id === value.id)
  const all = isOffered ? options : [{ ...value, say: '' }, ...options]
  return (
    <Select
      id={id}
      allowClear
      {...(isWrong ? { status: 'error' as const } : {})}
      placeholder={hint}
      showSearch={{ filterOption: false, onSearch: onText }}
      notFoundContent={<p className="quiet">{none}</p>}
      value={value?.id ?? null}
      optionLabelProp="name"
      onChange={(next: number | null) => {
        const picked = all.find((option) => option.id === next)
        onChange(picked && { id: picked.id, name: picked.name })
      }}
      options={all.map((option) => ({
        value: option.id,
        name: option.name,
        label: (
          <span>
            {option.name} <span className="quiet small">{option.say}</span>
          </span>
        ),
      }))}
    />
  )
}
