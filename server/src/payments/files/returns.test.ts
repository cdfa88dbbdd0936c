import { type BankRow, findLayout, type Layout, writeReturn } from '@dongzhou/engines/payments'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import {
  aRecipient,
  CSV,
  maker,
  monthOfText,
  openPayDesk,
  type PayDesk,
  releaser,
  returnBytes,
} from '../../testing/payments.ts'
import { createReissue } from '../reissues/create-reissue.ts'
import { showTransfers } from '../runs/list-run-rows.ts'
import { findRun } from '../runs/runs.sql.ts'
import { withdrawRun } from '../runs/sign-run.ts'
import { bankBatchOf } from './batch.ts'
import { encodingOf } from './encodings.ts'
import { exportBankFile, exportRoster } from './export-file.ts'
import { importReturn } from './import-return.ts'
import { letterOf } from './letter-of.ts'

const page = { page: 1, size: 50 }
const everything = { isOutstanding: false, text: '', ...page }

async function aReleased(desk: PayDesk, people = 3): Promise<number> {
  for (let at = 0; at < people; at += 1) await desk.act((setting) => aRecipient(setting))
  const draft = await desk.draft('2025-05')
  await desk.release(draft.id)
  return draft.id
}

async function take(desk: PayDesk, runId: number, bytes: Uint8Array, layout = CSV) {
  const fileId = await desk.uploadBytes(bytes, '回盘.csv')
  return desk.act((setting) => importReturn(setting, { runId, layout, fileId }), maker)
}

describe('a bank file', () => {
  const desk = openPayDesk(freshDatabase())

  test.each(['generic-csv', 'fixed-gb18030', 'social-card'])(
    '%s is the same bytes each time it is made',
    async (layout) => {
      const id = await aReleased(desk, 2)
      const order = { runId: id, layout, purpose: '送农商行代发' }
      const made = async () => {
        await desk.act((setting) => exportBankFile(setting, order), releaser)
        const [run] = await desk.workOff()
        return run?.result as { fileId: string; digest: string; people: number; amount: number }
      }

      const [one, other] = [await made(), await made()]

      expect(one).toMatchObject({ people: 2, amount: 400_000, digest: other.digest })
      const text = new TextDecoder((findLayout(layout) as Layout).encoding).decode(await desk.bytesOf(one.fileId))
      expect(text).toContain('999999-202505-')
      expect(text).toContain('622848')
    },
  )

  test('does not leave the house before the release, and the roster shows no whole number', async () => {
    await desk.act((setting) => aRecipient(setting))
    const { id } = await desk.draft('2025-05')
    await desk.step(id, 'lockRun', maker)

    await expect(
      desk.act((setting) => exportBankFile(setting, { runId: id, layout: CSV, purpose: '送银行' }), releaser),
    ).rejects.toMatchObject({ code: 'payments.wrong-state' })
    await desk.act((setting) => exportRoster(setting, { runId: id, purpose: '审签' }), maker)
    const [run] = await desk.workOff()
    expect(run).toMatchObject({ state: 'done', result: { people: 1, amount: 200_000 } })
  })
})

describe('a return file', () => {
  const desk = openPayDesk(freshDatabase())

  test.each<[string, (text: string) => string, RegExp]>([
    ['wrong totals', (text) => text.replace(',6000.00', ',5999.99'), /总金额与各笔之和不相等/],
    ['a truncated line', (text) => text.slice(0, Math.floor(text.length / 2)), /截断|没有写完/],
    ['one amount made larger', (text) => text.replace(',2000.00,', ',9000.00,'), /金额与送盘不一致/],
    ['another account', (text) => text.replace(/622848\d{3}/, '622848999'), /账号与送盘不一致/],
    ["somebody else's batch", (text) => text.replaceAll('999999-202505-', '999999-202504-'), /批次号为/],
    ['a foreign layout', (text) => text.replace('序号', '交易流水'), /不是“通用CSV”的回盘文件/],
    ['a layout of another kind', () => '您的交易已受理\r\n', /不是“通用CSV”的回盘文件/],
    ['nothing but millions of line ends', () => '\n'.repeat(2_000_000), /回盘不会有这么大/],
  ])('with %s is refused with a sentence, and nothing has moved', async (_what, spoil, say) => {
    const id = await aReleased(desk)
    const before = await desk.run(id)
    const bytes = await desk.act((setting) => returnBytes(setting, id))

    const answer = await take(desk, id, new TextEncoder().encode(spoil(new TextDecoder().decode(bytes))))

    expect(answer).toMatchObject({ state: 'refused', paid: { people: 0 }, failed: { people: 0 } })
    expect(answer.complaints.map(({ say: sentence }) => sentence).join()).toMatch(say)
    const after = await desk.run(id)
    expect({ totals: after.totals, state: after.state, ledger: after.ledger }).toEqual({
      totals: before.totals,
      state: before.state,
      ledger: before.ledger,
    })
    // A good file is still welcome.
    expect(await take(desk, id, bytes)).toMatchObject({ state: 'taken', paid: { people: 3, amount: 600_000 } })
  })

  test('of one bank of two leaves the run waiting for the other, and each file counts once', async () => {
    const id = await aReleased(desk)
    const sent = await desk.act(async (setting) => {
      const run = await findRun(setting, id)
      if (!run) throw new Error('no such run')
      return bankBatchOf(setting, run, false)
    })
    const partOf = (rows: readonly BankRow[], outcome = '成功', reason = '') => {
      const layout = findLayout(CSV) as Layout
      return writeReturn(
        layout,
        { ...sent, rows },
        encodingOf(layout),
        rows.map(() => ({ outcome, reason })),
      )
    }
    const [one, other] = [sent.rows.slice(0, 1), sent.rows.slice(1)]

    expect(await take(desk, id, partOf(one))).toMatchObject({ state: 'taken', paid: { people: 1, amount: 200_000 } })
    expect(await desk.run(id)).toMatchObject({ state: 'released', totals: { paid: 200_000, sent: 400_000 } })
    expect(await take(desk, id, partOf(one))).toMatchObject({ state: 'refused', paid: { people: 0 } })
    await expect(desk.step(id, 'closeRun', maker)).rejects.toMatchObject({ code: 'payments.wrong-state' })
    expect(await take(desk, id, partOf(other, '失败', '已销户'))).toMatchObject({ failed: { people: 2 } })

    await desk.step(id, 'closeRun', maker)
    expect(await desk.run(id)).toMatchObject({
      state: 'closed',
      totals: { list: 600_000, paid: 200_000, failed: 400_000, sent: 0 },
      ledger: { isBalanced: true },
    })
  })

  test('is taken once: a second one finds nothing that waits', async () => {
    const id = await aReleased(desk)
    const bytes = await desk.act((setting) => returnBytes(setting, id))
    await take(desk, id, bytes)

    await expect(take(desk, id, bytes)).rejects.toMatchObject({ code: 'payments.return-not-expected' })
  })
})

describe('money that came back', () => {
  const desk = openPayDesk(freshDatabase())
  let [first, again, failed] = [0, 0, 0]

  test('is failed with its reason, the run closes balanced, and a letter says what to bring', async () => {
    first = await aReleased(desk)
    let at = 0
    await desk.answer(first, () => {
      at += 1
      return at === 1 ? '已销户' : undefined
    })
    await desk.step(first, 'closeRun', maker)

    expect(await desk.run(first)).toMatchObject({
      state: 'closed',
      totals: { list: 600_000, paid: 400_000, failed: 200_000 },
      ledger: { isBalanced: true },
    })
    const { items } = await desk.act((setting) => showTransfers(setting, { ...everything, isOutstanding: true }))
    expect(items).toMatchObject([{ state: 'failed', failure: 'account-closed', failureText: '已销户' }])
    failed = items[0]?.id ?? 0
    const letter = await desk.act((setting) => letterOf(setting, { kind: 'failed', id: failed }))
    expect(letter.paragraphs.join('')).toContain('账户已销户')
  })

  test('is taken up by one run only, whoever tries', async () => {
    desk.clock('2025-06-02T01:00:00Z')
    const order = { transferIds: [failed], month: monthOfText('2025-06'), note: '' }
    const { id } = await desk.act((setting) => createReissue(setting, order), maker)
    await desk.workOff()
    again = id

    await expect(desk.act((setting) => createReissue(setting, order), maker)).rejects.toMatchObject({
      code: 'payments.nothing-to-reissue',
    })
    expect(await desk.run(id)).toMatchObject({ kind: 'reissue', state: 'draft', people: 1, list: 200_000 })
  })

  test('is free again when that run is withdrawn', async () => {
    const { version } = await desk.run(again)
    await desk.act((setting) => withdrawRun(setting, { id: again, version, because: '账户还没更正' }), maker)

    const order = { transferIds: [failed], month: monthOfText('2025-06'), note: '' }
    const { id } = await desk.act((setting) => createReissue(setting, order), maker)
    await desk.workOff()
    again = id
    expect(await desk.run(id)).toMatchObject({ people: 1, list: 200_000 })
  })

  test('reaches the payee once, both ledgers close, and the next month owes nobody anything more', async () => {
    await desk.release(again)
    await desk.answer(again)
    await desk.step(again, 'closeRun', maker)

    const closed = await desk.run(again)
    expect(closed).toMatchObject({ state: 'closed', totals: { paid: 200_000 }, ledger: { isBalanced: true } })
    expect(closed.ledger.balances).toEqual(
      expect.arrayContaining([expect.objectContaining({ account: 'failed', amount: -200_000 })]),
    )
    const order = { transferIds: [failed], month: monthOfText('2025-06'), note: '' }
    await expect(desk.act((setting) => createReissue(setting, order), maker)).rejects.toMatchObject({
      code: 'payments.nothing-to-reissue',
    })
    desk.clock('2025-06-20T01:00:00Z')
    const june = await desk.draft('2025-06')
    expect(june).toMatchObject({ people: 3, list: 600_000, changes: { unexplained: 0 }, totals: { arrears: 0 } })
  })
})
