import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../testing/fresh-database.ts'
import { openIntakeDesk } from '../testing/intake-desk.ts'
import { anIdNumber, aVeteran } from '../testing/people.ts'
import { findBatch } from './batches.sql.ts'
import { standingOf } from './forecast.ts'
import { listMatches, listRowsToDecide, type Match } from './matches.sql.ts'

const desk = openIntakeDesk(freshDatabase())

const aMatch = fc.record({
  band: fc.constantFrom<Match['band']>('same', 'likely', 'possible'),
  decided: fc.constantFrom('same', 'different', null),
})

test('the rows listed for a decision are exactly those that stand to be decided, whatever their candidates', async () => {
  const rows = fc.sample(fc.array(aMatch, { minLength: 1, maxLength: 3, size: 'max' }), { numRuns: 300, seed: 1 })
  const people = await desk.act(async (setting) => [
    await aVeteran(setting, { name: '候选' }),
    await aVeteran(setting, { name: '候选' }),
    await aVeteran(setting, { name: '候选' }),
  ])
  const { id } = await desk.readSheet('候选', [['无关', anIdNumber('19550301', '001'), '东镇', '东一村', '', '', '']])
  const matches = rows.flatMap((candidates, row) =>
    candidates.map(({ band, decided }, at) => ({ row, personId: people[at], band, decided })),
  )

  await desk.act(async (setting) => {
    const batch = await findBatch(setting, id)
    await sql`
      insert into intake_match (batch_id, sheet, row, person_id, division_code, band, score, reasons, decided)
      select ${id}::uuid, 7, m.row, m."personId", ${batch?.division}, m.band, 50, '[]', m.decided
      from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb) as m(row int, "personId" bigint, band text, decided text)`.execute(
      setting.tx,
    )
    const kept = Map.groupBy(await listMatches(setting, id, 7, { firstRow: 0, lastRow: 300 }), ({ row }) => row)
    const expected = rows.flatMap((_, row) =>
      standingOf({ severity: 'good' }, kept.get(row) ?? []).kind === 'to-decide' ? [row] : [],
    )

    const listed = await listRowsToDecide(setting, id, 7, { page: 1, size: 300 })

    expect(expected.length).toBeGreaterThan(30)
    expect(listed).toEqual({ rows: expected, total: expected.length })
  })
})
