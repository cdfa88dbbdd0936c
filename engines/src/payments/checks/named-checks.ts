import { accountChanged, accountInvalid, accountMissing, accountShared, holderDiffers } from './accounts.ts'
import type { CheckGround, Finding, NamedCheck, Recipient } from './check.ts'
import { deathMatch } from './death-match.ts'
import { duplicateIdentity } from './duplicate-identity.ts'
import { excludedCombination } from './excluded-combination.ts'
import { unconfirmed } from './unconfirmed.ts'

/** 锁定前核查项, the gravest first. */
export const namedChecks: readonly NamedCheck[] = [
  deathMatch,
  duplicateIdentity,
  excludedCombination,
  accountMissing,
  accountInvalid,
  accountShared,
  holderDiffers,
  accountChanged,
  unconfirmed,
]

/** 锁定前核查: everything that every check finds, by check and person. */
export function findingsOf(
  recipients: readonly Recipient[],
  ground: CheckGround,
  checks: readonly NamedCheck[] = namedChecks,
): readonly Finding[] {
  return checks.flatMap((check) => check.find(recipients, ground))
}

/** Findings of several rounds as one would have found them: the gravest check first. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  const found = Map.groupBy(findings, ({ check }) => check)
  return namedChecks.flatMap(({ code }) => found.get(code) ?? [])
}

/** 暂缓名单: whose money is kept back, and why first; a finding that somebody decided to pay holds nobody. */
export function heldBy(
  findings: readonly Finding[],
  isPaid: (finding: Finding) => boolean,
): ReadonlyMap<number, Finding> {
  const holding = new Map(namedChecks.filter(({ effect }) => effect === 'holds').map((check) => [check.code, check]))
  const held = new Map<number, Finding>()
  for (const finding of findings) {
    const check = holding.get(finding.check)
    if (check === undefined || held.has(finding.person) || (check.mayBePaid && isPaid(finding))) continue
    held.set(finding.person, finding)
  }
  return held
}
