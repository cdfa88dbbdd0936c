import { Navigate } from '@tanstack/react-router'
import { EmptyState } from './kit/drawn-state.tsx'
import { menuFor } from './kit/room.ts'
import { rooms } from './rooms.ts'
import { useMe } from './session/use-session.ts'
import { menuOrder } from './words/sections.ts'
import { sessionWords } from './words/session.ts'

/** The first page in the person's menu; an account without any authority is told whom to ask. */
export function FirstPage() {
  const me = useMe()
  const first = menuFor(rooms, menuOrder, new Set(me.may))[0]?.items[0]
  if (first) return <Navigate to={first.path} replace />
  return <EmptyState title={sessionWords.noPages} say={sessionWords.noPagesSay} />
}
