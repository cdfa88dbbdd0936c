import type { RunView } from '@dongzhou/contract/payments-views'
import { type CheckEffect, checkName, namedChecks, runBalanceOf } from '@dongzhou/engines/payments'
import { benefits as benefitNames } from '@dongzhou/terms/benefit'
import { moneyAccounts } from '@dongzhou/terms/payment'
import { whoOf } from '../../platform/clerk.ts'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { mayReadPayments } from '../policy.ts'
import { divisionName, presentRun, presentSignature } from '../present.ts'
import { balancesByAccount, sumByBenefit, sumByTown } from './breakdown.sql.ts'
import { changeSummary } from './change-summary.ts'
import { hasExplained } from './changes.sql.ts'
import { sayOpenings } from './openings.ts'
import { ownAccountsOf } from './own-accounts.ts'
import { findRun, type Run } from './runs.sql.ts'
import { approvalsGiven, approvalsOf } from './sign-run.ts'
import { listSignatures } from './signatures.sql.ts'
import { countFindings, listEntries, sumRun } from './standing.sql.ts'
import { stepsOf } from './steps-of.ts'

/** 批次详情: everything whoever signs must see, summed from the rows themselves. */
export async function getRun(setting: Setting, id: number): Promise<RunView> {
  const run = await findRun(setting, id)
  if (!run) throw new Fault('payments.run-not-found')
  requireMay(mayReadPayments(setting.clerk, run))
  const sums = await sumRun(setting.tx, run)
  const signatures = await listSignatures(setting, id)
  const needed = await approvalsOf(setting, run)
  const given = approvalsGiven(signatures)
  const changes = await changeSummary(setting, run)
  const byTown = await sumByTown(setting.tx, run)
  const names = await divisionNames(setting, [
    ...[run.division, ...byTown.map(({ division }) => division)],
    ...run.openings.map(({ division }) => division),
  ])
  return {
    ...presentRun(run, names),
    totals: sums,
    digest: run.digest ?? null,
    computedAt: run.computedAt?.toISOString() ?? null,
    signatures: signatures.flatMap((one) => presentSignature(one) ?? []),
    signaturesNeeded: { approvals: needed.approvals, given, because: needed.because },
    changes,
    checks: await checksOf(setting, run),
    byDivision: byTown.map(({ division, people, amount }) => ({
      division: divisionName(division, names),
      people,
      amount,
    })),
    byBenefit: (await sumByBenefit(setting.tx, run)).map((row) => ({ ...row, benefitName: benefitNames[row.benefit] })),
    ledger: await ledgerOf(setting, run),
    steps: stepsOf(setting.clerk, run, {
      signatures,
      unexplained: changes.unexplained,
      hasExplained: await hasExplained(setting.tx, run, whoOf(setting.clerk)),
      // Asked where the release is the next step: before it the state of the run says no already.
      ownAccounts: run.state === 'approved' ? (await ownAccountsOf(setting, run)).length : 0,
    }),
    openings: sayOpenings(run, names),
    unknown: run.unknown,
  }
}

async function checksOf(setting: Setting, run: Run): Promise<RunView['checks']> {
  const found = new Map((await countFindings(setting.tx, run)).map((row) => [row.check, row]))
  return namedChecks.map((check) => ({
    check: check.code,
    name: checkName(check),
    effect: check.effect satisfies CheckEffect,
    found: found.get(check.code)?.found ?? 0,
    undecided: found.get(check.code)?.undecided ?? 0,
    say: check.say,
    whatToDo: check.whatToDo,
  }))
}

async function ledgerOf({ tx }: Setting, run: Run): Promise<RunView['ledger']> {
  const entries = await listEntries(tx, run.id)
  const balance = runBalanceOf(entries)
  return {
    balances: balancesByAccount(entries),
    entries: entries.map(({ id, at, debit, credit, amount, memo }) => ({
      ...{ id, amount, memo },
      at: at.toISOString(),
      debit: moneyAccounts[debit],
      credit: moneyAccounts[credit],
    })),
    isBalanced: entries.length > 0 && balance.isBalanced,
    say: entries.length === 0 ? '尚未确认发放，没有资金分录。' : balance.say,
  }
}
