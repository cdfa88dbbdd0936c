import type { NoticeLine } from '@dongzhou/contract/payments-money'
import { maskedIdNumber, maskedName, type RosterSheet, rosterSheet } from '@dongzhou/engines/payments'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { type DivisionCode, divisionCode, parentOf } from '@dongzhou/terms/division'
import { maskIdNumber } from '@dongzhou/terms/id-number'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { divisionName, type Names, runTitle } from '../present.ts'
import type { Run } from '../runs/runs.sql.ts'
import { ACCOUNT } from '../runs/store.sql.ts'
import { batchNumber } from './batch.ts'
import { listNoticed, listRoster, type RosterSource } from './files.sql.ts'

/** What the register seals the number in for its lists. */
export const ID_NUMBER = 'person.id_number'

/** 发放花名册 of a locked list, ready to be written. */
export async function rosterOf(setting: Setting, run: Run): Promise<RosterSheet> {
  const rows = await listRoster(setting.tx, run)
  const names = await placesOf(setting, rows)
  const head = {
    issuer: setting.bureau.name,
    title: `${runTitle(run)}花名册`,
    batch: batchNumber(setting, run),
    digest: run.digest ?? '',
    isSample: run.isSample,
  }
  return rosterSheet(
    head,
    rows.map((row) => ({
      town: nameOf(townOf(row), names),
      village: nameOf(divisionCode(row.division), names),
      name: row.name,
      idNumberMasked: maskIdNumber(idNumberOf(setting, row)),
      benefits: benefitsOf(row),
      bank: row.bank,
      account: row.account === null ? '' : setting.vault.open(row.account, ACCOUNT),
      amount: row.amount,
      note: row.heldBecause === null ? '' : `暂缓：${row.heldBecause}`,
    })),
  )
}

/** 公示: names, numbers and places masked by rule; whoever is held is not shown, for the money is not going to them yet. */
export async function noticeOf(
  setting: Setting,
  run: Run,
  ask: { readonly division?: DivisionCode | undefined; readonly page: number; readonly size: number },
): Promise<{ readonly items: readonly NoticeLine[]; readonly total: number; readonly more: boolean }> {
  const { items, ...counted } = await listNoticed(setting.tx, run, ask)
  const names = await placesOf(setting, items)
  return {
    ...counted,
    items: items.map((row) => ({
      division: divisionName(row.division, names),
      name: maskedName(row.name),
      idNumber: maskedIdNumber(idNumberOf(setting, row)),
      benefits: benefitsOf(row),
      amount: row.amount,
    })),
  }
}

function idNumberOf({ vault }: Setting, { idNumber }: RosterSource): string {
  return idNumber === null ? '' : vault.open(idNumber, ID_NUMBER)
}

function benefitsOf({ benefits: codes }: RosterSource): string {
  return codes.map((code) => benefits[code as Benefit]).join('、')
}

function townOf({ division }: RosterSource): DivisionCode {
  const code = divisionCode(division)
  return code.endsWith('000') ? code : (parentOf(code) ?? code)
}

async function placesOf(setting: Setting, rows: readonly RosterSource[]): Promise<Names> {
  return divisionNames(setting, [...new Set(rows.flatMap((row) => [row.division, townOf(row)]))])
}

function nameOf(code: DivisionCode, names: Names): string {
  return names.get(code) ?? code
}
