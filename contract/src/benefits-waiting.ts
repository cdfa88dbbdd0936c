import { z } from 'zod'

/**
 * 待办种类: rows of the rate book and of the matrix that a second person must confirm; lines of the work list, of people who qualify and
 * have not applied, who draw and do not qualify, or of whom something is not on file.
 */
export const WaitingBenefitKind = z.enum(['rates', 'exclusions', 'unclaimed', 'unjustified', 'uncertain'])
export type WaitingBenefitKind = z.infer<typeof WaitingBenefitKind>

/** 待办 (waiting): what of benefits waits for whoever asks, one line a kind, and only what this person may really do. */
export const WaitingBenefit = z.object({
  what: WaitingBenefitKind,
  count: z.number().int(),
  /** Since when the oldest of them waits. */
  since: z.string(),
})
export type WaitingBenefit = z.infer<typeof WaitingBenefit>
