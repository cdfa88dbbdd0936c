import { ReportFile } from '@dongzhou/contract/reports'
import { ReportDraft } from '@dongzhou/contract/reports-document'
import { figureKey, plainText } from '@dongzhou/engines/reports'
import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import type { Inline, ReportDocument } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { figuresFor, planRoutes } from '../plan/index.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { aLecture, aReport, JUNE, lecturesOf2025 } from '../testing/half-year-world.ts'
import { COUNTY, EAST_TOWN, WEST_TOWN } from '../testing/test-bureau.ts'
import { reportsRoutes as routes } from './routes.ts'
import type { ReportTables } from './tables.ts'

const { rolledBack, app } = freshDatabase()
const list = { page: 1, size: 50, text: '' }

describe('the draft of the half-year', () => {
  test(
    'says what was planned and what was held',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)

      const report = await open(setting, await aReport(setting))

      expect(plainText(report.document)).toContain('计划开展12场，目前已开展3场。')
      expect(report.title).toBe('测试区退役军人事务局2025年上半年工作总结')
      expect(report.unbound).toEqual([])
    }),
  )

  test(
    'has a figure that equals the rows it opens',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const { figures } = await open(setting, await aReport(setting))
      const card = figures.find(({ id }) => id === 'red-lectures-held')
      if (!card) throw new Error('the draft has no such figure')

      const { indicator: code, from, to } = card
      const rows = await planRoutes.listIndicatorRows(setting, { code, from, to, page: 1, size: 50 })

      expect(card.reading).toEqual({ value: 3, rows: 3 })
      expect(card).toMatchObject({ shown: '3场', exact: '3场', from: '2025-01-01', to: '2025-06-30', drift: null })
      expect(rows.total).toBe(3)
      expect(rows.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(3)
    }),
  )

  test(
    'counts nothing after its cut-off',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const id = await aReport(setting)

      const changed = await routes.changeCutOff(setting, action(setting, { id, version: 1, cutOff: day('2025-06-29') }))

      expect(changed).toEqual({ id, version: 2 })
      expect(plainText((await open(setting, id)).document)).toContain('目前已开展2场。')
      expect((await open(setting, id)).document.date).toBe('2025-06-29')
    }),
  )

  test.each([
    ['the day before the half-year', '2024-12-31'],
    ['the day after it', '2025-07-01'],
  ])('is not cut off on %s', async (_what, cutOff) => {
    await rolledBack(async (setting) => {
      const id = await aReport(setting)
      const wrong = { template: 'half-year', year: 2025, half: 'first', cutOff: day(cutOff) } as const
      const refusal = { code: 'reports.cut-off-outside-half' }

      await expect(routes.startReport(setting, action(setting, wrong))).rejects.toMatchObject(refusal)
      await expect(
        routes.changeCutOff(setting, action(setting, { id, version: 1, cutOff: day(cutOff) })),
      ).rejects.toMatchObject(refusal)
    })()
  })
})

describe('a report belongs to a division', () => {
  test(
    'a town counts its own, and so does the bureau when it opens the report of the town',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const east = await switchTo(app(), setting.tx, { role: 'clerk', division: EAST_TOWN })
      const id = await aReport(east)
      const seenByTown = await open(east, id)
      const county = await switchTo(app(), setting.tx, { role: 'clerk', division: COUNTY })
      const seenByBureau = await open(county, id)

      expect(reading(seenByTown, 'red-lectures-held')).toEqual({ value: 2, rows: 2 })
      expect(seenByBureau.document).toEqual(seenByTown.document)
      expect(seenByTown).toMatchObject({
        title: '东镇退役军人服务站2025年上半年工作总结',
        division: { code: EAST_TOWN },
      })
      // The narrowing ends with the question: the bureau still counts everything.
      expect(await held(county)).toEqual({ value: 3, rows: 3 })
    }),
  )

  test(
    "the chief who opens a figure of a town's report gets the rows that make it, and never more than their own",
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const id = await aReport(setting, EAST_TOWN)
      const card = (await open(setting, id)).figures.find((figure) => figure.id === 'red-lectures-held')
      if (!card) throw new Error('the draft has no such figure')
      const { indicator: code, from, to } = card
      const asked = { code, from, to, division: EAST_TOWN }

      const rows = await planRoutes.listIndicatorRows(setting, { ...asked, page: 1, size: 50 })

      expect(card.reading).toEqual({ value: 2, rows: 2 })
      expect(rows).toMatchObject({ total: 2, more: false })
      expect(rows.items.reduce((sum, { amount }) => sum + amount, 0)).toBe(2)
      expect(await planRoutes.getIndicator(setting, asked)).toMatchObject({ value: 2, rows: 2 })
      expect((await planRoutes.getIndicator(setting, { code, from, to })).value).toBe(3)
      const west = await switchTo(app(), setting.tx, { role: 'clerk', division: WEST_TOWN })
      for (const division of [EAST_TOWN, COUNTY]) {
        const outside = planRoutes.listIndicatorRows(west, { ...asked, division, page: 1, size: 50 })
        await expect(outside).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
      }
    }),
  )

  test.each(['clerk', 'town-worker'] as const)(
    'a %s of a town sees neither the report of the bureau nor that of another town, and starts none for them',
    async (role) => {
      await rolledBack(async (setting) => {
        const ofBureau = await aReport(setting)
        const ofWest = await aReport(setting, WEST_TOWN)
        const east = await switchTo(app(), setting.tx, { role, division: EAST_TOWN })

        for (const id of [ofBureau, ofWest]) {
          await expect(open(east, id)).rejects.toMatchObject({ code: 'reports.report-not-found' })
          await expect(routes.exportReport(east, action(east, { id, purpose: '上报' }))).rejects.toMatchObject({
            code: 'reports.report-not-found',
          })
        }
        expect((await routes.listReports(east, list)).items).toEqual([])
        await expect(aReport(setting, divisionCode('999999777000'))).rejects.toMatchObject({
          code: 'registry.division-unknown',
        })
        await expect(aReport(east, WEST_TOWN)).rejects.toMatchObject({ code: 'access.outside-jurisdiction' })
      })()
    },
  )

  test(
    'a station worker keeps the half-year report of their own town from draft to paper',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const ofBureau = await aReport(setting)
      const east = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

      const id = await aReport(east)
      const report = await open(east, id)

      expect(report).toMatchObject({ division: { code: EAST_TOWN }, may: { write: true, finish: true, export: true } })
      expect(reading(report, 'red-lectures-held')).toEqual({ value: 2, rows: 2 })
      expect((await routes.listReports(east, list)).items.map((item) => item.id)).toEqual([id])
      await routes.exportReport(east, action(east, { id, purpose: '报送镇政府' }))
      await routes.finishReport(east, action(east, { id, version: 1 }))
      const order = { id: ofBureau, figureId: 'red-lectures-held' }
      await expect(routes.citeFigure(east, order)).rejects.toMatchObject({ code: 'reports.report-not-found' })
      await expect(routes.compareReport(east, { id: ofBureau, otherCutOff: day('2025-03-31') })).rejects.toMatchObject({
        code: 'reports.report-not-found',
      })
    }),
  )

  test(
    'a leader reads and takes away, and changes nothing',
    rolledBack(async (setting) => {
      const id = await aReport(setting)
      const leader = await switchTo(app(), setting.tx, { role: 'leader' })
      const report = await open(leader, id)

      expect(report.may).toEqual({ write: false, finish: false, reopen: false, export: true })
      await expect(save(leader, report, report.document)).rejects.toMatchObject({ code: 'access.not-authorised' })
      await expect(routes.finishReport(leader, action(leader, report))).rejects.toMatchObject({
        code: 'access.not-authorised',
      })
    }),
  )
})

test(
  'the list is newest first and is searched by title, year and state',
  rolledBack(async (setting) => {
    const [first, second] = [await aReport(setting), await aReport(setting, EAST_TOWN)]
    const titles = async (filter: object) =>
      (await routes.listReports(setting, { ...list, ...filter })).items.map(({ id }) => id)

    expect(await titles({})).toEqual([second, first])
    expect(await titles({ text: '东镇' })).toEqual([second])
    expect(await titles({ text: '%' })).toEqual([])
    expect(await titles({ year: 2024 })).toEqual([])
    expect(await titles({ state: 'finished' })).toEqual([])
    expect(await titles({ page: 2, size: 1 })).toEqual([first])
  }),
)

describe('saving', () => {
  test(
    'marks the numbers that somebody typed into the text, and keeps them marked',
    rolledBack(async (setting) => {
      const id = await aReport(setting)
      const report = await open(setting, id)

      await save(setting, report, withText(report.document, '全年走访慰问128户，于2025年6月完成。'))
      const saved = await open(setting, id)

      expect(saved.unbound.map(({ text, typedId }) => [text, typedId !== null])).toEqual([['128户', true]])
      expect(saved.version).toBe(2)
      await save(setting, saved, saved.document)
      expect((await open(setting, id)).unbound).toEqual(saved.unbound)
    }),
  )

  test(
    'never lays one person’s text over another’s: the second is told who was first and which parts differ',
    rolledBack(async (setting) => {
      const report = await open(setting, await aReport(setting))
      await save(setting, report, withText(report.document, '甲写的一段。'))

      await expect(save(setting, report, withText(report.document, '乙写的一段。'))).rejects.toMatchObject({
        code: 'platform.changed-meanwhile',
        details: {
          version: 2,
          changedBy: '测试',
          head: [],
          blocks: [{ id: 'opening', kind: 'changed' }],
          figures: [],
        },
      })
      expect(plainText((await open(setting, report.id)).document)).toContain('甲写的一段。')
    }),
  )

  test(
    'leaves a trail that says which parts changed, and none of their text',
    rolledBack(async (setting) => {
      const report = await open(setting, await aReport(setting))
      await save(setting, report, withText(report.document, '看望王某某同志。'))

      const trail = await setting.tx.selectFrom('trail').selectAll().where('subject_kind', '=', 'report').execute()

      expect(trail.map(({ verb }) => verb)).toEqual(['reports.start-report', 'reports.save-report'])
      expect(trail[1]?.after).toMatchObject({ version: 2, changed: ['opening'] })
      expect(JSON.stringify(trail)).not.toContain('王某某')
    }),
  )

  test(
    'keeps markup as the text it is',
    rolledBack(async (setting) => {
      const report = await open(setting, await aReport(setting))
      await save(setting, report, withText(report.document, '<script>alert("x")</script>'))

      expect(plainText((await open(setting, report.id)).document)).toContain('<script>alert("x")</script>')
    }),
  )

  test.each([
    ['an indicator nobody knows', { indicator: 'no-such-indicator' }, 'reports.indicator-unknown'],
    ['a figure that ends before it begins', { from: '2025-06-30', to: '2025-01-01' }, 'reports.cut-off-before-start'],
    ['a figure past the cut-off', { to: '2025-07-01' }, 'reports.figure-past-cut-off'],
    ['lectures counted in money', { unit: '万元' }, 'reports.unit-differs'],
    ['a figure that is there already', { id: 'red-lectures-held' }, 'reports.parts-repeat'],
  ])('refuses %s', async (_what, change, code) => {
    await rolledBack(async (setting) => {
      const report = await open(setting, await aReport(setting))
      const figure = { ...lectures, ...change } as unknown as Inline

      await expect(save(setting, report, withInlines(report.document, [figure]))).rejects.toMatchObject({ code })
      expect((await open(setting, report.id)).version).toBe(1)
    })()
  })

  test.each([
    ['more text than a report has', '字'.repeat(20_000), 'reports.too-long'],
    ['more figures than anybody reads', undefined, 'reports.too-many-figures'],
  ])('refuses %s', async (_what, text, code) => {
    await rolledBack(async (setting) => {
      const report = await open(setting, await aReport(setting))
      const inlines = Array.from(
        { length: 301 },
        (_, at): Inline => (text ? { kind: 'text', text } : { ...lectures, id: `f${at}` }),
      )

      await expect(save(setting, report, withInlines(report.document, inlines))).rejects.toMatchObject({ code })
    })()
  })

  test(
    'takes a figure that was previewed, and one over last year that keeps its own span',
    rolledBack(async (setting) => {
      await lecturesOf2025(setting)
      const report = await open(setting, await aReport(setting))
      const { indicator } = lectures
      const preview = { id: report.id, indicator, from: day('2025-03-01'), to: day('2025-03-31') }
      const lastYear = { ...lectures, id: 'last-year', from: day('2024-01-01'), to: day('2024-06-30') }

      expect(await routes.previewFigure(setting, preview)).toMatchObject({ reading: { value: 1, rows: 1 }, unit: '场' })
      await save(
        setting,
        report,
        withInlines(report.document, [{ ...lectures, from: preview.from, to: preview.to }, lastYear]),
      )
      const saved = await open(setting, report.id)
      expect(reading(saved, 'march')).toEqual({ value: 1, rows: 1 })
      expect(reading(saved, 'last-year')).toEqual({ missing: 'no-rows' })
    }),
  )
})

test(
  'laid beside an earlier cut-off, the report shows the figure that moved and the words around it',
  rolledBack(async (setting) => {
    await lecturesOf2025(setting)
    const id = await aReport(setting)

    const comparison = await routes.compareReport(setting, { id, otherCutOff: day('2025-03-31') })

    expect(comparison.figures.find((change) => change.id === 'red-lectures-held')).toMatchObject({
      before: { value: 1, rows: 1 },
      after: { value: 3, rows: 3 },
      shownBefore: '1场',
      shownAfter: '3场',
      difference: 2,
    })
    expect(comparison.blocks.find((change) => change.id === 'brand-text')?.chunks).toContainEqual({
      kind: 'added',
      text: '3',
    })
    await expect(routes.compareReport(setting, { id, otherCutOff: day('2024-12-31') })).resolves.toMatchObject({
      cutOff: JUNE,
    })
  }),
)

describe('a finished report', () => {
  test(
    'keeps its values when a late event arrives, and shows the drift',
    rolledBack(async (setting) => {
      const { id, series } = await finished(setting)
      await aLecture(setting, series, day('2025-05-20'))

      const report = await open(setting, id)

      expect(plainText(report.document)).toContain('目前已开展3场。')
      expect(report.figures.find((card) => card.id === 'red-lectures-held')?.drift).toEqual({
        storedAt: setting.now.toISOString(),
        isDrifted: true,
        now: { value: 4, rows: 4 },
        exactNow: '4场',
        difference: 1,
      })
      expect(report.figures.filter((card) => card.drift?.isDrifted).map((card) => card.id)).toEqual([
        'red-lectures-held',
      ])
    }),
  )

  test(
    'is cited with its value, span, rows, issuer and day',
    rolledBack(async (setting) => {
      const { id, series } = await finished(setting)
      await aLecture(setting, series, day('2025-05-20'))

      const { card, sentence } = await routes.citeFigure(setting, { id, figureId: 'red-lectures-held' })

      expect(sentence).toBe(
        `${card.name}：3场（2025年1月1日至2025年6月30日，记录3条；测试区退役军人事务局，定稿于2025年6月30日）`,
      )
      await expect(routes.citeFigure(setting, { id, figureId: 'nothing' })).rejects.toMatchObject({
        code: 'reports.figure-not-found',
      })
    }),
  )

  test(
    'changes only after it was opened again with a reason, and then counts anew',
    rolledBack(async (setting) => {
      const { id, series } = await finished(setting)
      await aLecture(setting, series, day('2025-05-20'))
      const report = await open(setting, id)

      await expect(save(setting, report, report.document)).rejects.toMatchObject({ code: 'reports.finished' })
      await expect(
        routes.changeCutOff(setting, action(setting, { id, version: 2, cutOff: day('2025-05-31') })),
      ).rejects.toMatchObject({ code: 'reports.finished' })
      await expect(routes.finishReport(setting, action(setting, report))).rejects.toMatchObject({
        code: 'reports.finished',
      })
      await routes.reopenReport(setting, action(setting, { id, version: 2, reason: '补录一场宣讲' }))

      expect(plainText((await open(setting, id)).document)).toContain('目前已开展4场。')
      await expect(
        routes.reopenReport(setting, action(setting, { id, version: 3, reason: '再开' })),
      ).rejects.toMatchObject({ code: 'reports.not-finished' })
    }),
  )

  test(
    'finished a second time, keeps what it said the first time',
    rolledBack(async (setting) => {
      const { id, series } = await finished(setting)
      await aLecture(setting, series, day('2025-05-20'))
      await routes.reopenReport(setting, action(setting, { id, version: 2, reason: '补录一场宣讲' }))
      await routes.finishReport(setting, action(setting, { id, version: 3 }))

      const kept = await setting.tx
        .withTables<ReportTables>()
        .selectFrom('report_figure')
        .select(['finished_version', 'value'])
        .where('figure_id', '=', 'red-lectures-held')
        .orderBy('finished_version')
        .execute()

      expect(kept).toEqual([
        { finished_version: 2, value: 3 },
        { finished_version: 4, value: 4 },
      ])
      expect(plainText((await open(setting, id)).document)).toContain('目前已开展4场。')
    }),
  )
})

test(
  'a step taken on a stale version is refused',
  rolledBack(async (setting) => {
    const report = await open(setting, await aReport(setting))
    await save(setting, report, report.document)
    const refusal = { code: 'platform.changed-meanwhile', details: { version: 2 } }
    const stale = { id: report.id, version: 1 }

    await expect(routes.finishReport(setting, action(setting, stale))).rejects.toMatchObject(refusal)
    await expect(
      routes.changeCutOff(setting, action(setting, { ...stale, cutOff: day('2025-05-31') })),
    ).rejects.toMatchObject(refusal)
  }),
)

const lectures = {
  kind: 'figure',
  id: 'march',
  indicator: 'red-lectures-held' as Extract<Inline, { kind: 'figure' }>['indicator'],
  from: day('2025-01-01'),
  to: JUNE,
  unit: '场',
  format: { kind: 'plain' },
} as const

type Opened = Awaited<ReturnType<typeof open>>

/** The report as a page gets it, through the contract's own shape. */
async function open(setting: ActionSetting, id: number) {
  return ReportFile.parse(await routes.getReport(setting, { id }))
}

function action<Input extends object>(
  { actionId }: ActionSetting,
  input: Input,
): Input & { readonly actionId: string } {
  return { ...input, actionId }
}

function save(
  setting: ActionSetting,
  seen: { readonly id: number; readonly version: number },
  document: ReportDocument,
) {
  // As the wire would hand it on: without what the browser says a figure reads.
  const parsed = ReportDraft.parse(document)
  return routes.saveReport(setting, action(setting, { id: seen.id, version: seen.version, document: parsed }))
}

function withText(document: ReportDocument, text: string): ReportDocument {
  return withInlines(document, [{ kind: 'text', text }])
}

/** The document with another opening. */
function withInlines(document: ReportDocument, inlines: readonly Inline[]): ReportDocument {
  const [, ...rest] = document.blocks
  return { ...document, blocks: [{ kind: 'paragraph', id: 'opening', inlines }, ...rest] }
}

function reading(report: Opened, figureId: string) {
  return report.figures.find(({ id }) => id === figureId)?.reading
}

async function held(setting: ActionSetting) {
  const query = { indicator: lectures.indicator, from: lectures.from, to: lectures.to }
  return (await figuresFor(setting, [query])).get(figureKey(query))
}

async function finished(setting: ActionSetting): Promise<{ readonly id: number; readonly series: number }> {
  const series = await lecturesOf2025(setting)
  const id = await aReport(setting)
  await routes.finishReport(setting, action(setting, { id, version: 1 }))
  return { id, series }
}
