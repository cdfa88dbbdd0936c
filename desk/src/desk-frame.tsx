import type { PersonLine } from '@dongzhou/contract/registry'
import { identities } from '@dongzhou/terms/identity'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { api, orpc } from './api.ts'
import { useReminders } from './home/use-reminders.ts'
import { jobView } from './job-view.ts'
import { newActionId } from './kit/action-id.ts'
import { Frame } from './kit/frame.tsx'
import { isOpen, type JobView } from './kit/job-progress.tsx'
import type { PersonHit } from './kit/person-search.tsx'
import { menuFor, type Room } from './kit/room.ts'
import { useTypeSize } from './kit/type-size.tsx'
import { leave, useMay, useMe } from './session/use-session.ts'
import { menuOrder } from './words/sections.ts'

interface DeskFrameProps {
  readonly rooms: readonly Room[]
  readonly children: React.ReactNode
}

/** The frame with its real parts: the menu one may see, the search, the running jobs. */
export function DeskFrame({ rooms, children }: DeskFrameProps) {
  const me = useMe()
  const maySearch = useMay('registry.read')
  const address = useLocation({ select: (location) => location.pathname })
  const [isLarge, setLarge] = useTypeSize()
  const [jobs, cancel] = useOwnJobs()
  const reminders = useReminders()
  return (
    <Frame
      menu={menuFor(rooms, menuOrder, new Set(me.may))}
      address={address}
      bureau={me.bureau}
      division={me.division.name}
      person={{ name: me.displayName, roleName: me.roleName }}
      search={maySearch ? findPeople : undefined}
      reminders={reminders}
      jobs={jobs}
      onCancelJob={cancel}
      isLarge={isLarge}
      onLarge={setLarge}
      onSignOut={() => void leave()}
    >
      {children}
    </Frame>
  )
}

async function findPeople(text: string, signal: AbortSignal): Promise<readonly PersonHit[]> {
  const people = await api.registry.findPeople({ text }, { signal })
  return people.map(hitOf)
}

function hitOf(person: PersonLine): PersonHit {
  return {
    id: String(person.id),
    name: person.name,
    age: person.age ?? undefined,
    division: person.division.name,
    identities: person.identities.map((identity) => identities[identity]),
    idNumber: person.idNumberMasked === '' ? undefined : person.idNumberMasked,
    opensAt: `/registry/people/${person.id}`,
  }
}

/** The last jobs of this person: asked every two seconds while one runs, else now and then. */
function useOwnJobs(): readonly [readonly JobView[] | undefined, (id: string) => void] {
  const lines = useQuery({
    ...orpc.jobs.listMine.queryOptions({ input: { page: 1, size: 10 } }),
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? 2_000 : 30_000),
  })
  const cancelling = useMutation({
    ...orpc.jobs.cancel.mutationOptions(),
    onSettled: () => lines.refetch(),
  })
  return [
    lines.isError ? undefined : (lines.data?.items ?? []).map(jobView),
    (id) => cancelling.mutate({ actionId: newActionId(), id }),
  ]
}
