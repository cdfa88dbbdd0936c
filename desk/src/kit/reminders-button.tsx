import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { frameWords, words } from '../words/kit.ts'
import { PageLink } from './navigation.tsx'
import { freshKeys, keepSeen, seenKeys } from './reminder-memory.ts'

/** 提醒 (reminder): one thing that waits for me, or went wrong, and where it is done. */
export interface Reminder {
  /** Other when there is something new to say: a count that grew is a new reminder. */
  readonly key: string
  readonly title: string
  readonly note: string
  readonly opensAt: string | undefined
  readonly tone?: 'late' | 'risk'
}

export interface Reminders {
  readonly reminders: readonly Reminder[]
  /** Some of the questions behind the list got no answer: then it must not say that there is nothing. */
  readonly isPartial: boolean
}

/** The bell in the top bar: counts what one has not seen yet, lists all of it. */
export function RemindersButton({ reminders, isPartial }: Reminders) {
  const [isOpen, setOpen] = useState(false)
  const [seen, setSeen] = useState(() => seenKeys(localStorage))
  const fresh = freshKeys(reminders, seen).length

  function change(next: boolean): void {
    setOpen(next)
    const keys = reminders.map(({ key }) => key)
    setSeen(keys)
    keepSeen(localStorage, keys)
  }

  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={change}
      title={frameWords.reminders}
      content={<ReminderList reminders={reminders} isPartial={isPartial} onPick={() => setOpen(false)} />}
    >
      <Badge count={fresh} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined aria-hidden />}
          aria-label={fresh > 0 ? frameWords.freshReminders(fresh) : frameWords.reminders}
        />
      </Badge>
    </Popover>
  )
}

interface ReminderListProps extends Reminders {
  readonly onPick: () => void
}

function ReminderList({ reminders, isPartial, onPick }: ReminderListProps) {
  return (
    <div className="reminder-list">
      {isPartial && <p className="risk">{frameWords.unknown}</p>}
      {reminders.length === 0 && !isPartial && <p className="quiet">{frameWords.noReminders}</p>}
      <ul>
        {reminders.map((reminder) => (
          <li key={reminder.key}>
            <ReminderLine reminder={reminder} onPick={onPick} />
          </li>
        ))}
      </ul>
      <PageLink to="/" className="small" onClick={onPick}>
        {words.home}
      </PageLink>
    </div>
  )
}

function ReminderLine({ reminder, onPick }: { readonly reminder: Reminder; readonly onPick: () => void }) {
  return (
    <>
      {reminder.opensAt === undefined ? (
        <span>{reminder.title}</span>
      ) : (
        <PageLink to={reminder.opensAt} onClick={onPick}>
          {reminder.title}
        </PageLink>
      )}
      <span className={`small ${reminder.tone ?? 'quiet'}`}>{reminder.note}</span>
    </>
  )
}
