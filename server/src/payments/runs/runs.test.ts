import { expect, test } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aRecipient, checker, maker, openPayDesk, releaser } from '../../testing/payments.ts'

const database = freshDatabase()
const desk = openPayDesk(database)

test('a run goes from draft to closed by three people, and its ledger closes', async () => {
  for (let at = 0; at < 3; at += 1) await desk.act((setting) => aRecipient(setting))

  const draft = await desk.draft('2025-05')

  expect(draft).toMatchObject({ state: 'draft', people: 3, list: 600_000, unknown: 0 })
  expect(draft.checks.filter(({ found }) => found > 0)).toEqual([])
  const released = await desk.release(draft.id)
  expect(released).toMatchObject({ state: 'released', totals: { sent: 600_000, planned: 0, held: 0 } })
  expect(released.signatures.map(({ step }) => step)).toEqual(['make', 'lock', 'check', 'approve', 'release'])
  await desk.answer(draft.id)
  await desk.step(draft.id, 'closeRun', maker)
  const closed = await desk.run(draft.id)
  expect(closed.state).toBe('closed')
  expect(closed.ledger).toMatchObject({ isBalanced: true })
  expect(closed.totals).toMatchObject({ list: 600_000, paid: 600_000, failed: 0, held: 0 })
})

test('the next month compares person by person: nobody changed, nothing is unexplained', async () => {
  desk.clock('2025-06-20T01:00:00Z')

  const draft = await desk.draft('2025-06')

  expect(draft.changes).toMatchObject({
    same: { people: 3, amount: 600_000 },
    unexplained: 0,
    previousMonth: '2025-05',
  })
  expect(draft.list).toBe(600_000)
})

test.each([['the maker may not check', 'checkRun', { role: 'clerk' }]])('%s', async (_sentence, step, as) => {
  const { id } = await desk.draft('2025-06')
  await desk.step(id, 'lockRun', maker)

  await expect(desk.step(id, step as 'checkRun', as as typeof maker)).rejects.toMatchObject({
    code: 'payments.same-person',
  })
})
void checker
void releaser
