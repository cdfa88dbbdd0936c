import { HistoryOutlined } from '@ant-design/icons'
import { findDay } from '@dongzhou/terms/day'
import { Button, Popover } from 'antd'
import { useId, useState } from 'react'
import { useMe } from '../session/use-session.ts'
import { asKnownWords } from '../words/kit.ts'
import './as-known.css'
import { DayPicker } from './day-picker.tsx'
import { PageLink, useOpenPage, usePageSearch } from './navigation.tsx'

/** The day in the address: `/registry/people/12?known=2025-06-01`. What is no day means now. */
export function useAsKnownOn(): string | undefined {
  const { known } = usePageSearch()
  return typeof known === 'string' ? findDay(known) : undefined
}

interface AsKnownProps {
  /** The record's own address, without the day. */
  readonly path: string
  readonly day: string | undefined
  /** What one will see, where it is not a file of somebody. */
  readonly hint?: string
}

/** 按某日所知查看: quiet beside the help; the day chosen goes into the address, so that the view can be sent to a colleague. */
export function AsKnownButton({ path, day: shown, hint = asKnownWords.hint }: AsKnownProps) {
  const { today } = useMe()
  const open = useOpenPage()
  const id = useId()
  const [day, setDay] = useState<string | undefined>(shown)
  const [isOpen, setOpen] = useState(false)
  const form = (
    <form
      className="stack as-known"
      onSubmit={(event) => {
        event.preventDefault()
        setOpen(false)
        if (day !== undefined) open(`${path}${path.includes('?') ? '&' : '?'}known=${day}`)
      }}
    >
      <label htmlFor={id}>{asKnownWords.day}</label>
      <span className="row">
        <DayPicker id={id} value={day} onChange={setDay} latest={today} />
        <Button htmlType="submit" disabled={day === undefined}>
          {asKnownWords.show}
        </Button>
      </span>
      <p className="small quiet">{hint}</p>
    </form>
  )
  return (
    <Popover content={form} trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen}>
      <Button type="text" icon={<HistoryOutlined aria-hidden />}>
        {asKnownWords.button}
      </Button>
    </Popover>
  )
}

/** 回到现在. */
export function LeaveAsKnown({ path }: Pick<AsKnownProps, 'path'>) {
  return <PageLink to={path}>{asKnownWords.leave}</PageLink>
}
