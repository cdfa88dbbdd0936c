import { TroubleState } from './kit/drawn-state.tsx'
import { PageTitle } from './kit/page-title.tsx'
import { mayOpen, type RoomPage } from './kit/room.ts'
import { troubleOf } from './kit/trouble.ts'
import { useMe } from './session/use-session.ts'

/** Draws a page only for those it is for; by a colleague's link one reaches the refusal, in words. */
export function PageGate({ page, children }: { readonly page: RoomPage; readonly children: React.ReactNode }) {
  const me = useMe()
  if (mayOpen(page, new Set(me.may))) return children
  return (
    <>
      <PageTitle title={page.title} />
      <TroubleState trouble={troubleOf({ status: 403 })} onRetry={() => location.reload()} />
    </>
  )
}
