import { type Day, day } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactValues } from '@dongzhou/terms/fact'
import { ofKind } from '@dongzhou/terms/standing'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { listFactsOf, recordPeople } from '../../registry/index.ts'
import { aBookOnce } from '../../testing/benefits.ts'
import { anApplicant } from '../../testing/cases.ts'
import { type ClerkOptions, freshDatabase, switchTo } from '../../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE } from '../../testing/test-bureau.ts'
import { beginCase } from '../cases/begin-case.ts'
import type { Answers } from '../cases/cases.sql.ts'
import { fillCase, receivePaper } from '../cases/fill-case.ts'
import { loadCase } from '../cases/load-case.ts'
import { type MoveCase, moveCase } from '../cases/move-case.ts'
import { takeEffect } from '../cases/take-effect.ts'
import { currentProcedure } from './procedure-list.ts'

const { rolledBack, app } = freshDatabase()

const village = { role: 'village-worker', division: EAST_VILLAGE } as const
const town = { role: 'town-worker', division: EAST_TOWN } as const
const clerk = { role: 'clerk', section: 'benefits' } as const
const leader = { role: 'leader' } as const

type Move = readonly [move: MoveCase['move'], answer?: string, because?: string]

/** One case led through its procedure: whoever has the step answers what it asks and takes the way that is named. */
class Led {
  private readonly first: ActionSetting
  private readonly code: string
  private seen: { id: number; version: number }

  private constructor(first: ActionSetting, code: string, seen: { id: number; version: number }) {
    this.first = first
    this.code = code
    this.seen = seen
  }

  static async begin(first: ActionSetting, code: string, personId: number, on = '2025-06-30'): Promise<Led> {
    const at = { ...(await switchTo(app(), first.tx, village)), today: day(on) }
    const led = new Led(first, code, await beginCase(at, { procedure: code, personId, onBehalf: '', answers: {} }))
    for (const { code: paper } of currentProcedure(code).documents)
      led.seen = await receivePaper(at, { ...led.seen, paper, fileId: null })
    return led
  }

  get id(): number {
    return this.seen.id
  }

  async through(moves: readonly Move[], answers: Answers, on = '2025-06-30'): Promise<void> {
    for (const [move, answer, because = ''] of moves) {
      const setting = await this.who(on)
      const { procedure, standing } = await loadCase(setting, this.id)
      const asked = procedure.fields.filter(({ askedAt }) => (askedAt ?? procedure.first) === standing.at)
      const given = asked.filter(({ code }) => answers[code] !== undefined).map(({ code }) => [code, answers[code]])
      if (given.length > 0)
        this.seen = await fillCase(setting, { ...this.seen, answers: Object.fromEntries(given) as Answers })
      this.seen = await moveCase(setting, { ...this.seen, move, answer, because, on: day(on) })
    }
  }

  async again(on: Day): Promise<void> {
    const setting = { ...(await switchTo(app(), this.first.tx, leader)), today: on }
    await takeEffect(setting, await loadCase(setting, this.id), on)
  }

  private async who(on: string): Promise<ActionSetting> {
    const looking = await switchTo(app(), this.first.tx, leader)
    const { standing } = await loadCase(looking, this.id)
    const authority = currentProcedure(this.code).steps[standing.at]?.authority
    const clerks: Partial<Record<string, ClerkOptions>> = {
      'cases.apply': village,
      'cases.verify': town,
      'cases.handle': clerk,
      'cases.decide': leader,
    }
    return { ...(await switchTo(app(), this.first.tx, clerks[authority ?? ''] ?? leader)), today: day(on) }
  }
}

const toProposal: readonly Move[] = [['submit'], ['pass'], ['pass'], ['receive', 'concluded']]
const toGrant: readonly Move[] = [
  ['pass', 'not-for-notice', '涉及隐私，不公示'],
  ['send'],
  ['receive', 'passed-on'],
  ['receive', 'rated'],
  ['pass'],
  ['grant'],
]
const rating = {
  ground: 'record',
  proposer: 'person',
  part: '左膝',
  verified: '属实',
  conclusion: '符合',
  grade: '7',
  nature: 'war',
  approved: '2025-06-10',
  document: '测退役军人评〔2025〕1号',
  mental: false,
}

describe('what a decision does', () => {
  test(
    'a supplementary rating stands on file once, by the case, with the pension from it; taken twice it adds nothing',
    rolledBack(async (setting) => {
      await aBookOnce(setting)
      const personId = await anApplicant(setting, '101')
      const led = await Led.begin(setting, 'disability-supplementary', personId)
      await led.through([...toProposal, ...toGrant], rating)

      const source = { kind: 'case', caseId: String(led.id) }
      expect(await factsOf(setting, personId, 'disability')).toMatchObject([
        { value: { grade: 7, nature: 'war', approved: '2025-06-10' }, validFrom: '2025-06-10', source },
      ])
      const identities = await factsOf(setting, personId, 'identity')
      expect(identities.map(({ value }) => value)).toContainEqual({ identity: 'disabled-veteran' })
      expect(await factsOf(setting, personId, 'award')).toMatchObject([
        { value: { benefit: 'disability-pension', approved: '2025-06-10' }, source },
      ])
      await expect(led.through([['grant']], {})).rejects.toMatchObject({ code: 'casework.hindered' })
      const before = await listFactsOf(setting, [personId], 'all')
      await expect(led.again(day('2025-06-30'))).rejects.toMatchObject({ code: 'benefits.award-runs-already' })
      expect(await listFactsOf(setting, [personId], 'all')).toEqual(before)
    }),
  )

  test(
    'a rating is adjusted after a year, not before; the grade before ends on the day of the new one',
    rolledBack(async (setting) => {
      const personId = await anApplicant(setting, '102')
      await learn(
        setting,
        personId,
        'disability',
        { grade: 8, nature: 'war', approved: day('2024-07-01') },
        '2024-07-01',
      )
      const led = await Led.begin(setting, 'disability-adjustment', personId)
      await expect(led.through([['submit']], rating)).rejects.toMatchObject({
        code: 'casework.hindered',
        details: { reasons: ['上一次评定残疾等级未满1年，2025年7月1日起方可申请调整。'] },
      })
      await led.through([...toProposal, ...toGrant], { ...rating, grade: '6', approved: '2025-07-01' }, '2025-07-01')
      await led.again(day('2025-07-01'))

      const ratings = await factsOf(setting, personId, 'disability')
      expect(ratings.map(({ value, validFrom, validTo }) => [value.grade, validFrom, validTo])).toEqual([
        [8, '2024-07-01', '2025-07-01'],
        [6, '2025-07-01', undefined],
      ])
    }),
  )

  test(
    'whoever is recognised as fallen ill in service is so by the case, and paid from the month of the decision',
    rolledBack(async (setting) => {
      await aBookOnce(setting)
      const personId = await anApplicant(setting, '103')
      const led = await Led.begin(setting, 'ill-returned', personId, '2025-06-02')
      const answers = { disease: '慢性病', proof: 'archive', verified: '属实', 'sent-disease': '慢性病（以下空白）' }
      await led.through([['submit'], ['pass'], ['pass'], ['receive', 'fits']], answers, '2025-06-02')
      await expect(led.through([['publish']], {}, '2025-06-09')).rejects.toMatchObject({ code: 'casework.hindered' })
      const result = { document: '测退役军人〔2025〕2号', approved: '2025-06-20', 'paid-from': '2025-07' }
      await led.through([['publish'], ['send'], ['receive', 'recognised'], ['pass'], ['grant']], result)

      expect(await factsOf(setting, personId, 'award')).toMatchObject([
        { value: { benefit: 'ill-returned-subsidy', approved: '2025-06-20' }, validFrom: '2025-07-01' },
      ])
      const identities = await factsOf(setting, personId, 'identity')
      expect(identities.map(({ value, source }) => [value.identity, source.kind])).toContainEqual([
        'ill-returned-veteran',
        'case',
      ])
    }),
  )

  test(
    'who moves in is paid from the month after the last that was paid elsewhere; who moves out, through the month that was agreed',
    rolledBack(async (setting) => {
      await aBookOnce(setting)
      const personId = await anApplicant(setting, '104')
      const led = await Led.begin(setting, 'benefit-move-in', personId)
      const answers = { ...rating, from: 'army', left: '2024-09-01', approved: '2023-03-01', 'paid-through': '2024-12' }
      await led.through([['submit'], ['pass'], ['pass'], ['grant']], answers)
      expect(await factsOf(setting, personId, 'award')).toMatchObject([{ validFrom: '2025-01-01' }])

      const out = await Led.begin(setting, 'benefit-move-out', personId)
      const leaving = { to: '测试县局', moved: '2025-06-01', document: '转〔2025〕1号', 'paid-through': '2025-06' }
      const moves: readonly Move[] = [['submit'], ['pass'], ['pass'], ['send'], ['receive', 'accepted'], ['pass']]
      await out.through([...moves, ['grant']], leaving)
      await out.again(day('2025-06-30'))

      expect(await factsOf(setting, personId, 'award')).toMatchObject([
        { validFrom: '2025-01-01', validTo: '2025-07-01', source: { kind: 'case', caseId: String(out.id) } },
      ])
    }),
  )
})

async function factsOf<K extends FactKind>(setting: ActionSetting, personId: number, kind: K) {
  const open = await listFactsOf(await switchTo(app(), setting.tx, {}), [personId], 'open')
  return ofKind(open, kind)
}

async function learn<K extends FactKind>(
  setting: ActionSetting,
  personId: number,
  kind: K,
  value: FactValues[K],
  since: string,
): Promise<void> {
  const source = { kind: 'clerk', note: '原件' } as const
  const fact = { kind, value, validFrom: day(since), validTo: undefined, source, certainty: 'confirmed' } as Fact
  await recordPeople(setting, 'registry.record-fact', [{ personId, facts: [fact] }])
}
