import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openBook } from '../platform/sheet/index.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk, REGISTER_HEADER } from '../testing/intake-desk.ts'
import { anIdNumber, aVeteran } from '../testing/people.ts'
import { intakeRoutes } from './index.ts'

const database = freshDatabase()
const shop = openIntakeDesk(database)
const { readSheet, accept, view, rowsOf, findPeople: find } = shop

test('a ledger goes from upload to facts: good rows in, wrong rows kept in staging with their sentence', async () => {
  const rows = [
    ['甲乙', anIdNumber('19550101', '001'), '东镇', '东一村', '1974.12', '1979-1-5', '13900000001'],
    ['丙丁', `${anIdNumber('19560202', '003').slice(0, 17)}A`, '东镇', '东一村', '1975年3月', '', ''],
    ['戊己', anIdNumber('19570303', '005'), '东镇', '不存在村', '', '', ''],
  ]
  const batch = await readSheet('全流程', rows)

  expect(batch.state).toBe('staged')
  expect(batch.sheets[0]).toMatchObject({ ledger: 'veterans-register', counts: { data: 3, held: 2 } })
  expect(batch.forecast).toMatchObject({ newPeople: 1, held: 2 })
  expect(batch.forecast.say).toBe('新增 1 人，2 行有问题，留待核实。')

  const accepted = await accept(batch)

  expect(accepted).toMatchObject({ state: 'accepted', outcomes: { new: 1, refused: 0 } })
  expect((await find('甲乙')).map(({ name, born }) => [name, born])).toEqual([['甲乙', '1955年1月1日']])
  expect(await find('丙丁')).toEqual([])
})

test('a held row that is corrected in staging is accepted afterwards, and only that row', async () => {
  const batch = await readSheet('改正', [
    ['庚辛', anIdNumber('19580404', '007'), '东镇', '东一村', '', '', ''],
    ['壬癸', anIdNumber('19590505', '009'), '东镇', '东三村', '', '', ''],
  ])
  const accepted = await accept(batch)
  const village = REGISTER_HEADER.indexOf('所在村')

  const [held] = (await rowsOf(batch.id, 'held')).items
  expect(held?.complaints[0]?.say).toContain('东三村')
  await shop.act((setting) =>
    intakeRoutes.fixCells(setting, {
      actionId: crypto.randomUUID(),
      id: batch.id,
      version: accepted.version,
      sheet: 0,
      cells: [{ row: held?.row ?? 0, column: village, text: '东二村' }],
    }),
  )
  const fixed = await view(batch.id)
  expect(fixed.forecast).toMatchObject({ newPeople: 1, held: 0 })
  const again = await accept(fixed)

  expect(again.outcomes).toMatchObject({ new: 2 })
  expect((await find('壬癸')).length).toBe(1)
})

test('the same ledger taken in a second time changes nothing', async () => {
  const rows = [['重来', anIdNumber('19600606', '011'), '东镇', '东一村', '1980-1', '1984-1', '13900000002']]
  await accept(await readSheet('第一次', rows))

  const second = await readSheet('第二次', rows)

  expect(second.forecast).toMatchObject({ newPeople: 0, changedPeople: 0, unchangedPeople: 1 })
  expect((await accept(second)).outcomes).toMatchObject({ new: 0, unchanged: 1 })
  expect((await find('重来')).length).toBe(1)
})

test('a row about somebody on file adds what is new and leaves the rest', async () => {
  const idNumber = anIdNumber('19610707', '013')
  await shop.act((setting) => aVeteran(setting, { name: '在册', idNumber }))

  const batch = await readSheet('更新', [['在册', idNumber, '东镇', '东一村', '1982-10', '1986-1', '13900000003']])

  expect(batch.forecast).toMatchObject({ newPeople: 0, changedPeople: 1 })
  expect((await accept(batch)).outcomes).toMatchObject({ new: 0, changed: 1 })
})

test('a batch is taken back: people only it had told of are gone from the list, others keep what others told', async () => {
  const known = anIdNumber('19620808', '015')
  await shop.act((setting) => aVeteran(setting, { name: '原有', idNumber: known }))
  const batch = await readSheet('撤回', [
    ['原有', known, '东镇', '东一村', '1983-10', '', '13900000004'],
    ['新来', anIdNumber('19630909', '017'), '东镇', '东一村', '', '', ''],
  ])
  const accepted = await accept(batch)
  expect((await find('新来')).length).toBe(1)

  const after = await shop.withdraw(accepted)

  expect(after).toMatchObject({ state: 'withdrawn', outcomes: { withdrawn: 2, kept: 0 } })
  expect(await find('新来')).toEqual([])
  const [person] = await find('原有')
  expect(person).toMatchObject({ phoneMasked: '' })
})

test('two people with one number wait for a clerk, whose word is kept', async () => {
  const idNumber = anIdNumber('19641010', '019')
  const [first] = await shop.act(async (setting) => [
    await aVeteran(setting, { name: '双号', idNumber }),
    await aVeteran(setting, { name: '双号', idNumber }),
  ])
  const batch = await readSheet('待定', [['双号', idNumber, '东镇', '东一村', '', '', '13900000005']])
  expect(batch.forecast).toMatchObject({ newPeople: 0, toDecide: 1 })
  const [row] = (await rowsOf(batch.id, 'all')).items
  expect(row?.matches.length).toBe(2)

  await shop.act((setting) =>
    intakeRoutes.decideMatch(setting, {
      actionId: crypto.randomUUID(),
      id: batch.id,
      version: batch.version,
      sheet: 0,
      row: row?.row ?? 0,
      personId: first ?? 0,
      decided: 'same',
    }),
  )

  expect((await view(batch.id)).forecast).toMatchObject({ changedPeople: 1, toDecide: 0 })
})

test('a column a clerk leaves out is not read, and left out of the next sheet of the sender too', async () => {
  const rows = [['改列', anIdNumber('19651111', '021'), '东镇', '东一村', '', '', '13900000006']]
  const batch = await readSheet('改列', rows)
  const fieldOfPhone = (view: typeof batch) => view.sheets[0]?.columns.find(({ title }) => title === '联系电话')?.field
  expect(fieldOfPhone(batch)).toBe('phone')

  await shop.act((setting) =>
    intakeRoutes.changeMapping(setting, {
      actionId: crypto.randomUUID(),
      id: batch.id,
      version: batch.version,
      sheet: 0,
      ledger: 'veterans-register',
      columns: (batch.sheets[0]?.columns ?? []).map(({ index, title, field }) => ({
        index,
        field: title === '联系电话' ? null : field,
      })),
    }),
  )
  await shop.workOff()
  await accept(await view(batch.id))

  expect((await find('改列'))[0]?.phoneMasked).toBe('')
  expect(fieldOfPhone(await readSheet('改列', rows))).toBeNull()
})

test('the sender gets the same workbook back with the cells marked and the reasons beside them', async () => {
  const batch = await readSheet('标注', [['甲', '123', '东镇', '东一村', '', '', '']])
  await shop.act((setting) => intakeRoutes.exportComplaints(setting, { actionId: crypto.randomUUID(), id: batch.id }))

  const [run] = await shop.workOff()

  expect(run).toMatchObject({ state: 'done', result: { name: '标注-问题标注.xlsx' } })
})

test('staged rows are sealed: no ID number of an upload stands in the database in clear', async () => {
  const idNumber = anIdNumber('19661212', '023')
  await readSheet('封存', [['密', idNumber, '东镇', '东一村', '', '', '13900000007']])

  const leaks = await shop.act(async ({ tx }) => {
    const { rows } = await sql<{ place: string }>`
      select 'chunk' as place from intake_chunk where position(convert_to(${idNumber}, 'UTF8') in sealed) > 0
      union all select 'sheet' from intake_sheet where position(${idNumber} in columns_sealed || counts::text || why) > 0
      union all select 'complaint' from intake_complaint where position(${idNumber} in say) > 0
      union all select 'match' from intake_match where position(${idNumber} in reasons::text) > 0`.execute(tx)
    return rows
  })

  expect(leaks).toEqual([])
})

test('a reading that was cut off starts afresh and stages every row once', async () => {
  const id = await shop.start('断点', [['断点', anIdNumber('19670101', '025'), '东镇', '东一村', '', '', '']])
  const errands = [...database.errands]
  await shop.workOff()
  await shop.act(({ tx }) => sql`update job_run set state = 'running' where id = ${errands[0]?.jobId}`.execute(tx))
  await shop.act(({ tx }) => sql`update intake_batch set state = 'reading' where id = ${id}`.execute(tx))

  database.errands.push(...errands)
  await shop.workOff()

  expect((await view(id)).forecast).toMatchObject({ newPeople: 1 })
  expect((await rowsOf(id, 'all')).total).toBe(1)
})

test('an acceptance that was cut off after some rows goes on with the others, none twice', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => [
    `续${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥金木水火土风云雷'[at]}`,
    anIdNumber(`19${30 + at}0101`, String(101 + at * 2)),
    '东镇',
    '东一村',
    '',
    '',
    '',
  ])
  const batch = await readSheet('续办', rows)
  await shop.order(batch)
  const errands = [...database.errands]
  await shop.workOff()
  await shop.act(async ({ tx }) => {
    await sql`update job_run set state = 'running' where id = ${errands[0]?.jobId}`.execute(tx)
    await sql`update intake_batch set state = 'accepting' where id = ${batch.id}`.execute(tx)
  })

  database.errands.push(...errands)
  await shop.workOff()

  expect(await view(batch.id)).toMatchObject({ state: 'accepted', outcomes: { new: 30 } })
  expect((await find('续')).length).toBe(20)
})

test.each([
  ['an empty file', new Uint8Array(), '.xlsx'],
  ['a text that is no table', new TextEncoder().encode('{"json": true}'), '.docx'],
  ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), '.xlsx'],
])('%s is refused with a sentence, and the server goes on', async (_what, bytes, ending) => {
  const fileId = await shop.uploadBytes(bytes, `坏文件${ending}`)
  const { id } = await shop.act((setting) =>
    intakeRoutes.startBatch(setting, { actionId: crypto.randomUUID(), fileId, sender: '某镇' }),
  )
  await shop.workOff()

  const batch = await view(id)

  expect(['refused', 'staged']).toContain(batch.state)
  if (batch.state === 'refused') expect(batch.refusal).toMatch(/。$/)
  else expect(batch.sheets.every(({ ledger }) => ledger === null)).toBe(true)
})

test('a blank template reads as its own ledger kind, with every field where it belongs', async () => {
  for (const ledger of await shop.act((setting) => intakeRoutes.listLedgers(setting, undefined))) {
    const { fileId } = await shop.act((setting) =>
      intakeRoutes.makeTemplate(setting, { actionId: crypto.randomUUID(), ledger: ledger.code }),
    )
    const { key, files } = await shop.act(async (setting) => {
      const file = await setting.tx
        .selectFrom('stored_file')
        .select('key')
        .where('id', '=', fileId)
        .executeTakeFirstOrThrow()
      return { key: file.key, files: setting.files }
    })
    const local = await files.localPath(key)

    const head = await (await openBook(local.path, 'template.xlsx')).head(0)

    expect(head.rows[0]?.cells.length).toBe(ledger.fields.length)
    await local.dispose()
  }
})
