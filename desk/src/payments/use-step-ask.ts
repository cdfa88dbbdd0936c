import { useCallback } from 'react'
import { useLedgerAsk } from '../kit/navigation.tsx'
import type { LedgerAsk } from '../kit/search-params.ts'

/** The question of a ledger that stands inside a step: the step itself is no filter, and stays when filters are cleared. */
export function useStepAsk(name = 'step'): readonly [LedgerAsk, (next: LedgerAsk) => void] {
  const [whole, setWhole] = useLedgerAsk()
  const { [name]: step = [], ...filters } = whole.filters
  const kept = step.join(' ')
  const change = useCallback(
    (next: LedgerAsk) =>
      setWhole({ ...next, filters: kept === '' ? next.filters : { ...next.filters, [name]: [kept] } }),
    [setWhole, kept, name],
  )
  return [{ ...whole, filters }, change]
}
