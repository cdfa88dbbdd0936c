import type { RecipientRow } from '@dongzhou/engines/payments'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode, parentOf } from '@dongzhou/terms/division'
import { maskIdNumber } from '@dongzhou/terms/id-number'
import { type FailureReason, failureReasons, transferStates } from '@dongzhou/terms/payment'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, keptPersonIds, openIdNumbers } from '../../registry/index.ts'
import type { Names } from '../present.ts'
import { ACCOUNT } from '../runs/store.sql.ts'
import type { RecipientSource } from './recipients.sql.ts'

/** 发放名单 rows as the sheet has them: places by name, numbers masked, the state with what became of it. */
export async function recipientRows(
  setting: Setting,
  sources: readonly RecipientSource[],
): Promise<readonly RecipientRow[]> {
  const codes = sources.flatMap(({ division }) => [division, townOf(division)])
  const names = await divisionNames(setting, [...new Set(codes)])
  // A file that was merged since has its number with the one it is part of now.
  const kept = await keptPersonIds(
    setting.tx,
    sources.map(({ person }) => person),
  )
  const idNumbers = await openIdNumbers(setting, [...new Set(kept.values())])
  return sources.map((source) => ({
    ...rowOf(setting, source, names),
    idNumberMasked: maskIdNumber(idNumbers.get(kept.get(source.person) ?? source.person) ?? ''),
  }))
}

function rowOf({ vault }: Setting, source: RecipientSource, names: Names): Omit<RecipientRow, 'idNumberMasked'> {
  const { gross, offset, withheld, amount, cancelled, name, bank, account, holder } = source
  return {
    ...{ name, gross, offset, withheld, amount, cancelled, bank },
    town: nameIn(names, townOf(source.division)),
    village: nameIn(names, source.division),
    benefits: source.benefits.map((code) => benefits[code as Benefit]).join('、'),
    state: stateOf(source),
    note: noteOf(source),
    account: account === null ? '' : vault.open(account, ACCOUNT),
    payee: holder.trim() === name.trim() ? '' : holder.trim(),
  }
}

function stateOf({ state, amount, cancelled }: RecipientSource): string {
  if (cancelled === 0) return transferStates[state]
  return `${transferStates[state]}（${cancelled < amount ? '部分撤销' : '已撤销'}）`
}

function noteOf({ heldBecause, failure, failureText }: RecipientSource): string {
  const reason = failure === null ? '' : failureReasons[failure as FailureReason]
  return [heldBecause ?? '', reason, failureText ?? ''].filter((part) => part !== '').join('；')
}

function townOf(code: string): DivisionCode {
  const division = divisionCode(code)
  return code.endsWith('000') ? division : (parentOf(division) ?? division)
}

function nameIn(names: Names, code: string): string {
  return names.get(code) ?? code
}
