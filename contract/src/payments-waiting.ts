import { z } from 'zod'
import { Id } from './shapes.ts'

/**
 * 待办种类: the next step of a run (`lock` … `close`); changes of it to explain, checks to decide or to mend; the file for the bank to make,
 * its return to read. `recover`, `notice` and `runs` are queues of their own: debts without a plan, rows of death lists that nobody could
 * place, open runs that were too many to look into one by one.
 */
export const WaitingKind = z.enum([
  'lock',
  'check',
  'approve',
  'release',
  'close',
  'explain',
  'decide',
  'mend',
  'export',
  'return',
  'recover',
  'notice',
  'runs',
])
export type WaitingKind = z.infer<typeof WaitingKind>

/** 待办 (waiting): one thing that waits for whoever asks, and that this person may really do. */
export const WaitingPayment = z.object({
  what: WaitingKind,
  /** null for a queue that spans runs. */
  runId: Id.nullable(),
  /** The run as it is called; empty for a queue. */
  title: z.string(),
  /** People of the list, findings, changes or debts: what there is to go through. */
  count: z.number().int(),
  /** Since when it waits. */
  since: z.string(),
})
export type WaitingPayment = z.infer<typeof WaitingPayment>
