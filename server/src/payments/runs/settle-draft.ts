import { heldBy, namedChecks } from '@dongzhou/engines/payments'
import { whoOf } from '../../platform/clerk.ts'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayCheckPayments, mayMakePayments } from '../policy.ts'
import { recordExplanation } from './changes.sql.ts'
import { findFinding, listFindingsOf, recordDecision, setHold } from './findings.sql.ts'
import { listPassed } from './ground.sql.ts'
import { requireRun } from './require-run.ts'
import { changeRun } from './runs.sql.ts'
import { listSignatures } from './signatures.sql.ts'
import { countUnexplained } from './standing.sql.ts'

/** 说明变动: somebody looked into what no cause explains, and signs for it. */
export async function explainChange(
  setting: ActionSetting,
  input: { readonly runId: number; readonly changeId: number; readonly note: string },
): Promise<{ id: number; unexplained: number }> {
  const run = await requireRun(setting, { id: input.runId }, mayMakePayments)
  if (!['draft', 'locked', 'checked', 'approved'].includes(run.state)) throw new Fault('payments.wrong-state')
  const outcome = await recordExplanation(setting, run, input.changeId, input.note)
  if (outcome === 'missing') throw new Fault('payments.change-not-found')
  if (outcome === 'needless') throw new Fault('payments.already-explained')
  const unexplained = await countUnexplained(setting.tx, run)
  await changeRun(setting, run.id, { unexplained })
  await recordTrail(setting, {
    verb: 'payments.explain-change',
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { changeId: input.changeId, note: input.note },
  })
  return { id: input.changeId, unexplained }
}

/** 裁定核查结果: to pay in spite of a finding takes somebody who did not make the list; only a draft can still follow it. */
export async function decideRunFinding(
  setting: ActionSetting,
  input: { readonly runId: number; readonly findingId: number; readonly pay: boolean; readonly because: string },
): Promise<{ id: number }> {
  const run = await requireRun(setting, { id: input.runId }, mayCheckPayments)
  if (run.state !== 'draft') throw new Fault('payments.wrong-state')
  if (run.jobId !== undefined) throw new Fault('payments.still-computing')
  const makers = (await listSignatures(setting, run.id)).filter(({ step }) => step === 'make')
  if (makers.some(({ by }) => by === whoOf(setting.clerk))) throw new Fault('payments.same-person')
  const finding = await findFinding(setting.tx, run, input.findingId)
  if (!finding) throw new Fault('payments.finding-not-found')
  const check = namedChecks.find(({ code }) => code === finding.check)
  if (input.pay && check?.mayBePaid !== true) throw new Fault('payments.finding-cannot-be-paid')
  await recordDecision(setting, run, { ...finding, pay: input.pay, because: input.because })
  const passed = await listPassed(setting.tx, run.id)
  const own = await listFindingsOf(setting.tx, run, finding.person)
  const held = heldBy(own, (one) => passed.has(`${one.check} ${one.person}`)).get(finding.person)
  await setHold(setting, run, finding.person, held?.say)
  await recordTrail(setting, {
    verb: 'payments.decide-run-finding',
    subject: { kind: 'payment-run', id: run.id },
    division: run.division,
    after: { check: finding.check, personId: finding.person, pay: input.pay, because: input.because },
  })
  return { id: input.findingId }
}
