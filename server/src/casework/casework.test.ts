import { casework } from '@dongzhou/contract/casework'
import { type Day, day } from '@dongzhou/terms/day'
import type { Fact } from '@dongzhou/terms/fact'
import { describe, expect, test } from 'vitest'
import type { ActionSetting } from '../platform/setting.ts'
import { listTrailOf } from '../platform/trail.sql.ts'
import { listFactsOf, recordPeople } from '../registry/index.ts'
import { aBookOnce, told } from '../testing/benefits.ts'
import { anApplicant } from '../testing/cases.ts'
import { type ClerkOptions, freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { EAST_TOWN, EAST_VILLAGE, WEST_TOWN } from '../testing/test-bureau.ts'
import { beginCase } from './cases/begin-case.ts'
import { countersign } from './cases/countersign.ts'
import { reopenCase, withdrawCase } from './cases/end-case.ts'
import { fillCase, receivePaper } from './cases/fill-case.ts'
import { askCountersign } from './cases/hand-over.ts'
import { type MoveCase, moveCase } from './cases/move-case.ts'
import { caseworkRoutes } from './routes.ts'

const { rolledBack, app } = freshDatabase()

const village = { role: 'village-worker', division: EAST_VILLAGE } as const
const town = { role: 'town-worker', division: EAST_TOWN } as const
const clerk = { role: 'clerk', section: 'benefits' } as const
const leader = { role: 'leader' } as const
const page = { page: 1, size: 50 }
const all = { list: 'open', ...page } as const

/** One case on its way, acted on by different people on different days. */
class Way {
  private readonly first: ActionSetting
  private seen: { id: number; version: number }

  private constructor(first: ActionSetting, seen: { id: number; version: number }) {
    this.first = first
    this.seen = seen
  }

  static async begin(first: ActionSetting, procedure = 'rural-veteran-60', answers = {}): Promise<Way> {
    const personId = await anApplicant(first, '001')
    const at = await switchTo(app(), first.tx, village)
    return new Way(first, await beginCase(at, { procedure, personId, onBehalf: '', answers }))
  }

  /** An application with all its papers, submitted by the village. */
  static async submitted(first: ActionSetting): Promise<Way> {
    const way = await Way.begin(first, 'rural-veteran-60', { 'village-opinion': '情况属实' })
    await way.act(village, receivePaper, { paper: 'application', fileId: null })
    await way.move(village, 'submit')
    return way
  }

  get id(): number {
    return this.seen.id
  }

  async act<Input>(
    who: ClerkOptions,
    action: (
      setting: ActionSetting,
      input: Input & { id: number; version: number },
    ) => Promise<{ id: number; version: number }>,
    input: Input,
    today = '2025-06-30',
  ): Promise<void> {
    const setting = await switchTo(app(), this.first.tx, who)
    this.seen = await action({ ...setting, today: day(today) }, { ...this.seen, ...input })
  }

  move(who: ClerkOptions, move: MoveCase['move'], on = '2025-06-30', because = ''): Promise<void> {
    return this.act(who, moveCase, { move, on: day(on), because }, on)
  }

  async look(who: ClerkOptions, today = '2025-06-30') {
    const setting = await switchTo(app(), this.first.tx, who)
    return caseworkRoutes.getCase({ ...setting, today: day(today) as Day }, { id: this.id })
  }

  async list(who: ClerkOptions, filter: { list?: 'mine' | 'overdue' | 'ended' } = {}, today = '2025-06-30') {
    const setting = await switchTo(app(), this.first.tx, who)
    const found = await caseworkRoutes.listCases({ ...setting, today: day(today) }, { ...all, ...filter })
    return found.items.map(({ id, atName }) => [id, atName])
  }
}

describe('the subsidy at 60, from the village to the award', () => {
  test(
    'each step by the one who answers for it; the decision is an award with the case as its source',
    rolledBack(async (setting) => {
      await aBookOnce(setting)
      const way = await Way.submitted(setting)
      await way.move(town, 'pass', '2025-07-01')
      await expect(way.move(town, 'publish', '2025-07-04')).rejects.toMatchObject({
        code: 'casework.hindered',
        details: { reasons: ['公示期至2025年7月4日，期满次日起方可办理。'] },
      })
      expect((await way.look(town, '2025-07-04')).notice?.paragraphs.slice(1, 3)).toEqual([
        '王**，东镇东一村',
        '公示时间：2025年7月1日至2025年7月4日。',
      ])
      await way.move(town, 'publish', '2025-07-07')
      await expect(way.move(clerk, 'pass', '2025-07-08')).rejects.toMatchObject({
        code: 'casework.answers-missing',
        details: { answers: ['服义务兵役折算年限（年）', '批准起发月份'] },
      })
      await way.act(clerk, fillCase, { answers: { years: 3, from: '2025-07' } }, '2025-07-08')
      await way.move(clerk, 'pass', '2025-07-08')
      await way.move(leader, 'grant', '2025-07-10')

      const { atName, person, clocks, events, letter, notice } = await way.look(leader, '2025-07-10')
      expect([notice, letter?.paragraphs[2]]).toEqual([
        null,
        '予以批准。服义务兵役折算年限（年）：3；批准起发月份：2025年7月。',
      ])
      expect([atName, clocks.map(({ say }) => say)]).toEqual(['已批准', ['按时完成，共用3天']])
      expect(events.map(({ say }) => say)).toEqual([
        '登记申请',
        '提交，转入“镇（街道）初审”',
        '同意，转入“村（居）公示”',
        '公示期满，转入“县级审核”',
        '同意，转入“县级审批”',
        '批准，转入“已批准”',
      ])
      const again = await switchTo(app(), setting.tx, {})
      const awards = (await listFactsOf(again, [Number(person.id)], 'open')).filter(({ kind }) => kind === 'award')
      expect(awards).toMatchObject([
        {
          value: { benefit: 'rural-veteran-subsidy', approved: '2025-07-10', years: 3 },
          validFrom: '2025-07-01',
          source: { kind: 'case', caseId: String(way.id) },
        },
      ])
    }),
  )

  test(
    'whom the rules refuse, no decision grants',
    rolledBack(async (setting) => {
      await aBookOnce(setting)
      const way = await Way.submitted(setting)
      await way.move(town, 'pass', '2025-07-01')
      await way.move(town, 'publish', '2025-07-07')
      await way.act(clerk, fillCase, { answers: { years: 3, from: '2025-07' } }, '2025-07-08')
      await way.move(clerk, 'pass', '2025-07-08')
      await learnOfWorkersPension(setting, await way.look(leader))

      await expect(way.move(leader, 'grant', '2025-07-10')).rejects.toMatchObject({ code: 'benefits.does-not-qualify' })
    }),
  )

  test(
    'a refusal needs its reasons, and keeps them',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)
      await way.move(town, 'reject', '2025-07-01', '正在领取企业职工养老保险待遇')
      await way.act(clerk, fillCase, { answers: { years: 3, from: '2025-07' } }, '2025-07-08')
      await way.move(clerk, 'pass', '2025-07-08')

      await expect(way.move(leader, 'refuse', '2025-07-10')).rejects.toMatchObject({ code: 'casework.hindered' })
      await way.move(leader, 'refuse', '2025-07-10', '已享受企业职工养老保险')
      expect((await way.look(leader)).events.at(-1)).toMatchObject({ because: '已享受企业职工养老保险' })
    }),
  )

  test(
    'what is missing is said at once, and nobody is asked for what is on file',
    rolledBack(async (setting) => {
      const way = await Way.begin(setting)

      await expect(way.move(village, 'submit')).rejects.toMatchObject({
        code: 'casework.answers-missing',
        details: { answers: ['村（居）意见'] },
      })
      await way.act(village, fillCase, { answers: { 'village-opinion': '情况属实' } })
      await expect(way.move(village, 'submit')).rejects.toMatchObject({
        code: 'casework.papers-missing',
        details: { papers: ['申请书'] },
      })
      const { papers, lacking } = await way.look(village)
      expect(lacking).toEqual([])
      expect(papers.map(({ code, state }) => [code, state])).toEqual([
        ['identity-card', 'on-file'],
        ['household-book', 'on-file'],
        ['discharge', 'on-file'],
        ['application', 'lacking'],
      ])
    }),
  )
})

describe('who may', () => {
  test(
    'the one who took the application does not verify it, and another town never sees it',
    rolledBack(async (setting) => {
      const way = await Way.begin(setting, 'rural-veteran-60', { 'village-opinion': '情况属实' })
      await way.act(town, receivePaper, { paper: 'application', fileId: null })
      await way.move(town, 'submit')

      await expect(way.move(town, 'pass')).rejects.toMatchObject({
        code: 'casework.hindered',
        details: { reasons: ['您已办理本件的“申请”，“镇（街道）初审”须由其他人办理。'] },
      })
      await expect(way.look({ role: 'town-worker', division: WEST_TOWN })).rejects.toMatchObject({
        code: 'casework.case-not-found',
      })
      expect(await way.list({ role: 'town-worker', division: WEST_TOWN })).toEqual([])
      await expect(way.move(village, 'pass')).rejects.toMatchObject({ code: 'access.not-authorised' })
    }),
  )

  test(
    'my list holds what I can take on: the town while it verifies, the county when it examines',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)
      const mine = { list: 'mine' } as const

      expect(await way.list(town, mine)).toEqual([[way.id, '镇（街道）初审']])
      const waiting = await caseworkRoutes.listWaiting(await switchTo(app(), setting.tx, town), undefined)
      expect(waiting.items).toMatchObject([{ stepName: '镇（街道）初审', count: 1, overdue: 0, since: '2025-06-30' }])
      expect(await way.list(village, mine)).toEqual([])
      expect(await way.list(clerk, mine)).toEqual([])
      expect(await way.list(clerk)).toEqual([[way.id, '镇（街道）初审']])
    }),
  )

  test(
    'a petition is read by its own section, by leaders and by the station; others see none, until they are asked to countersign',
    rolledBack(async (setting) => {
      const way = await Way.begin(setting, 'petition', { channel: 'visit', claim: '反映补贴发放问题' })
      const office = { role: 'chief', section: 'office' } as const
      const other = { role: 'chief', section: 'benefits' } as const
      await way.move(village, 'submit')

      await expect(way.look(other)).rejects.toMatchObject({ code: 'access.not-authorised' })
      expect(await way.list(other)).toEqual([])
      expect((await way.look(leader)).procedureName).toBe('信访事项办理')
      await way.act(office, askCountersign, { sections: ['benefits'] as const, because: '涉及补贴标准' })
      await expect(way.move(office, 'pass')).rejects.toMatchObject({
        details: { reasons: ['尚待优抚褒扬科会签。'] },
      })
      expect((await way.look(other)).may.countersign).toBe(true)
      await way.act(other, countersign, { agrees: false, because: '标准已公示' })
      await expect(way.move(office, 'pass')).rejects.toMatchObject({ code: 'casework.hindered' })
      await way.move(office, 'pass', '2025-06-30', '已与优抚褒扬科沟通')
      await expect(way.look(other)).rejects.toMatchObject({ code: 'access.not-authorised' })
    }),
  )
})

describe('the way of a case', () => {
  test(
    'days run forwards: not ahead of today, not before the last step',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)

      for (const on of ['2025-06-29', '2025-07-01'])
        await expect(
          way.act(town, moveCase, { move: 'pass' as const, on: day(on), because: '' }),
        ).rejects.toMatchObject({
          code: 'casework.wrong-day',
        })
    }),
  )

  test(
    'one application of a kind at a time; withdrawn, it can be made again or taken up again',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)
      const { person } = await way.look(village)
      const order = { procedure: 'rural-veteran-60', personId: Number(person.id), onBehalf: '', answers: {} }
      const at = await switchTo(app(), setting.tx, village)
      await expect(beginCase(at, order)).rejects.toMatchObject({
        code: 'casework.person-has-case',
        details: { caseId: way.id },
      })

      await way.act(village, withdrawCase, { because: '本人撤回' })
      await expect(way.move(town, 'pass')).rejects.toMatchObject({ code: 'casework.hindered' })
      await way.act(village, reopenCase, { because: '材料已补齐' })
      expect((await way.look(village)).atName).toBe('申请')
    }),
  )

  test(
    'a clock that has run out is overdue in the list, and the page says since when',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)
      await way.move(town, 'pass', '2025-07-01')
      await way.move(town, 'publish', '2025-07-07')

      expect(await way.list(clerk, { list: 'overdue' }, '2025-07-14')).toEqual([])
      expect(await way.list(clerk, { list: 'overdue' }, '2025-07-15')).toEqual([[way.id, '县级审核']])
      expect((await way.look(clerk, '2025-07-15')).clocks).toMatchObject([
        { state: 'missed', say: '超期1天，应于2025年7月14日前完成' },
      ])
    }),
  )

  test(
    'a year nobody has announced leaves the clock unread, until it is entered',
    rolledBack(async (setting) => {
      const way = await Way.submitted(setting)
      await way.move(town, 'pass', '2026-12-20')
      await way.move(town, 'publish', '2026-12-30')
      expect(await way.look(clerk, '2026-12-30')).toMatchObject({ lacksCalendar: 2027, dueOn: null })

      const chief = await switchTo(app(), setting.tx, {})
      const year = { year: 2027, document: '国务院办公厅关于2027年部分节假日安排的通知', rest: [day('2027-01-01')] }
      const later = { ...chief, today: day('2026-12-30') }
      await expect(
        caseworkRoutes.recordCalendarYear(later, { actionId: '', ...year, work: [day('2027-01-04')] }),
      ).rejects.toMatchObject({ code: 'casework.calendar-wrong' })
      await caseworkRoutes.recordCalendarYear(later, { actionId: '', ...year, work: [] })

      expect(await way.look(clerk, '2026-12-30')).toMatchObject({ lacksCalendar: null, dueOn: '2027-01-07' })
    }),
  )

  test(
    'forms and reasons are sealed, and the trail holds neither',
    rolledBack(async (setting) => {
      const way = await Way.begin(setting, 'hardship-help', {
        situation: 'relapse',
        reason: '腰伤复发住院',
        asked: 300_000,
      })
      await way.act(village, withdrawCase, { because: '病情稳定，撤回' })

      const trail = await listTrailOf(setting, { kind: 'case', id: String(way.id) }, page)
      expect(trail.items.map(({ verb }) => verb)).toEqual(['casework.withdraw-case', 'casework.begin-case'])
      const kept = await setting.tx
        .selectFrom('trail')
        .select(['before', 'after', 'purpose'])
        .where('subject', '=', String(way.id))
        .execute()
      expect(JSON.stringify(kept)).not.toMatch(/腰伤|病情/)
      expect((await way.look(village)).answers.map(({ label, text }) => `${label} ${text}`)).toEqual([
        '困难情形 旧伤复发、残情加重',
        '申请事由 腰伤复发住院',
        '申请金额（元） 3,000.00',
      ])
    }),
  )

  test.each([
    ['an amount below nought', { asked: -1 }, ['申请金额（元）：请填写金额']],
    ['a choice nobody offered', { situation: 'rich' }, ['困难情形：请从列出的选项中选择']],
    ['a field the form has not', { colour: '红' }, ['表单中没有的项目']],
  ])('%s is refused by its label', async (_title, answers, complaints) => {
    await rolledBack(async (setting) => {
      await expect(Way.begin(setting, 'hardship-help', answers)).rejects.toMatchObject({
        code: 'casework.answer-wrong',
        details: { answers: complaints },
      })
    })()
  })
})

test('every route of the room names who may', () => {
  expect(Object.keys(casework).sort()).toEqual(Object.keys(caseworkRoutes).sort())
})

async function learnOfWorkersPension(setting: ActionSetting, { person }: { person: { id?: unknown } }): Promise<void> {
  const fact = { ...told('pension-insurance', { kind: '城镇职工养老保险' }), validFrom: day('2020-01-01') } as Fact
  await recordPeople(setting, 'intake.accept-batch', [{ personId: Number(person.id), facts: [fact] }])
}
