import { hasEnded, stepAt } from '@dongzhou/engines/casework'
import { Fault, requireMay } from '../../platform/fault.ts'
import { findFile } from '../../platform/file.sql.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { type Answers, changeCase } from './cases.sql.ts'
import { withAnswers } from './check-answers.ts'
import { type CaseInHand, loadCaseForChange, mayActOn } from './load-case.ts'
import { savePaper } from './papers.sql.ts'

/** 填写: answers of the form, by whoever has the step; the trail keeps which, not what. */
export async function fillCase(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number; readonly answers: Answers },
): Promise<{ id: number; version: number }> {
  const inHand = await loadToFill(setting, input)
  const answers = withAnswers(inHand.procedure, inHand.of.answers, input.answers)
  return changed(setting, inHand, {
    version: await changeCase(setting, inHand.of, { answers }),
    verb: 'casework.fill-case',
    after: { answered: Object.keys(input.answers) },
  })
}

/** 登记收到材料: a paper of the list, seen at the counter or as an uploaded scan. */
export async function receivePaper(
  setting: ActionSetting,
  input: { readonly id: number; readonly version: number; readonly paper: string; readonly fileId: string | null },
): Promise<{ id: number; version: number }> {
  const inHand = await loadToFill(setting, input)
  if (!inHand.procedure.documents.some(({ code }) => code === input.paper)) throw new Fault('casework.paper-unknown')
  if (input.fileId !== null && (await findFile(setting, input.fileId)) === undefined)
    throw new Fault('platform.file-not-found')
  await savePaper(setting, inHand.of, { code: input.paper, fileId: input.fileId })
  return changed(setting, inHand, {
    version: await changeCase(setting, inHand.of, {}),
    verb: 'casework.receive-paper',
    after: { paper: input.paper, fileId: input.fileId },
  })
}

async function loadToFill(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
): Promise<CaseInHand> {
  const inHand = await loadCaseForChange(setting, seen)
  const { procedure, standing } = inHand
  if (hasEnded(standing)) throw new Fault('casework.hindered', { reasons: ['本件已结束，不能再填写。'] })
  const { authority } = stepAt(procedure, standing)
  requireMay(mayActOn(setting.clerk, inHand, authority))
  return inHand
}

async function changed(
  setting: ActionSetting,
  { of }: CaseInHand,
  { version, verb, after }: { readonly version: number | undefined; readonly verb: string; readonly after: object },
): Promise<{ id: number; version: number }> {
  if (version === undefined) throw new Fault('platform.changed-meanwhile')
  await recordTrail(setting, { verb, subject: { kind: 'case', id: of.id }, division: of.division, after })
  return { id: of.id, version }
}
