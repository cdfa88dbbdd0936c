import { day } from '@dongzhou/terms/day'
import { beforeAll, expect, test } from 'vitest'
import { aDraft, anAward, confirmed, proposed, told } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aCard, openPayDesk } from '../../testing/payments.ts'
import { anIdNumber, aVeteran } from '../../testing/people.ts'
import { recipientRows } from '../files/recipient-rows.ts'
import { listTransferIds, listTransfersForSheet } from '../files/recipients.sql.ts'
import { showChanges, showFindings, showLines, showTransfers } from './list-run-rows.ts'
import { findRun } from './runs.sql.ts'

const desk = openPayDesk(freshDatabase())
const page = { page: 1, size: 50 }
const yearOfWages = { kind: 'average-wage', unit: 'fen-a-year', value: 12_000_000 } as const
const isRaised = { kind: 'care-allowance', key: 'mental-5-6', unit: 'percent-of-base', base: 'average-wage' } as const

beforeAll(async () => {
  await desk.act(async (setting) => {
    const drafts = [
      aDraft({ kind: 'start-month', key: 'care-allowance', choice: 'approval' }),
      aDraft({ ...yearOfWages, validFrom: day('2024-01-01'), validTo: day('2025-01-01') }),
      aDraft({ ...isRaised, value: 2800, validFrom: day('2025-06-01'), announcedOn: day('2025-05-01') }),
    ]
    await confirmed(setting, await proposed(setting, drafts))
    await aVeteran(setting, {
      name: '张三',
      idNumber: anIdNumber('19800305'),
      more: [
        told('identity', { identity: 'disabled-veteran' }),
        told('disability', { grade: 5, nature: 'illness', approved: day('2025-01-05'), mental: true }),
        told('care', { mode: 'dispersed' }),
        anAward('care-allowance', '2025-01-20'),
        told('bank-account', { bank: '农商行', account: aCard(1), holder: '张三' }),
      ],
    })
  })
})

test('somebody paid by the row of a disorder is listed, compared and exported without its name or its number', async () => {
  const may = await desk.draft('2025-05', ['care-allowance'])
  await desk.release(may.id)
  await desk.answer(may.id)
  desk.clock('2025-06-20T01:00:00Z')

  const june = await desk.draft('2025-06', ['care-allowance'])

  const shown = await desk.act(async (setting) => {
    const ask = { runId: june.id, text: '', ...page }
    const run = await findRun(setting, june.id)
    const ids = run ? await listTransferIds(setting.tx, run, { isCancelled: false, text: '' }) : []
    return {
      lines: await showLines(setting, { runId: june.id, ...page }),
      changes: await showChanges(setting, { ...ask, isUnexplained: false }),
      transfers: await showTransfers(setting, { ...ask, isCancelled: false, isOutstanding: false }),
      findings: await showFindings(setting, { runId: june.id, isUndecided: false, ...page }),
      rows: await recipientRows(setting, await listTransfersForSheet(setting.tx, ids)),
    }
  })
  expect(shown.lines.items).toMatchObject([{ month: '2025-06', amount: 280_000, rateIds: [] }])
  expect(shown.changes.items).toMatchObject([{ before: 250_000, now: 280_000, isUnexplained: false }])
  expect(JSON.stringify(shown.changes)).toContain('护理费比例 五级、六级自2025年6月1日起执行')
  expect(shown.rows).toMatchObject([{ name: '张三', benefits: '护理费' }])
  expect(JSON.stringify(shown)).not.toMatch(/mental|精神/)
})
