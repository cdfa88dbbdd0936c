import { expect, test } from 'vitest'
import { linkageRoutes } from '../linkage/index.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk } from '../testing/intake-desk.ts'
import { anIdNumber, aVeteran } from '../testing/people.ts'
import { intakeRoutes } from './index.ts'

const desk = openIntakeDesk(freshDatabase())

const row = (name: string, idNumber: string, phone = '') => [name, idNumber, '东镇', '东一村', '', '', phone]

test('two ledgers that were both read before either is accepted make one person', async () => {
  const idNumber = anIdNumber('19550101', '001')
  const first = await desk.readSheet('甲册', [row('双份', idNumber)])
  const second = await desk.readSheet('乙册', [row('双份', idNumber, '13900000011')])

  await desk.accept(first)

  expect((await desk.accept(second)).outcomes).toMatchObject({ new: 0, changed: 1 })
  expect((await desk.findPeople('双份')).length).toBe(1)
})

test('a person who stands twice in a ledger comes on file once', async () => {
  const idNumber = anIdNumber('19550102', '003')
  const batch = await desk.readSheet('重行', [row('重行', idNumber), row('重行', idNumber, '13900000012')])

  expect((await desk.accept(batch)).outcomes).toMatchObject({ new: 1, changed: 1 })
  expect((await desk.findPeople('重行')).length).toBe(1)
})

test('one ID number under two names is held on both rows, and neither comes in', async () => {
  const idNumber = anIdNumber('19550107', '013')
  const batch = await desk.readSheet('两名', [
    row('两名甲', idNumber),
    row('两名乙', idNumber),
    row('单名', anIdNumber('19550108', '015')),
  ])

  expect(batch).toMatchObject({ forecast: { newPeople: 1, held: 2 }, sheets: [{ counts: { good: 1, held: 2 } }] })
  await desk.accept(batch)
  expect(await desk.findPeople('两名')).toEqual([])
})

test('somebody merged since the sheet was read is the one whose file the facts go to', async () => {
  const idNumber = anIdNumber('19550103', '005')
  const [keep = 0, drop = 0] = await desk.act(async (setting) => [
    await aVeteran(setting, { name: '并人' }),
    await aVeteran(setting, { name: '并人', idNumber }),
  ])
  const undecided = await desk.readSheet('并前', [row('并人', idNumber, '13900000013')])
  const decided = await decideSame(await desk.readSheet('并前定', [row('并人', idNumber, '13900000014')]), drop)
  const because = '同一人'
  await desk.act((setting) =>
    linkageRoutes.mergePeople(setting, {
      ...{ actionId: crypto.randomUUID(), choices: {}, because },
      keep: { id: keep, version: 1 },
      drop: { id: drop, version: 1 },
    }),
  )

  for (const batch of [undecided, decided]) {
    expect((await desk.accept(batch)).outcomes).toMatchObject({ changed: 1, refused: 0 })
    expect((await desk.rowsOf(batch.id, 'all')).items[0]?.personId).toBe(keep)
  }
})

test('somebody whose batch was taken back since the sheet was read comes on file anew, and is seen', async () => {
  const idNumber = anIdNumber('19550104', '007')
  const first = await desk.accept(await desk.readSheet('先', [row('撤人', idNumber)]))
  const second = await desk.readSheet('后', [row('撤人', idNumber)])
  await desk.withdraw(first)

  expect((await desk.accept(second)).outcomes).toMatchObject({ new: 1 })
  expect((await desk.findPeople('撤人')).length).toBe(1)
})

test('the rows that wait for a decision are those the forecast counts', async () => {
  const idNumber = anIdNumber('19550105', '009')
  const [first = 0] = await desk.act(async (setting) => [
    await aVeteran(setting, { name: '双号', idNumber }),
    await aVeteran(setting, { name: '双号', idNumber }),
  ])
  const batch = await desk.readSheet('待定', [row('双号', idNumber), row('无关', anIdNumber('19550106', '011'))])
  expect([batch.forecast.toDecide, (await desk.rowsOf(batch.id, 'to-decide')).total]).toEqual([1, 1])

  const decided = await decideSame(batch, first)

  expect([decided.forecast.toDecide, (await desk.rowsOf(batch.id, 'to-decide')).total]).toEqual([0, 0])
})

async function decideSame(batch: { readonly id: string; readonly version: number }, personId: number) {
  const row = (await desk.rowsOf(batch.id, 'all')).items[0]?.row ?? 0
  const decision = { actionId: crypto.randomUUID(), sheet: 0, row, personId, decided: 'same' } as const
  await desk.act((setting) => intakeRoutes.decideMatch(setting, { ...decision, id: batch.id, version: batch.version }))
  return desk.view(batch.id)
}
