import { PairingFilter } from '@dongzhou/contract/visits'
import { day } from '@dongzhou/terms/day'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { registerOrganisation } from '../../registry/index.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aFact, aVeteran } from '../../testing/people.ts'
import { COUNTY, EAST_VILLAGE, WEST_TOWN, WEST_VILLAGE } from '../../testing/test-bureau.ts'
import { correctVisit } from '../calls/correct-visit.ts'
import { recordVisit } from '../calls/record-visit.ts'
import { listVisits } from '../calls/visits.sql.ts'
import { visitsRoutes } from '../routes.ts'
import { openScheme } from '../schemes/open-scheme.ts'
import { type ConfirmPairing, confirmPairing, proposePairing } from './confirm-pairing.ts'
import { endPairing } from './end-pairing.ts'
import { openContactPhone } from './open-contact-phone.ts'
import { findPairing, listPairings } from './pairings.sql.ts'

const { rolledBack, app } = freshDatabase()

const everything = PairingFilter.parse({})
const firstPage = { page: 1, size: 50 }

test(
  'an organisation stands by a person, with a contact whose phone is masked in lists and sealed at rest',
  rolledBack(async (setting) => {
    const { id } = await confirmPairing(setting, await aPair(setting))

    const file = await visitsRoutes.getPairing(setting, { id })

    expect(file).toMatchObject({
      state: 'confirmed',
      contactPhoneMasked: '139****5678',
      plannedVisits: 4,
      visitsPaid: 0,
    })
    const { rows } = await sql`select * from pairing`.execute(setting.tx)
    const trail = await setting.tx.selectFrom('trail').selectAll().execute()
    expect(JSON.stringify([rows, trail])).not.toContain('13912345678')
  }),
)

test(
  'a person has one organisation at a time in a scheme, and another once the first has ended',
  rolledBack(async (setting) => {
    const pair = await aPair(setting)
    const first = await confirmPairing(setting, pair)
    const other = { ...pair, organisationId: await anOrganisation(setting, '区教育局') }

    await expect(confirmPairing(setting, other)).rejects.toMatchObject({ code: 'visits.person-paired-already' })
    await expect(proposePairing(setting, other)).rejects.toMatchObject({ code: 'visits.person-paired-already' })
    await endPairing(setting, { ...first, endedOn: day('2025-05-31'), because: '单位撤并' })
    await expect(confirmPairing(setting, { ...other, confirmedOn: day('2025-06-01') })).resolves.toMatchObject({
      version: 1,
    })
  }),
)

test(
  'the database itself refuses a second pairing, whoever writes it',
  rolledBack(async (setting) => {
    await confirmPairing(setting, await aPair(setting))

    const copy = sql`insert into pairing (scheme_id, organisation_id, person_id, division_code, state, confirmed_on, source, created_at, changed_at)
      select scheme_id, organisation_id, person_id, division_code, state, confirmed_on, source, created_at, changed_at from pairing`

    await expect(copy.execute(setting.tx)).rejects.toThrow(/pairing_one_organisation_a_person/)
  }),
)

test(
  'a proposal is confirmed by the same two; nobody is visited under it before',
  rolledBack(async (setting) => {
    const pair = await aPair(setting)
    const proposed = await proposePairing(setting, pair)
    await expect(recordVisit(setting, { pairingId: proposed.id, ...aCall })).rejects.toMatchObject({
      code: 'visits.pairing-not-confirmed',
    })

    const confirmed = await confirmPairing(setting, pair)

    expect(confirmed).toEqual({ id: proposed.id, version: 2 })
    await expect(recordVisit(setting, { pairingId: proposed.id, ...aCall })).resolves.toMatchObject({ version: 1 })
  }),
)

test.each([
  ['from tomorrow', { confirmedOn: day('2025-07-01') }, 'visits.day-in-future'],
  ['in a scheme that is not there', { schemeId: 999_999 }, 'visits.scheme-not-found'],
  ['with an organisation that is not there', { organisationId: 999_999 }, 'registry.organisation-not-found'],
  ['with nobody', { personId: 999_999 }, 'registry.person-not-found'],
] as const)('nobody is paired %s', async (_how, change, code) => {
  await rolledBack(async (setting) => {
    await expect(confirmPairing(setting, { ...(await aPair(setting)), ...change })).rejects.toMatchObject({ code })
  })()
})

test(
  'somebody who has died is not paired anew',
  rolledBack(async (setting) => {
    const died = aFact('death', { day: day('2025-01-02'), precision: 'day' }, { kind: 'clerk', note: '死亡证明' })
    const personId = await aVeteran(setting, { more: [died] })

    await expect(confirmPairing(setting, { ...(await aPair(setting)), personId })).rejects.toMatchObject({
      code: 'visits.person-not-living',
    })
  }),
)

test.each([
  ['on the first day', { day: day('2025-02-01') }, undefined],
  ['the day before the pairing', { day: day('2025-01-31') }, 'visits.day-outside-pairing'],
  ['on the last day', { day: day('2025-05-31') }, undefined],
  ['the day after it ended', { day: day('2025-06-01') }, 'visits.day-outside-pairing'],
  ['tomorrow', { day: day('2025-07-01') }, 'visits.day-in-future'],
  ['saying nothing', { help: '' }, 'visits.visit-says-nothing'],
  ['with money alone', { help: '', money: 100_000 }, undefined],
  ['with a finding alone', { help: '', findings: '听力下降' }, undefined],
] as const)('a visit is paid: %s', async (_when, change, code) => {
  await rolledBack(async (setting) => {
    const pairing = await confirmPairing(setting, await aPair(setting))
    await endPairing(setting, { ...pairing, endedOn: day('2025-05-31'), because: '搬走' })
    const visit = recordVisit(setting, { pairingId: pairing.id, ...aCall, ...change })

    if (code === undefined) await expect(visit).resolves.toMatchObject({ version: 1 })
    else await expect(visit).rejects.toMatchObject({ code })
  })()
})

test(
  'a visit is corrected with its reason; a stale form is turned away',
  rolledBack(async (setting) => {
    const pairing = await confirmPairing(setting, await aPair(setting))
    const visit = await recordVisit(setting, { pairingId: pairing.id, ...aCall })

    await correctVisit(setting, { ...visit, ...aCall, money: 50_000, because: '收据' })

    expect((await listVisits(setting, {}, firstPage)).items).toMatchObject([{ money: 50_000, version: 2 }])
    await expect(correctVisit(setting, { ...visit, ...aCall, because: '收据' })).rejects.toMatchObject({
      code: 'platform.changed-meanwhile',
    })
  }),
)

test(
  'who is behind the plan is found: four visits planned, one paid',
  rolledBack(async (setting) => {
    const behind = await confirmPairing(setting, await aPair(setting))
    const done = await confirmPairing(setting, { ...(await aPair(setting)), plannedVisits: 1 })
    for (const { id } of [behind, done]) await recordVisit(setting, { pairingId: id, ...aCall })

    const { items } = await listPairings(setting, { ...everything, isBehind: true }, firstPage)

    expect(items.map(({ id }) => id)).toEqual([behind.id])
  }),
)

test(
  'the phone is opened for a purpose, which the trail keeps',
  rolledBack(async (setting) => {
    const { id } = await confirmPairing(setting, await aPair(setting))

    expect(await openContactPhone(setting, { pairingId: id, purpose: '约定走访' })).toEqual({ text: '13912345678' })

    const trail = await setting.tx
      .selectFrom('trail')
      .select(['purpose', 'subject'])
      .where('verb', '=', 'visits.open-contact-phone')
      .execute()
    expect(trail).toEqual([{ purpose: '约定走访', subject: String(id) }])
  }),
)

test(
  'a town sees its own pairs and visits only, and pairs nobody elsewhere',
  rolledBack(async (setting) => {
    const pair = await aPair(setting)
    const { id } = await confirmPairing(setting, pair)
    await recordVisit(setting, { pairingId: id, ...aCall })
    const westerner = await aVeteran(setting, { name: '李四', division: WEST_VILLAGE })

    const west = await switchTo(app(), setting.tx, { role: 'town-worker', division: WEST_TOWN })

    expect((await listPairings(west, everything, firstPage)).total).toBe(0)
    expect((await listVisits(west, {}, firstPage)).total).toBe(0)
    expect(await findPairing(west, id)).toBeUndefined()
    await expect(recordVisit(west, { pairingId: id, ...aCall })).rejects.toMatchObject({
      code: 'visits.pairing-not-found',
    })
    await expect(confirmPairing(west, pair)).rejects.toMatchObject({ code: 'registry.person-not-found' })
    await expect(confirmPairing(west, { ...pair, personId: westerner })).resolves.toMatchObject({ version: 1 })
    expect((await visitsRoutes.listSchemes(west, firstPage)).items[0]).toMatchObject({ pairings: 1, people: 1 })
  }),
)

test(
  'confirming a proposal keeps its phone, which the form never shows, and the help it names',
  rolledBack(async (setting) => {
    const pair = await aPair(setting)
    const { id } = await proposePairing(setting, pair)
    await sql`update pairing set help = '每月送菜' where id = ${id}`.execute(setting.tx)

    await confirmPairing(setting, { ...pair, contactName: '李科长', contactPhone: '' })

    expect(await findPairing(setting, id)).toMatchObject({
      ...{ state: 'confirmed', contactName: '李科长', contactPhone: '13912345678', help: '每月送菜' },
    })
  }),
)

test(
  'a new phone given with the confirmation takes the place of the proposed one',
  rolledBack(async (setting) => {
    const pair = await aPair(setting)
    const { id } = await proposePairing(setting, pair)

    await confirmPairing(setting, { ...pair, contactPhone: '13700000000' })

    expect((await findPairing(setting, id))?.contactPhone).toBe('13700000000')
  }),
)

test(
  'a visit counts for the pairing it was paid under, in the list, the scheme and among those behind, whatever its day',
  rolledBack(async (setting) => {
    const pair = { ...(await aPair(setting)), plannedVisits: 2, confirmedOn: day('2024-12-01') }
    const { id } = await confirmPairing(setting, pair)
    const behind = async () => (await listPairings(setting, { ...everything, isBehind: true }, firstPage)).total
    await recordVisit(setting, { pairingId: id, ...aCall, day: day('2024-12-30') })
    expect(await behind()).toBe(1)

    await recordVisit(setting, { pairingId: id, ...aCall })

    expect(await visitsRoutes.getPairing(setting, { id })).toMatchObject({ visitsPaid: 2 })
    expect((await visitsRoutes.listSchemes(setting, firstPage)).items).toMatchObject([{ visitsPaid: 2 }])
    expect((await listVisits(setting, { pairingId: id }, firstPage)).total).toBe(2)
    expect(await behind()).toBe(0)
  }),
)

const aCall = { day: day('2025-04-02'), visitors: '王科长', help: '送米油', goods: '', money: null, findings: '' }

let made = 0

async function aPair(setting: ActionSetting): Promise<ConfirmPairing> {
  made += 1
  const { id: schemeId } = await openScheme(setting, { year: 2025, title: `2025年结对帮扶${made}` })
  return {
    schemeId,
    organisationId: await anOrganisation(setting, `区财政局${made}`),
    personId: await aVeteran(setting, { division: EAST_VILLAGE }),
    contactName: '王科长',
    contactPhone: '13912345678',
    plannedVisits: 4,
    remark: '',
    confirmedOn: day('2025-02-01'),
  }
}

async function anOrganisation(setting: ActionSetting, name: string): Promise<number> {
  return (await registerOrganisation(setting, { name, kind: '机关事业单位', division: COUNTY })).id
}
