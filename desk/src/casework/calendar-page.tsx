import type { CalendarYearView } from '@dongzhou/contract/casework-views'
import { Button } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card, FactList } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { CalendarDialog } from './calendar-dialog.tsx'
import { daysText } from './holidays.ts'
import { useCalendarYears } from './use-casework.ts'
import { calendarWords } from './words.ts'

/** 工作日历: the years whose arrangement is known, the latest first. */
export function CalendarPage() {
  const years = useCalendarYears()
  const mayRecord = useMay('cases.decide')
  const { today } = useMe()
  const [open, setOpen] = useState<'new' | CalendarYearView>()
  const add = { label: calendarWords.add, onClick: () => setOpen('new') }
  const next = Math.max(Number(today.slice(0, 4)), ...(years.data ?? []).map(({ year }) => year + 1))
  return (
    <>
      <PageTitle
        title={calendarWords.title}
        help={<HelpLines lines={calendarWords.help} />}
        {...(mayRecord ? { primary: add } : {})}
      />
      <Loaded
        query={years}
        rows={8}
        isEmpty={(list) => list.length === 0}
        empty={{
          title: calendarWords.emptyTitle,
          say: calendarWords.emptySay,
          ...(mayRecord ? { action: add } : {}),
        }}
      >
        {(list) => (
          <div className="stack">
            {list.toReversed().map((one) => (
              <YearCard key={one.year} year={one} onCorrect={mayRecord ? () => setOpen(one) : undefined} />
            ))}
          </div>
        )}
      </Loaded>
      <CalendarDialog open={open} next={next} onClose={() => setOpen(undefined)} />
    </>
  )
}

interface YearCardProps {
  readonly year: CalendarYearView
  readonly onCorrect: (() => void) | undefined
}

function YearCard({ year: { year, document, rest, work }, onCorrect }: YearCardProps) {
  return (
    <Card
      title={calendarWords.yearText(year)}
      extra={
        onCorrect && (
          <Button type="link" size="small" onClick={onCorrect}>
            {calendarWords.correct}
          </Button>
        )
      }
    >
      <FactList
        facts={[
          { label: calendarWords.rest, value: countedText(rest) },
          { label: calendarWords.work, value: countedText(work) },
          { label: calendarWords.document, value: <span className="quiet">{document}</span> },
        ]}
      />
    </Card>
  )
}

function countedText(days: readonly string[]): string {
  return days.length === 0 ? calendarWords.none : `${daysText(days)}（${calendarWords.days(days.length)}）`
}
