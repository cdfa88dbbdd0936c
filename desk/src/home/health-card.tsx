import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { Waiting } from '../kit/loaded.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay } from '../session/use-session.ts'
import { disputedPeople, emptyTargets, weakEvents } from './health.ts'
import { useHomeBoard } from './use-home-board.ts'
import { homeWords } from './words.ts'
import { WorkList } from './work-line.tsx'

/** 数据健康: what would make a figure fall. Who inspects the system is told when the nightly checks run. */
export function HealthCard() {
  const mayPlan = useMay('plan.read')
  const mayInspect = useMay('system.inspect')
  return (
    <Card title={homeWords.health}>
      {mayPlan && <Evidence />}
      {mayInspect && <p className="quiet">{homeWords.healthWho}</p>}
    </Card>
  )
}

const eventsLookedAt = 200

function Evidence() {
  const home = useHomeBoard()
  const mayPeople = useMay('registry.read')
  const mayEvents = useMay('activities.read')
  const board = home.data?.board
  const people = useQuery({
    ...orpc.registry.listPeople.queryOptions({ input: { page: 1, size: 1, isDisputed: true, standing: 'all' } }),
    enabled: mayPeople,
  })
  const events = useQuery({
    ...orpc.activities.listEvents.queryOptions({
      input: { page: 1, size: eventsLookedAt, state: 'held', year: board?.year ?? 2025 },
    }),
    enabled: mayEvents && board !== undefined,
  })
  const isPending = (mayPeople && people.isPending) || (mayEvents && home.isPending) || events.isLoading
  if (isPending) return <Waiting rows={3} />
  const held = events.data?.items ?? []
  const items = [
    ...disputedPeople(people.data?.total ?? 0),
    ...(board ? weakEvents(held, board.year, held.length === events.data?.total) : []),
    ...(board ? emptyTargets(board) : []),
  ]
  const isPartial = [people.error, events.error, home.error].some((error) => error !== null)
  return (
    <WorkList
      items={items}
      none={homeWords.healthNone}
      isPartial={isPartial}
      onRetry={() => [home, people, events].map((one) => one.refetch())}
    />
  )
}
