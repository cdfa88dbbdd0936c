import type { RateDraft } from '@dongzhou/contract/benefits-rates'
import { bureauDivision } from '../../platform/bureau-division.ts'
import { requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { mayWriteRates } from '../policy.ts'
import { complaintsBeside, replacedBy, requirePlausible } from './check-rates.ts'
import { rateOfDraft } from './draft.ts'
import { recordProposals } from './record-rates.sql.ts'

export interface ProposeRates {
  readonly drafts: readonly RateDraft[]
  /** Why held complaints or a correction are right. */
  readonly reason: string
}

/** 录入标准: rows with their document wait for a second person. Nothing of them counts before. */
export async function proposeRates(
  setting: ActionSetting,
  { drafts, reason }: ProposeRates,
): Promise<{ ids: readonly number[] }> {
  requireMay(mayWriteRates(setting.clerk, setting.bureau))
  const replaced = await replacedBy(setting, drafts)
  const proposals = drafts.map((draft) => ({ rate: rateOfDraft(draft), supersedes: draft.supersedes, reason }))
  const complaints = await complaintsBeside(
    setting,
    proposals.map(({ rate }) => rate),
    replaced.map(({ id }) => id),
  )
  requirePlausible(complaints, () => reason.length >= SHORTEST_REASON)
  const ids = await recordProposals(setting, proposals)
  await recordTrails(
    setting,
    ids.map((id, at) => ({
      verb: 'benefits.propose-rates',
      subject: { kind: 'rate', id },
      division: bureauDivision(setting.bureau),
      after: { ...drafts[at], reason },
    })),
  )
  return { ids }
}

const SHORTEST_REASON = 2
