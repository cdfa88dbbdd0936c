import {
  atCutOff,
  bindFigures,
  figureKey,
  findUnboundNumbers,
  listFigures,
  outline,
  plainText,
} from '@dongzhou/engines/reports'
import { day } from '@dongzhou/terms/day'
import type { FigureReading } from '@dongzhou/terms/document'
import { describe, expect, test } from 'vitest'
import { halfYearReport, indicatorCodesInTemplate } from './half-year.ts'

const bureau = '海门区退役军人事务局'
const draft = halfYearReport({ year: 2025, half: 'first', bureau, cutOff: day('2025-06-30') })

// The figures of the bureau's own report on the first half of 2025.
const published: { readonly [code: string]: number } = {
  'red-lectures-planned': 12,
  'red-lectures-held': 3,
  'summer-evenings-planned': 10,
  'touring-exhibition-person-times': 5230,
  'pairing-organisations': 53,
  'pairing-people': 87,
  'war-victory-exhibition-visitors': 3200,
  'teachers-placed': 1,
  'special-post-candidates': 2,
  'loan-banks': 4,
  'loan-trainings-held': 1,
  'vacancies-pushed': 228,
  'applications-received': 74,
  'questionnaires-valid': 1023,
  'common-suggestions': 37,
  'memorial-towns': 10,
  'memorials-in-registration': 23,
}

describe('the draft of the first half of 2025', () => {
  test.each([
    '今年以来，海门区退役军人事务局紧紧围绕',
    '一、锚定争先创优，强化“东洲周”品牌引领力',
    '计划开展12场，目前已开展3场。',
    '计划开展“八一”乘凉晚会10场，',
    '覆盖人群超5000人次。',
    '全区53个机关事业单位与87位困难优抚对象结对帮扶，',
    '实施第七届拥军优属公益创投项目',
    '举办“纪念抗日战争胜利80周年”主题图片展，突出展示新四军在海门的抗战史，吸引数千名市民参观。',
    '二、落实政策举措，推动尊崇关爱融入社会底色',
    '三、服务发展大局，为地方经济高质量发展贡献力量',
    '1名符合条件且具备教学资质的退役军人进入教师队伍，推动2名退役军人参加事业单位退役军人专岗招考。',
    '邮政储蓄等4家金融机构，',
    '完成一期创业贷政策培训。',
    '精准推送用工信息228条，接收求职投递74人次，',
    '收集有效调查问卷1023份，梳理共性建议37条，',
    '下半年，海门区退役军人事务局将持续',
    '二是高质量推进优待抚恤工作。',
    '海门10个区镇23处烈士纪念设施做好不动产权登记相关工作。',
  ])('with the published figures it says: %s', (sentence) => {
    expect(plainText(bindFigures(draft, publishedAnswers()))).toContain(sentence)
  })

  test('asks for each indicator once, and for every one that was published', () => {
    expect([...indicatorCodesInTemplate].sort()).toEqual(Object.keys(published).sort())
    expect(new Set(listFigures(draft).map((figure) => figure.id)).size).toBe(indicatorCodesInTemplate.length)
  })

  test('leaves no number unbound', () => {
    expect(findUnboundNumbers(draft)).toEqual([])
  })

  test('keeps the sentences whose rooms do not exist yet, with their figures to be entered', () => {
    const missing = new Map<string, FigureReading>(
      listFigures(draft).map((figure) => [figureKey(figure), { missing: 'room-not-built' }]),
    )

    expect(plainText(bindFigures(draft, missing))).toContain('收集有效调查问卷（待录入）份，梳理共性建议（待录入）条，')
  })

  test('has the bureau’s three sections, and the table of figures behind', () => {
    expect(outline(draft).map((line) => line.number)).toEqual(['一、', '二、', '三、'])
    expect(draft.blocks.at(-1)).toMatchObject({ kind: 'appendix' })
  })

  test('gives every block an id of its own', () => {
    expect(new Set(draft.blocks.map((block) => block.id)).size).toBe(draft.blocks.length)
  })
})

test.each([
  ['first', '2025-06-30', '2025-01-01', '2025年上半年工作总结'],
  ['second', '2025-12-31', '2025-07-01', '2025年下半年工作总结'],
] as const)('the %s half counts from its first day to the cut-off', (half, cutOff, from, title) => {
  const report = halfYearReport({ year: 2025, half, bureau, cutOff: day(cutOff) })

  expect(listFigures(report).every((figure) => figure.from === from && figure.to === cutOff)).toBe(true)
  expect(report.title).toBe(bureau + title)
})

test('a cut-off before the half-year is refused', () => {
  expect(() => halfYearReport({ year: 2025, half: 'second', bureau, cutOff: day('2025-06-30') })).toThrow(RangeError)
})

test('the draft of another year counts its own rounds and anniversaries', () => {
  const text = plainText(halfYearReport({ year: 2026, half: 'first', bureau, cutOff: day('2026-06-30') }))

  expect(text).toContain('实施第八届拥军优属公益创投项目')
  expect(text).toContain('抗日战争胜利81周年')
})

test('asked at last year’s cut-off, every figure counts last year’s half', () => {
  const [figure] = listFigures(atCutOff(draft, day('2024-06-30')))

  expect(figure).toMatchObject({ from: '2024-01-01', to: '2024-06-30' })
})

function publishedAnswers(): ReadonlyMap<string, FigureReading> {
  return new Map(
    listFigures(draft).map((figure) => [
      figureKey(figure),
      { value: published[figure.indicator] ?? Number.NaN, rows: 1 },
    ]),
  )
}
