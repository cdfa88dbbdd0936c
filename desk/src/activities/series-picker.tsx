import { Select } from 'antd'
import { useState } from 'react'
import { useSeries, useSeriesList } from './use-activities.ts'
import { formLabels } from './words.ts'

interface SeriesPickerProps {
  readonly id: string
  readonly value: number | undefined
  readonly onChange: (id: number | undefined) => void
  readonly isWrong: boolean
}

/** 选择系列: found by its name or its other names; the programme stands beside it. */
export function SeriesPicker({ id, value, onChange, isWrong }: SeriesPickerProps) {
  const [text, setText] = useState('')
  const found = useSeriesList({ page: 1, size: 50, text: text.trim().slice(0, 40) })
  const chosen = useSeries(value).data
  const items = found.data?.items ?? []
  const all = chosen && !items.some((item) => item.id === chosen.id) ? [chosen, ...items] : items
  return (
    <Select
      id={id}
      allowClear
      {...(isWrong ? { status: 'error' as const } : {})}
      placeholder={formLabels.seriesHint}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={<p className="quiet">{formLabels.seriesNone}</p>}
      value={value ?? null}
      onChange={(next: number | null) => onChange(next ?? undefined)}
      options={all.map((series) => ({
        value: series.id,
        label: `${series.title}（${series.year}年，${series.programme.name}）`,
      }))}
    />
  )
}
