import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import type { Reminders } from '../kit/reminders-button.tsx'
import { useMay } from '../session/use-session.ts'
import { useMoneyWaiting } from './use-money-waiting.ts'
import { failedJob, oldestFirst, openPairs, waitingBatch } from './waiting.ts'

const askedEvery = 120_000

/**
 * 提醒 (reminders) in the bar on top of every page: a few cheap questions, money as the first page has it. What only a batch's own counts tell (rows left over) waits on the
 * first page, because asking twenty batches for their counts after every click would cost more than it tells.
 */
export function useReminders(): Reminders {
  const batches = useQuery({
    ...orpc.intake.listBatches.queryOptions({ input: { page: 1, size: 50 } }),
    enabled: useMay('intake.read'),
    refetchInterval: askedEvery,
  })
  const pairs = useQuery({
    ...orpc.linkage.listPairs.queryOptions({ input: { page: 1, size: 1, state: 'open' } }),
    enabled: useMay('linkage.decide'),
    refetchInterval: askedEvery,
  })
  const jobs = useQuery(orpc.jobs.listMine.queryOptions({ input: { page: 1, size: 10 } }))
  const money = useMoneyWaiting()
  const [oldest] = pairs.data?.items ?? []
  return {
    reminders: oldestFirst([
      ...money.flatMap(({ items }) => items),
      ...(jobs.data?.items ?? []).flatMap((job) => failedJob(job, Date.now()) ?? []),
      ...(batches.data?.items ?? []).flatMap((batch) => waitingBatch(batch, undefined) ?? []),
      ...(oldest && pairs.data ? [{ since: oldest.foundAt, item: openPairs(pairs.data.total, pairs.data.more) }] : []),
    ]),
    isPartial: [jobs, batches, pairs, ...money].some(({ error }) => error !== null),
  }
}
