import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { keepForm } from './form.tsx'

interface DayPickerProps {
  /** Ties the field to its label. */
  readonly id: string
  /** `YYYY-MM-DD`; undefined while nothing is chosen. */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
  /** Days before and after these cannot be chosen; the server decides in any case. */
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
  readonly isWrong?: boolean
}

/** Ways people type a day; the first is how it is shown. */
const formats = ['YYYY年M月D日', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD']

/** 选择日期 (day picker): a day of the calendar, chosen or typed as people write it. */
export function DayPicker({ id, value, onChange, earliest, latest, isWrong }: DayPickerProps) {
  return (
    <DatePicker
      id={id}
      format={formats}
      placeholder="如 2025年3月5日"
      onKeyDown={keepForm}
      value={value === undefined ? null : dayjs(value)}
      onChange={(day) => onChange(day?.isValid() ? day.format('YYYY-MM-DD') : undefined)}
      {...(earliest === undefined ? {} : { minDate: dayjs(earliest) })}
      {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      {...(isWrong ? { status: 'error' as const } : {})}
    />
  )
}
