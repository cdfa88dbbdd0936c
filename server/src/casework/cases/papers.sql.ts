import { type Day, day } from '@dongzhou/terms/day'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import type { CaseworkTables } from '../tables.ts'
import type { Case } from './cases.sql.ts'

/** 收到材料. */
export interface ReceivedPaper {
  readonly code: string
  readonly receivedOn: Day
  readonly fileId: string | undefined
}

export async function listPapersOf({ tx }: Setting, caseId: number): Promise<readonly ReceivedPaper[]> {
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('case_paper')
    .select(['code', 'received_on', 'file_id'])
    .where('case_id', '=', caseId)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({ code: row.code, receivedOn: day(row.received_on), fileId: row.file_id ?? undefined }))
}

/** A paper that is handed in again takes the place of the first; the file of before stays in the store. */
export async function savePaper(
  { tx, today, clerk }: ActionSetting,
  { id, division }: Pick<Case, 'id' | 'division'>,
  { code, fileId }: { readonly code: string; readonly fileId: string | null },
): Promise<void> {
  const received = { received_on: today, received_by: clerk.displayName, file_id: fileId }
  await tx
    .withTables<CaseworkTables>()
    .insertInto('case_paper')
    .values({ case_id: id, code, division_code: division, ...received })
    .onConflict((conflict) => conflict.columns(['case_id', 'code']).doUpdateSet(received))
    .execute()
}
