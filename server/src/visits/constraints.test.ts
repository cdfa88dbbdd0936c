import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { registerOrganisation } from '../registry/index.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { aVeteran } from '../testing/people.ts'
import { COUNTY, EAST_VILLAGE, WEST_VILLAGE } from '../testing/test-bureau.ts'
import { openScheme } from './schemes/open-scheme.ts'

const { rolledBack } = freshDatabase()

test.each([
  ['state_is_known', { state: 'open' }],
  ['confirmed_on_a_day', { confirmed_on: null }],
  ['ended_with_reason', { state: 'ended', ended_on: '2025-05-01' }],
  ['ended_with_reason', { ended_on: '2025-05-01', ended_because: '搬走' }],
  ['ends_after_it_begins', { state: 'ended', ended_on: '2024-12-31', ended_because: '搬走' }],
  ['planned_visits_is_not_negative', { planned_visits: -1 }],
  ['withdrawn_with_reason', { withdrawn_because: '误传' }],
  ['division_is_12_digits', { division_code: '99999900100' }],
  ['lies_with_its_person', { division_code: WEST_VILLAGE }],
])('the database keeps no pairing that breaks %s', async (constraint, change) => {
  await rolledBack(async (setting) => {
    const { id: scheme_id } = await openScheme(setting, { year: 2025, title: '结对帮扶' })
    const organisation = { name: '区财政局', kind: '机关事业单位', division: COUNTY }
    const { id: organisation_id } = await registerOrganisation(setting, organisation)
    const ids = { scheme_id, organisation_id, person_id: await aVeteran(setting) }
    const row = { ...ids, division_code: EAST_VILLAGE, state: 'confirmed', confirmed_on: '2025-01-01', ...change }

    const insert = sql`
      insert into pairing (scheme_id, organisation_id, person_id, division_code, planned_visits, state, confirmed_on, ended_on,
        ended_because, withdrawn_because, source, created_at, changed_at)
      select r.scheme_id, r.organisation_id, r.person_id, r.division_code, r.planned_visits, r.state, r.confirmed_on, r.ended_on,
        r.ended_because, r.withdrawn_because, '{}', now(), now()
      from jsonb_to_record(${JSON.stringify(row)}::jsonb) as r(scheme_id bigint, organisation_id bigint, person_id bigint,
        division_code text, planned_visits integer, state text, confirmed_on date, ended_on date, ended_because text,
        withdrawn_because text)`

    await expect(insert.execute(setting.tx)).rejects.toThrow(`pairing_${constraint}`)
  })()
})
