import type { WaitingKind, WaitingPayment } from '@dongzhou/contract/payments-waiting'
import type { Setting } from '../../platform/setting.ts'
import { mayMakePayments } from '../policy.ts'
import { runTitle } from '../present.ts'
import { ownAccountsOf } from '../runs/own-accounts.ts'
import { listRuns } from '../runs/runs.sql.ts'
import { heldNotices, openRecoveries, type Queue, signaturesOf, standingOf } from './waiting.sql.ts'
import { waitsIn } from './waits-in.ts'

// A county has a list a month for each of its funds; what has been open for years is found on the page of runs.
const OPEN_RUNS = { page: 1, size: 40 } as const

/** 发放待办: what of payments waits for whoever asks, and only what they may really do; the oldest first. */
export async function listWaiting(setting: Setting): Promise<{ readonly items: readonly WaitingPayment[] }> {
  const items = [...(await ofRuns(setting)), ...(await ofQueues(setting))]
  return { items: items.toSorted((one, other) => one.since.localeCompare(other.since)) }
}

async function ofRuns(setting: Setting): Promise<readonly WaitingPayment[]> {
  const { items: runs } = await listRuns(setting, { isOpen: true }, OPEN_RUNS)
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
  return items
}

async function ofQueues(setting: Setting): Promise<readonly WaitingPayment[]> {
  if (mayMakePayments(setting.clerk, { division: setting.clerk.division }) !== 'yes') return []
  return [...queued('recover', await openRecoveries(setting)), ...queued('notice', await heldNotices(setting))]
}

function queued(what: WaitingKind, { count, since }: Queue): readonly WaitingPayment[] {
  return since === null ? [] : [{ what, runId: null, title: '', count, since: since.toISOString() }]
}
