import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { merge } from '../../testing/pay-life.ts'
import { aRecipient, maker, monthOfText, openPayDesk } from '../../testing/payments.ts'
import { anIdNumber, aVeteran } from '../../testing/people.ts'
import { decideDeathNotice, showNotices } from '../deaths/death-notices.ts'
import { importDeathList } from '../deaths/import-death-list.ts'
import { createReissue } from '../reissues/create-reissue.ts'
import { showFindings, showTransfers } from './list-run-rows.ts'

const page = { page: 1, size: 50 }
const idNumber = anIdNumber('19410101', '777')

describe('a file that was merged into another', () => {
  const desk = openPayDesk(freshDatabase())
  let [kept, dropped, failed] = [0, 0, 0]

  const personsOf = async (runId: number) => {
    const all = { runId, isOutstanding: false, text: '', ...page }
    return (await desk.act((setting) => showTransfers(setting, all))).items.map(({ personId }) => personId)
  }

  test('leaves behind money that came back, a debt by instalments and a name on a death list', async () => {
    dropped = await desk.act((setting) => aRecipient(setting, { name: '张三', idNumber }))
    kept = await desk.act((setting) => aVeteran(setting))
    const { id: runId } = await desk.draft('2025-05')
    await desk.release(runId)
    await desk.answer(runId, () => '已销户')
    const [back] = (await desk.act((setting) => showTransfers(setting, { isOutstanding: true, text: '', ...page })))
      .items
    failed = back?.id ?? 0
    await desk.act(({ tx, now }) =>
      sql`insert into recovery (run_id, person_id, division_code, month, amount_fen, cause, monthly_fen, from_month, document,
          created_at, changed_at)
        select ${runId}, id, division_code, ${monthOfText('2025-05')}, 50000, '多发', 10000, ${monthOfText('2025-06')}, '协议',
          ${now}, ${now} from person where id = ${dropped}`.execute(tx),
    )
    const text = `姓名,身份证号,死亡日期\n甲,${idNumber},2025-05-01\n`
    const fileId = await desk.uploadBytes(new TextEncoder().encode(text), '死亡名单.csv')
    const order = { fileId, source: '民政局', receivedOn: day('2025-05-10') }
    await desk.act((setting) => importDeathList(setting, order), maker)

    desk.clock('2025-06-20T01:00:00Z')
    await merge({ act: (_, work) => desk.act(work) }, kept, dropped)

    expect(await personsOf(runId)).toEqual([dropped])
  })

  test('is paid again under the file it went into, whose account it is', async () => {
    const order = { transferIds: [failed], month: monthOfText('2025-06'), note: '' }
    const { id } = await desk.act((setting) => createReissue(setting, order), maker)
    await desk.workOff()

    const findings = await desk.act((setting) => showFindings(setting, { runId: id, isUndecided: false, ...page }))

    expect(await desk.run(id)).toMatchObject({ people: 1, list: 200_000 })
    expect(await personsOf(id)).toEqual([kept])
    expect(findings.items.map(({ check }) => check)).toEqual(['death-match'])
  })

  test('owes on, and is still looked for on the death list', async () => {
    const { id, totals } = await desk.draft('2025-06')

    const findings = await desk.act((setting) => showFindings(setting, { runId: id, isUndecided: false, ...page }))

    expect(totals).toMatchObject({ withheld: 10_000, list: 190_000, held: 190_000 })
    expect(findings.items).toMatchObject([{ check: 'death-match', personId: kept }])
  })

  test('is nobody whom a death notice may be said to mean', async () => {
    const [notice] = (await desk.act((setting) => showNotices(setting, page))).items
    const { id = 0, version = 0 } = notice ?? {}
    const order = { id, version, personId: dropped, because: '民政局来函' }

    await expect(desk.act((setting) => decideDeathNotice(setting, order), maker)).rejects.toMatchObject({
      code: 'registry.person-merged',
      details: { mergedInto: kept },
    })
  })
})
