import { day } from '@dongzhou/terms/day'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listTrailOf } from '../../platform/trail.sql.ts'
import { listFactsOf, recordPeople } from '../../registry/index.ts'
import { aBook, aDisabledVeteran, anAward, aRuralVeteran, told } from '../../testing/benefits.ts'
import { freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { EAST_TOWN, WEST_TOWN } from '../../testing/test-bureau.ts'
import { listBeneficiariesOf } from '../entitlement/people.ts'
import { benefitsRoutes } from '../routes.ts'
import { endAward } from './end-award.ts'
import { type GrantAward, grantAward } from './grant-award.ts'

const { app, rolledBack } = freshDatabase()
const page = { page: 1, size: 50 }
const at = (code: string): Month => findMonth(code) ?? (0 as Month)

const decision = (personId: number, change: Partial<GrantAward> = {}): GrantAward => ({
  personId,
  version: 1,
  benefit: 'disability-pension',
  approved: day('2025-06-10'),
  document: '测优抚〔2025〕3号',
  because: '本人申请，材料齐全',
  despiteMissing: false,
  ...change,
})

const awardsOf = async (setting: ActionSetting, id: number) =>
  (await listFactsOf(setting, [id], 'open')).filter(({ kind }) => kind === 'award')

const ending = (personId: number, factId: number, lastMonth: string) => ({
  personId,
  version: 1,
  factId,
  lastMonth: at(lastMonth),
  document: '测优抚〔2025〕9号',
  because: '户籍迁出',
})

describe('granting an award', () => {
  test(
    'records the decision as a fact with its document, and the trail says why',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting)

      const granted = await grantAward(setting, decision(id, { from: at('2025-07') }))

      expect(granted).toMatchObject({ id, version: 2 })
      expect(await awardsOf(setting, id)).toMatchObject([
        {
          id: granted.factId,
          value: { benefit: 'disability-pension', approved: '2025-06-10', document: '测优抚〔2025〕3号' },
          validFrom: '2025-07-01',
          certainty: 'confirmed',
          source: { kind: 'clerk', note: '本人申请，材料齐全' },
        },
      ])
      const trail = await listTrailOf(setting, { kind: 'person', id: String(id) }, page)
      expect(trail.items[0]).toMatchObject({ verb: 'benefits.grant-award', purpose: '本人申请，材料齐全' })
    }),
  )

  test.each([
    ['approved tomorrow', { approved: day('2025-07-01') }, 'benefits.decided-in-future'],
    ['that the rules refuse in every month', { benefit: 'care-allowance' }, 'benefits.does-not-qualify'],
    ['of somebody changed meanwhile', { version: 2 }, 'platform.changed-meanwhile'],
    ['of somebody who is not on file', { personId: 4711 }, 'registry.person-not-found'],
  ] as const)('one %s is refused', (_, change, code) =>
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting)

      await expect(grantAward(setting, decision(id, change))).rejects.toMatchObject({ code })
    })(),
  )

  test(
    'the refusal gives every reason',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aRuralVeteran(setting, '1990-01-01', { insurance: '企业职工养老保险' })

      await expect(grantAward(setting, decision(id, { benefit: 'rural-veteran-subsidy' }))).rejects.toMatchObject({
        code: 'benefits.does-not-qualify',
        details: { reasons: ['未满规定年龄。', '享受城镇职工养老保险或退休金待遇。'] },
      })
    }),
  )

  test(
    'one whose facts are not all on file takes a word that the paper stands all the same',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aRuralVeteran(setting, '1950-01-01', { insurance: null })
      const subsidy = { benefit: 'rural-veteran-subsidy' } as const

      await expect(grantAward(setting, decision(id, subsidy))).rejects.toMatchObject({
        code: 'benefits.facts-missing',
        details: { missing: ['养老保障'] },
      })
      await grantAward(setting, decision(id, { ...subsidy, despiteMissing: true, years: 3 }))
      expect(await awardsOf(setting, id)).toMatchObject([{ value: { years: 3 } }])
    }),
  )

  test(
    'a second one beside one that runs is refused, and after its end it is not',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, {
        more: [anAward('disability-pension', '2020-03-05', { to: '2025-03-01' })],
      })
      const running = await aDisabledVeteran(setting, {
        name: '李四',
        more: [anAward('disability-pension', '2020-03-05')],
      })

      await grantAward(setting, decision(id))

      expect(await awardsOf(setting, id)).toHaveLength(2)
      await expect(grantAward(setting, decision(running))).rejects.toMatchObject({
        code: 'benefits.award-runs-already',
        details: { factId: (await awardsOf(setting, running))[0]?.id },
      })
    }),
  )

  test(
    'is the bureau’s: a station worker may not, nor a clerk for another place',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting)
      const town = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
      await expect(grantAward(town, decision(id))).rejects.toMatchObject({ code: 'access.not-authorised' })

      const west = await switchTo(app(), setting.tx, { division: WEST_TOWN })
      await expect(grantAward(west, decision(id))).rejects.toMatchObject({ code: 'registry.person-not-found' })
    }),
  )
})

describe('ending an award', () => {
  test(
    'keeps what was paid until then, and takes away what comes after',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, { more: [anAward('disability-pension', '2020-03-05')] })
      const [award] = await awardsOf(setting, id)

      const ended = await endAward(setting, ending(id, award?.id ?? 0, '2025-08'))

      expect(await awardsOf(setting, id)).toMatchObject([
        {
          id: ended.factId,
          value: award?.value,
          validTo: '2025-09-01',
          source: { note: '测优抚〔2025〕9号：户籍迁出' },
        },
      ])
      const changes = await benefitsRoutes.listChanges(setting, page)
      expect(changes.items).toMatchObject([
        { month: '2025-09', kind: 'ends', before: 200_000, after: 0, reason: '期限届满', person: { id } },
      ])
    }),
  )

  test(
    'ends every telling of the same decision, so that no other ledger goes on paying',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, { more: [anAward('disability-pension', '2020-03-05')] })
      const ledger = { kind: 'ledger', batchId: '批次', row: 2, sheet: '名册' } as const
      const again = told('award', { benefit: 'disability-pension', approved: day('2020-03-05'), years: 9 })
      await recordPeople(setting, 'intake.accept-batch', [{ personId: id, facts: [{ ...again, source: ledger }] }])
      const [award] = await awardsOf(setting, id)

      await endAward(setting, { ...ending(id, award?.id ?? 0, '2025-06'), version: 2 })

      expect((await awardsOf(setting, id)).map(({ validTo }) => validTo)).toEqual(['2025-07-01'])
      const [beneficiary] = await listBeneficiariesOf(setting, [id])
      expect(beneficiary?.facts.awards).toMatchObject([{ to: at('2025-07') }])
    }),
  )

  test(
    'is refused before it began, a second time, and for what is no award of theirs',
    rolledBack(async (setting) => {
      await aBook(setting)
      const id = await aDisabledVeteran(setting, { more: [anAward('disability-pension', '2025-03-05')] })
      const other = await aVeteran(setting, { name: '李四' })
      const [award] = await awardsOf(setting, id)
      const factId = award?.id ?? 0

      await expect(endAward(setting, ending(other, factId, '2025-06'))).rejects.toMatchObject({
        code: 'benefits.award-not-found',
      })
      await expect(endAward(setting, ending(id, factId, '2025-01'))).rejects.toMatchObject({
        code: 'benefits.award-ends-before-it-begins',
      })
      const ended = await endAward(setting, ending(id, factId, '2025-06'))
      await expect(endAward(setting, { ...ending(id, ended.factId, '2025-05'), version: 2 })).rejects.toMatchObject({
        code: 'benefits.award-ended-already',
      })
    }),
  )
})
