import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { writeInstant } from '../kit/format.ts'
import { Loaded, Waiting } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay } from '../session/use-session.ts'
import { ailments, disputedPeople, emptyTargets, weakEvents } from './health.ts'
import { healthPageWords } from './health-words.ts'
import { useHealth, useInspection } from './use-health.ts'
import { useHomeBoard } from './use-home-board.ts'
import { homeWords } from './words.ts'
import { WorkList } from './work-line.tsx'

/** 数据健康: what endangers money, and what would make a figure fall; who inspects the system reads what the night found. */
export function HealthCard() {
  const mayPlan = useMay('plan.read')
  const mayInspect = useMay('system.inspect')
  const mayBenefits = useMay('benefits.read')
  return (
    <Card
      title={homeWords.health}
      {...(mayBenefits ? { extra: <PageLink to="/health">{homeWords.planAll}</PageLink> } : {})}
    >
      {(mayPlan || mayBenefits) && <Evidence />}
      {mayInspect && <LastNight />}
    </Card>
  )
}

const eventsLookedAt = 200

function Evidence() {
  const home = useHomeBoard()
  const health = useHealth()
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
  const isPending =
    (mayPeople && people.isPending) || (mayEvents && home.isPending) || events.isLoading || health.isLoading
  if (isPending) return <Waiting rows={3} />
  const held = events.data?.items ?? []
  const items = [
    ...ailments(health.data?.items ?? []),
    ...disputedPeople(people.data?.total ?? 0),
    ...(board ? weakEvents(held, board.year, held.length === events.data?.total) : []),
    ...(board ? emptyTargets(board) : []),
  ]
  const isPartial = [people.error, events.error, home.error, health.error].some((error) => error !== null)
  return (
    <WorkList
      items={items}
      none={homeWords.healthNone}
      isPartial={isPartial}
      onRetry={() => [home, people, events, health].map((one) => one.refetch())}
    />
  )
}

/** 完整性检查 of the last night, for whoever keeps the system: what was found, and what to do. */
function LastNight() {
  return (
    <Loaded query={useInspection()} rows={3}>
      {({ at, items }) => (
        <>
          <p className="quiet">
            {at === null ? healthPageWords.neverInspected : healthPageWords.inspectedAt(writeInstant(at))}
          </p>
          {at !== null && (
            <WorkList
              none={healthPageWords.inspectedClean}
              items={items.map(({ code, name, severity, count, why, whatToDo }) => ({
                key: code,
                title: name,
                note: `${why}${whatToDo}`,
                opensAt: undefined,
                mark: healthPageWords.found(String(count)),
                tone: severity === 'error' ? ('late' as const) : ('risk' as const),
              }))}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
