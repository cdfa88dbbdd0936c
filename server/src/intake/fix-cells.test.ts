import { day } from '@dongzhou/terms/day'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk, REGISTER_HEADER } from '../testing/intake-desk.ts'
import { anIdNumber, aVeteran } from '../testing/people.ts'
import { testDivisions } from '../testing/test-bureau.ts'
import { checkFile } from './check-file.ts'
import { intakeRoutes } from './index.ts'

const desk = openIntakeDesk(freshDatabase())

const line = (name: string, idNumber: string, village = '东一村') => [name, idNumber, '东镇', village, '', '', '']
const divisions = testDivisions.map((division) => ({ ...division, aliases: [] }))
const same = anIdNumber('19550201', '001')
const other = anIdNumber('19550202', '003')

test('a village corrected on a row held as a duplicate leaves it held', async () => {
  const batch = await desk.readSheet('重留', [line('重留甲', same), line('重留乙', same, '东九村')])

  expect(await standing(await fix(batch, '重留乙', '所在村', '东二村'))).toEqual({
    counts: { good: 0, warned: 0, held: 2 },
    forecast: { held: 2 },
    held: ['重留甲', '重留乙'],
  })
})

test('the number corrected on one of two duplicates frees both', async () => {
  const batch = await desk.readSheet('重放', [line('重放甲', same), line('重放乙', same)])

  expect(await standing(await fix(batch, '重放乙', '身份证号', other))).toEqual({
    counts: { good: 2, warned: 0, held: 0 },
    forecast: { held: 0 },
    held: [],
  })
})

test('a number corrected into one that somebody else in the sheet has holds both, across chunks too', async () => {
  const between = Array.from({ length: 600 }, (_, at) =>
    line('中间', anIdNumber(`19${30 + (at % 9)}0301`, String(100 + at))),
  )
  const batch = await desk.readSheet('重来', [line('重来甲', same), ...between, line('重来乙', other)])
  expect(batch.forecast.held).toBe(0)

  expect(await standing(await fix(batch, '重来乙', '身份证号', same))).toEqual({
    counts: { good: 600, warned: 0, held: 2 },
    forecast: { held: 2 },
    held: ['重来甲', '重来乙'],
  })
})

test('a name corrected so that both rows say the same is a repetition, and no longer held', async () => {
  const batch = await desk.readSheet('同名', [line('同名甲', same), line('同名乙', same)])

  const after = await fix(batch, '同名乙', '姓名', '同名甲')

  expect(await standing(after)).toMatchObject({ counts: { good: 2, held: 0 }, held: [] })
  expect(after.forecast).toMatchObject({ newPeople: 1 })
})

test('somebody who stands twice in a sheet is forecast as one new person, in two chunks too', async () => {
  const between = Array.from({ length: 600 }, (_, at) =>
    line('他人', anIdNumber(`19${30 + (at % 9)}0401`, String(100 + at))),
  )
  const batch = await desk.readSheet('一人', [line('一人', same), ...between, line('一人', same), line('一人', same)])

  expect(batch.forecast).toMatchObject({ newPeople: 601, say: '新增 601 人。' })
  expect((await desk.accept(batch)).outcomes).toMatchObject({ new: 601, unchanged: 2 })
})

test('the console counts the rows of a ledger as the import does, duplicates among them', async () => {
  const rows = [line('对数甲', same), line('对数乙', same, '东九村'), line('对数丙', other), line('对数丁', '123')]
  const path = await desk.sheet('对数', rows)

  const checked = await checkFile({ path, name: '对数.xlsx' }, { today: day('2025-06-30'), divisions })

  const counts = checked.kind === 'checked' ? checked.sheets[0]?.counts : undefined
  expect(counts).toMatchObject({ good: 1, held: 3 })
  expect(counts).toEqual((await desk.readSheet('对数', rows)).sheets[0]?.counts)
})

test('whom an accepted row means is no longer decided in the batch, nor anything in one that was taken back', async () => {
  const idNumber = anIdNumber('19550203', '005')
  const personId = await desk.act((setting) => aVeteran(setting, { name: '已收', idNumber }))
  const accepted = await desk.accept(await desk.readSheet('已收', [line('已收', idNumber)]))
  const decide = async (batch: typeof accepted) => {
    const [row] = (await desk.rowsOf(batch.id, 'all')).items
    const decision = { sheet: 0, row: row?.row ?? 0, personId, decided: 'different' } as const
    await desk.act((setting) =>
      intakeRoutes.decideMatch(setting, {
        actionId: crypto.randomUUID(),
        id: batch.id,
        version: batch.version,
        ...decision,
      }),
    )
  }

  await expect(decide(accepted)).rejects.toMatchObject({ code: 'intake.row-accepted' })
  const withdrawn = await desk.withdraw(accepted)
  await expect(decide(withdrawn)).rejects.toMatchObject({ code: 'intake.batch-not-staged' })
  await expect(fix(withdrawn, '已收', '所在村', '东二村')).rejects.toMatchObject({ code: 'intake.batch-not-staged' })
})

type Batch = Awaited<ReturnType<typeof desk.view>>

async function fix(batch: Batch, name: string, column: string, text: string): Promise<Batch> {
  const row = await rowNamed(batch, name)
  await desk.act((setting) =>
    intakeRoutes.fixCells(setting, {
      actionId: crypto.randomUUID(),
      ...{ id: batch.id, version: batch.version, sheet: 0 },
      cells: [{ row, column: REGISTER_HEADER.indexOf(column), text }],
    }),
  )
  return desk.view(batch.id)
}

async function rowNamed(batch: Batch, name: string): Promise<number> {
  for (let page = 1; page < 30; page += 1) {
    const { items } = await desk.act((setting) =>
      intakeRoutes.listRows(setting, { id: batch.id, sheet: 0, show: 'all', page, size: 50 }),
    )
    const found = items.find(({ cells }) => cells[0] === name)
    if (found) return found.row
  }
  throw new Error('no such row')
}

/** What the batch says of its rows in its three places: the counts, the forecast and the list of held rows. */
async function standing(batch: Batch) {
  const { good = 0, warned = 0, held = 0 } = batch.sheets[0]?.counts ?? {}
  const rows = (await desk.rowsOf(batch.id, 'held')).items
  expect(rows.every(({ severity }) => severity === 'held')).toBe(true)
  return {
    counts: { good, warned, held },
    forecast: { held: batch.forecast.held },
    held: rows.map(({ cells }) => cells[0]),
  }
}
