import { Button, Checkbox, DatePicker, Input, InputNumber, Select, TreeSelect } from 'antd'
import dayjs from 'dayjs'
import { useId } from 'react'
import { ledgerWords } from '../words/kit.ts'
import { writeNumber } from './format.ts'
import type { LedgerFilter } from './ledger-types.ts'
import { type LedgerAsk, withFilter } from './search-params.ts'

interface LedgerFiltersProps {
  readonly filters: readonly LedgerFilter[]
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
}

/** 筛选: every change is in the address at once, so that the list can be sent to a colleague. */
export function LedgerFilters({ filters, ask, onAsk }: LedgerFiltersProps) {
  const isFiltered = Object.keys(ask.filters).length > 0
  return (
    <div className="stack filters">
      <div className="filters-head">
        <h2>{ledgerWords.filters}</h2>
        {isFiltered && (
          <Button type="link" size="small" onClick={() => onAsk({ ...ask, page: 1, filters: {} })}>
            {ledgerWords.clearFilters}
          </Button>
        )}
      </div>
      {filters.map((filter) => (
        <FilterField key={filter.key} filter={filter} ask={ask} onAsk={onAsk} />
      ))}
    </div>
  )
}

interface FieldProps<Filter> {
  readonly filter: Filter
  readonly ask: LedgerAsk
  readonly onAsk: (ask: LedgerAsk) => void
}

function FilterField({ filter, ...rest }: FieldProps<LedgerFilter>) {
  switch (filter.kind) {
    case 'text':
      return <TextFilter filter={filter} {...rest} />
    case 'several':
      return <SeveralFilter filter={filter} {...rest} />
    case 'one':
      return <OneFilter filter={filter} {...rest} />
    case 'tree':
      return <TreeFilter filter={filter} {...rest} />
    case 'days':
      return <DaysFilter filter={filter} {...rest} />
    case 'day':
      return <DayFilter filter={filter} {...rest} />
    case 'numbers':
      return <NumbersFilter filter={filter} {...rest} />
  }
}

type Of<Kind extends LedgerFilter['kind']> = FieldProps<Extract<LedgerFilter, { readonly kind: Kind }>>

function TextFilter({ filter, ask, onAsk }: Of<'text'>) {
  const id = useId()
  const value = ask.filters[filter.key]?.[0] ?? ''
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.label}</label>
      <Input.Search
        id={id}
        // Another value in the address (the clear button, a colleague's link) makes a new field.
        key={value}
        defaultValue={value}
        placeholder={filter.hint ?? ledgerWords.search}
        allowClear
        onSearch={(text) => onAsk(withFilter(ask, filter.key, text.trim() === '' ? [] : [text.trim()]))}
      />
    </div>
  )
}

function SeveralFilter({ filter, ask, onAsk }: Of<'several'>) {
  const chosen = ask.filters[filter.key] ?? []
  return (
    <fieldset className="filter">
      <legend>{filter.label}</legend>
      <Checkbox.Group value={[...chosen]} onChange={(values) => onAsk(withFilter(ask, filter.key, values.map(String)))}>
        {filter.options.map((option) => (
          <Checkbox key={option.value} value={option.value}>
            <span className="filter-option">
              <span>{option.label}</span>
              {option.count !== undefined && <span className="quiet small">{writeNumber(option.count)}</span>}
            </span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </fieldset>
  )
}

function OneFilter({ filter, ask, onAsk }: Of<'one'>) {
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.label}</label>
      <Select
        id={id}
        allowClear
        showSearch={filter.options.length > 12 ? { optionFilterProp: 'label' } : false}
        placeholder={filter.usual ?? '不限'}
        value={ask.filters[filter.key]?.[0]}
        options={filter.options.map(({ value, label }) => ({ value, label }))}
        onChange={(value: string | undefined) => onAsk(withFilter(ask, filter.key, value === undefined ? [] : [value]))}
      />
    </div>
  )
}

function TreeFilter({ filter, ask, onAsk }: Of<'tree'>) {
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{filter.label}</label>
      <TreeSelect
        id={id}
        allowClear
        showSearch={{ treeNodeFilterProp: 'title' }}
        placeholder="全部辖区"
        value={ask.filters[filter.key]?.[0]}
        treeData={[...filter.tree]}
        treeDefaultExpandedKeys={filter.tree.map((node) => node.value)}
        onChange={(value: string | undefined) => onAsk(withFilter(ask, filter.key, value === undefined ? [] : [value]))}
      />
    </div>
  )
}

function DayFilter({ filter, ask, onAsk }: Of<'day'>) {
  return (
    <div className="filter">
      <DayField filterKey={filter.key} label={filter.label} ask={ask} onAsk={onAsk} isAbove />
    </div>
  )
}

function DaysFilter({ filter, ask, onAsk }: Of<'days'>) {
  return (
    <fieldset className="filter">
      <legend>{filter.label}</legend>
      <DayField filterKey={`${filter.key}From`} label={ledgerWords.from} ask={ask} onAsk={onAsk} />
      <DayField filterKey={`${filter.key}To`} label={ledgerWords.to} ask={ask} onAsk={onAsk} />
    </fieldset>
  )
}

interface DayFieldProps extends Omit<LedgerFiltersProps, 'filters'> {
  readonly filterKey: string
  readonly label: string
  /** The name stands above the field, as of any filter, where there is one day only. */
  readonly isAbove?: boolean
}

function DayField({ filterKey, label, ask, onAsk, isAbove = false }: DayFieldProps) {
  const id = useId()
  const value = dayjs(ask.filters[filterKey]?.[0] ?? null)
  return (
    <div className={isAbove ? 'filter' : 'filter-day'}>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        format="YYYY年M月D日"
        placeholder="不限"
        value={value.isValid() ? value : null}
        onChange={(day) => onAsk(withFilter(ask, filterKey, day ? [day.format('YYYY-MM-DD')] : []))}
      />
    </div>
  )
}

function NumbersFilter({ filter, ask, onAsk }: Of<'numbers'>) {
  return (
    <fieldset className="filter">
      <legend>{filter.label}</legend>
      <NumberField filter={filter} end="From" label={ledgerWords.from} ask={ask} onAsk={onAsk} />
      <NumberField filter={filter} end="To" label={ledgerWords.to} ask={ask} onAsk={onAsk} />
    </fieldset>
  )
}

function NumberField({
  filter,
  end,
  label,
  ask,
  onAsk,
}: Of<'numbers'> & { readonly end: string; readonly label: string }) {
  const id = useId()
  const key = `${filter.key}${end}`
  const kept = ask.filters[key]?.[0]
  return (
    <div className="filter-day">
      <label htmlFor={id}>{label}</label>
      <InputNumber
        controls={false}
        id={id}
        // Another value in the address makes a new field; while one types, the list is not asked at every digit.
        key={kept ?? ''}
        {...(kept === undefined ? {} : { defaultValue: Number(kept) })}
        min={0}
        max={filter.most}
        precision={0}
        placeholder="不限"
        suffix={filter.unit}
        onPressEnter={(event) => event.currentTarget.blur()}
        onBlur={(event) => {
          const typed = event.target.value.trim()
          if (typed !== (kept ?? '')) onAsk(withFilter(ask, key, /^\d+$/.test(typed) ? [typed] : []))
        }}
      />
    </div>
  )
}
