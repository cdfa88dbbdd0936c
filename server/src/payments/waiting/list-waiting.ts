import type { WaitingKind, WaitingPayment } from '@dongzhou/contract/payments-waiting'
import type { Setting } from '../../platform/setting.ts'
import { mayApprovePayments, mayCheckPayments, mayMakePayments, mayReleasePayments } from '../policy.ts'
import { runTitle } from '../present.ts'
import { ownAccountsOf } from '../runs/own-accounts.ts'
import { listOpenRuns } from '../runs/runs.sql.ts'
import { heldNotices, openRecoveries, type Queue, signaturesOf, standingOf } from './waiting.sql.ts'
import { waitsIn } from './waits-in.ts'

// A county has a list a month for each of its funds. Of more than these the others are counted, and found on the page of runs.
const MOST_RUNS = 40

/** 发放待办: what of payments waits for whoever asks, and only what they may really do; the oldest first. */
export async function listWaiting(setting: Setting): Promise<{ readonly items: readonly WaitingPayment[] }> {
  const items = [...(await ofRuns(setting)), ...(await ofQueues(setting))]
  return { items: items.toSorted((one, other) => one.since.localeCompare(other.since)) }
}

async function ofRuns(setting: Setting): Promise<readonly WaitingPayment[]> {
  const { items: open, total } = await listOpenRuns(setting, MOST_RUNS + 1)
  const [runs, rest] = [open.slice(0, MOST_RUNS), open[MOST_RUNS]]
  const ids = runs.map(({ id }) => id)
  const [standings, signatures] = [await standingOf(setting, ids), await signaturesOf(setting, ids)]
  const items: WaitingPayment[] = []
  for (const run of runs) {
    const standing = standings.get(run.id)
    if (!standing) continue
    const signed = signatures.get(run.id) ?? []
    // Asked of the few lists that stand before their release.
    const ownAccounts = run.state === 'approved' ? (await ownAccountsOf(setting, run)).length : 0
    const since = (signed.at(-1)?.at ?? run.createdAt).toISOString()
    for (const wait of waitsIn(setting, run, { ...standing, signatures: signed, ownAccounts }))
      items.push({ ...wait, runId: run.id, title: runTitle(run), since })
  }
  if (rest && maySign(setting)) items.push(...queued('runs', { count: total - MOST_RUNS, since: rest.createdAt }))
  return items
}

function maySign({ clerk }: Setting): boolean {
  return [mayMakePayments, mayCheckPayments, mayApprovePayments, mayReleasePayments].some(
    (may) => may(clerk, clerk) === 'yes',
  )
}

async function ofQueues(setting: Setting): Promise<readonly WaitingPayment[]> {
  if (mayMakePayments(setting.clerk, { division: setting.clerk.division }) !== 'yes') return []
  return [...queued('recover', await openRecoveries(setting)), ...queued('notice', await heldNotices(setting))]
}

function queued(what: WaitingKind, { count, since }: Queue): readonly WaitingPayment[] {
  return since === null ? [] : [{ what, runId: null, title: '', count, since: since.toISOString() }]
}
