import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { orpc } from '../api.ts'
import { TroubleState } from '../kit/drawn-state.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePageParam, usePageSearch } from '../kit/navigation.tsx'
import { troubleOf } from '../kit/trouble.ts'

/** 一次走访: a link that names a visit leads to its pairing, where the visit stands among the others. */
export function VisitPage() {
  const id = Number(usePageParam('visitId'))
  const { on } = usePageSearch()
  const isDay = typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on)
  const span = isDay ? { from: on, to: on } : {}
  const visits = useQuery(orpc.visits.listVisits.queryOptions({ input: { page: 1, size: 200, ...span } }))
  return (
    <Loaded query={visits}>
      {({ items }) => {
        const found = items.find((visit) => visit.id === id)
        if (found) return <Navigate to={`/visits/pairings/${found.pairingId}`} replace />
        return <TroubleState trouble={troubleOf({ status: 404 })} onRetry={() => visits.refetch()} />
      }}
    </Loaded>
  )
}
