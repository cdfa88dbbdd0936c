import type { RecipientRow } from '@dongzhou/engines/payments'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode, parentOf } from '@dongzhou/terms/division'
import { maskIdNumber } from '@dongzhou/terms/id-number'
import { type FailureReason, failureReasons, transferStates } from '@dongzhou/terms/payment'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import type { Names } from '../present.ts'
import { ACCOUNT } from '../runs/store.sql.ts'
import type { RecipientSource } from './recipients.sql.ts'
import { ID_NUMBER } from './roster-of.ts'

/** 发放名单 rows as the sheet has them: places by name, numbers masked, the state with what became of it. */
export async function recipientRows(
  setting: Setting,
  sources: readonly RecipientSource[],
): Promise<readonly RecipientRow[]> {
  const codes = sources.flatMap(({ division }) => [division, townOf(division)])
  const names = await divisionNames(setting, [...new Set(codes)])
  return sources.map((source) => rowOf(setting, source, names))
}

function rowOf({ vault }: Setting, source: RecipientSource, names: Names): RecipientRow {
  const { gross, offset, withheld, amount, cancelled, name, bank, account, idNumber, holder } = source
  return {
    ...{ name, gross, offset, withheld, amount, cancelled, bank },
    town: nameIn(names, townOf(source.division)),
    village: nameIn(names, source.division),
    idNumberMasked: idNumber === null ? '' : maskIdNumber(vault.open(idNumber, ID_NUMBER)),
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
