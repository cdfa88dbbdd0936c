import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { orpc } from '../api.ts'
import { useSettled } from '../kit/use-settled.ts'
import { frameWords } from '../words/kit.ts'
import { pairingLabels } from './words.ts'

/** What was picked, with its name for showing. */
export interface Picked {
  readonly id: number
  readonly name: string
}

interface OrganisationPickerProps {
  readonly id: string
  readonly value: Picked | undefined
  readonly onChange: (picked: Picked | undefined) => void
  readonly isWrong: boolean
}

/** 选择结对单位: found by any part of its name. */
export function OrganisationPicker({ id, value, onChange, isWrong }: OrganisationPickerProps) {
  const [text, setText] = useState('')
  const asked = useSettled(text.trim().slice(0, 40), 150)
  const found = useQuery({
    ...orpc.registry.listOrganisations.queryOptions({ input: { page: 1, size: 20, text: asked } }),
    placeholderData: keepPreviousData,
  })
  const offered = found.data?.items ?? []
  return (
    <Select
      id={id}
      allowClear
      {...(isWrong ? { status: 'error' as const } : {})}
      placeholder={pairingLabels.organisationHint}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      notFoundContent={<p className="quiet">{sayOf(found)}</p>}
      value={value ? { value: value.id, label: value.name } : null}
      labelInValue
      optionLabelProp="name"
      options={offered.map((one) => ({
        value: one.id,
        name: one.name,
        label: (
          <span className="person-line">
            <span>{one.name}</span>
            <span className="quiet small">{one.division.name}</span>
          </span>
        ),
      }))}
      onChange={(choice: { readonly value: number; readonly label: React.ReactNode } | undefined) => {
        setText('')
        const picked = choice && offered.find((one) => one.id === choice.value)
        onChange(picked && { id: picked.id, name: picked.name })
      }}
    />
  )
}

function sayOf({ isFetching, isError }: { readonly isFetching: boolean; readonly isError: boolean }): string {
  if (isFetching) return frameWords.searching
  return isError ? frameWords.searchFailed : pairingLabels.organisationNone
}
