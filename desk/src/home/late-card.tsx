import { addDays, day } from '@dongzhou/terms/day'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { lateIndicators, overdueEvents } from './lateness.ts'
import { useHomeBoard } from './use-home-board.ts'
import { homeWords, lateWords } from './words.ts'
import { WorkList } from './work-line.tsx'

const eventsShown = 20

/** 要晚了: indicators behind their plan, and events whose day went by without a record. */
export function LateCard() {
  const { today } = useMe()
  const home = useHomeBoard()
  const mayEvents = useMay('activities.read')
  const to = addDays(day(today), -1)
  const events = useQuery({
    ...orpc.activities.listEvents.queryOptions({ input: { page: 1, size: eventsShown, state: 'planned', to } }),
    enabled: mayEvents,
  })
  const overdue = overdueEvents(events.data?.items ?? [], today)
  const more = (events.data?.total ?? 0) - overdue.length
  return (
    <Card title={homeWords.late}>
      <Loaded query={home} rows={4}>
        {({ board }) => (
          <>
            <WorkList
              items={[...overdue, ...lateIndicators(board, today)]}
              none={homeWords.lateNone}
              isPartial={events.isError}
              onRetry={events.refetch}
            />
            {more > 0 && (
              <PageLink to={`/activities?state=planned&dayTo=${to}`} className="small">
                {lateWords.moreEvents(more)}
              </PageLink>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
