import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, maker, monthOfText, openPayDesk } from '../../testing/payments.ts'
import { showTransfers } from '../runs/list-run-rows.ts'
import { createReissue } from './create-reissue.ts'

const outstanding = { isOutstanding: true, text: '', page: 1, size: 50 }

describe.each([true, false])('money paid again, of a run whose rates are samples: %s', (isSample) => {
  const desk = openPayDesk(freshDatabase())

  test('is called what the run was that paid it first', async () => {
    await desk.act((setting) => aRecipient(setting))
    const { id } = await desk.draft('2025-05')
    await desk.act(({ tx }) => sql`update payment_run set is_sample = ${isSample} where id = ${id}`.execute(tx))
    await desk.release(id)
    await desk.answer(id, () => '已销户')
    const { items } = await desk.act((setting) => showTransfers(setting, outstanding))
    const order = { transferIds: items.map((one) => one.id), month: monthOfText('2025-05'), note: '' }

    const again = await desk.act((setting) => createReissue(setting, order), maker)
    await desk.workOff()

    expect(await desk.run(again.id)).toMatchObject({ kind: 'reissue', isSample, people: 1, list: 200_000 })
  })
})
