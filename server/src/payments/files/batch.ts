import type { BankBatch } from '@dongzhou/engines/payments'
import { monthCode } from '@dongzhou/terms/month'
import type { Setting } from '../../platform/setting.ts'
import { openIdNumbers } from '../../registry/index.ts'
import { runTitle } from '../present.ts'
import type { Run } from '../runs/runs.sql.ts'
import { ACCOUNT } from '../runs/store.sql.ts'
import { listSent } from './files.sql.ts'

/** 批次号 as the bank sees it: bureau, month, run and edition; the same for every file of one list. */
export function batchNumber(setting: Pick<Setting, 'bureau'>, run: Pick<Run, 'id' | 'edition' | 'month'>): string {
  return `${setting.bureau.code}-${monthCode(run.month).replace('-', '')}-${String(run.id).padStart(6, '0')}-${run.edition}`
}

/** The batch of a run: everything that was sent, numbers in clear. Whoever calls answers for the trail. */
export async function bankBatchOf(setting: Setting, run: Run, withIdNumbers: boolean): Promise<BankBatch> {
  const rows = await listSent(setting.tx, run)
  const idNumbers = withIdNumbers
    ? await openIdNumbers(setting, [...new Set(rows.map(({ person }) => person))])
    : new Map<number, string>()
  const note = runTitle(run)
  return {
    batch: batchNumber(setting, run),
    issuer: setting.bureau.name,
    rows: rows.map((row) => ({
      reference: String(row.id),
      name: row.holder.trim(),
      idNumber: idNumbers.get(row.person) ?? '',
      bank: row.bank.trim(),
      account: row.account === null ? '' : plainAccount(setting.vault.open(row.account, ACCOUNT)),
      amount: row.amount,
      note,
    })),
  }
}

function plainAccount(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}
