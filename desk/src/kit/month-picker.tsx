import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { keepForm } from './form.tsx'

interface MonthPickerProps {
  /** Ties the field to its label. */
  readonly id: string
  /** `YYYY-MM`; undefined while nothing is chosen. */
  readonly value: string | undefined
  readonly onChange: (month: string | undefined) => void
  /** Months before and after these cannot be chosen; the server decides in any case. */
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
  readonly placeholder?: string
  readonly isWrong?: boolean
}

/** Ways people type a month; the first is how it is shown. */
const formats = ['YYYY年M月', 'YYYY-M', 'YYYY.M', 'YYYY/M', 'YYYYMM']

/** 选择月份 (month picker): a month, chosen or typed as people write it. */
export function MonthPicker(props: MonthPickerProps) {
  const { id, value, onChange, earliest, latest, placeholder = '如 2025年3月', isWrong } = props
  return (
    <DatePicker
      id={id}
      picker="month"
      format={formats}
      placeholder={placeholder}
      onKeyDown={keepForm}
      value={value === undefined ? null : dayjs(`${value}-01`)}
      onChange={(month) => onChange(month?.isValid() ? month.format('YYYY-MM') : undefined)}
      {...(earliest === undefined ? {} : { minDate: dayjs(`${earliest}-01`) })}
      {...(latest === undefined ? {} : { maxDate: dayjs(`${latest}-01`) })}
      {...(isWrong ? { status: 'error' as const } : {})}
    />
  )
}
