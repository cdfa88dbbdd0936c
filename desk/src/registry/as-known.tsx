import { HistoryOutlined } from '@ant-design/icons'
import type { PersonFile } from '@dongzhou/contract/registry'
import { findDay } from '@dongzhou/terms/day'
import { Button, Popover } from 'antd'
import { useId, useState } from 'react'
import { DayPicker } from '../kit/day-picker.tsx'
import { writeDay } from '../kit/format.ts'
import { PageLink, useOpenPage, usePageSearch } from '../kit/navigation.tsx'
import type { RecordAlert } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { personWords } from './words.ts'

/** The day in the address: `/registry/people/12?known=2025-06-01`. What is no day means now. */
export function useAsKnownOn(): string | undefined {
  const { known } = usePageSearch()
  return typeof known === 'string' ? findDay(known) : undefined
}

/** 按某日所知查看: quiet beside the help; the day chosen goes into the address, so that the view can be sent to a colleague. */
export function AsKnownButton({ person }: { readonly person: PersonFile }) {
  const { today } = useMe()
  const open = useOpenPage()
  const id = useId()
  const [day, setDay] = useState<string | undefined>(person.asKnownOn ?? undefined)
  const [isOpen, setOpen] = useState(false)
  const form = (
    <form
      className="stack as-known"
      onSubmit={(event) => {
        event.preventDefault()
        setOpen(false)
        if (day !== undefined) open(`${pathOf(person.id)}?known=${day}`)
      }}
    >
      <label htmlFor={id}>{personWords.asKnownDay}</label>
      <span className="row">
        <DayPicker id={id} value={day} onChange={setDay} latest={today} />
        <Button htmlType="submit" disabled={day === undefined}>
          {personWords.asKnownShow}
        </Button>
      </span>
      <p className="small quiet">{personWords.asKnownHint}</p>
    </form>
  )
  return (
    <Popover content={form} trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen}>
      <Button type="text" icon={<HistoryOutlined aria-hidden />}>
        {personWords.asKnown}
      </Button>
    </Popover>
  )
}

/** Says above everything that this is not the file of today, and leads back to it. */
export function asKnownAlerts(person: PersonFile): readonly RecordAlert[] {
  if (person.asKnownOn === null) return []
  return [
    {
      key: 'as-known',
      level: 'information',
      say: (
        <>
          {personWords.asKnownSay(writeDay(person.asKnownOn))}{' '}
          <span className="as-known-leave">
            <LeaveAsKnown id={person.id} />
          </span>
        </>
      ),
    },
  ]
}

/** 回到现在. */
export function LeaveAsKnown({ id }: { readonly id: number }) {
  return <PageLink to={pathOf(id)}>{personWords.asKnownLeave}</PageLink>
}

function pathOf(id: number): string {
  return `/registry/people/${id}`
}
