import { day } from '@dongzhou/terms/day'
import { divisionCode } from '@dongzhou/terms/division'
import { type Fact, type FactKind, factKinds, holdsSealed } from '@dongzhou/terms/fact'
import { fen } from '@dongzhou/terms/fen'
import { expect, test } from 'vitest'
import { clearText, factText } from './present-fact.ts'

type Story = { [K in FactKind]: Pick<Extract<Fact, { kind: K }>, 'kind' | 'value'> }[FactKind]

const village = divisionCode('999999102201')
const names = new Map([[village, '测试村']])

function told(story: Story): Fact {
  return {
    ...story,
    validFrom: undefined,
    validTo: undefined,
    source: { kind: 'clerk', note: '窗口' },
    certainty: 'confirmed',
  }
}

const stories: readonly (readonly [Story, string])[] = [
  [{ kind: 'name', value: { name: '王测试' } }, '王测试'],
  [{ kind: 'id-number', value: { idNumber: '99999919580101018X' } }, '99999919580101018X'],
  [{ kind: 'sex', value: { sex: 'female' } }, '女'],
  [{ kind: 'birth', value: { day: day('1958-01-01'), precision: 'month' } }, '1958年1月'],
  [{ kind: 'ethnicity', value: { ethnicity: '汉族' } }, '汉族'],
  [{ kind: 'political-status', value: { status: '群众' } }, '群众'],
  [{ kind: 'education', value: { level: '初中' } }, '初中'],
  [{ kind: 'marital-status', value: { status: '丧偶' } }, '丧偶'],
  [{ kind: 'residence', value: { division: village, address: '3组' } }, '测试村 3组'],
  [{ kind: 'household-registration', value: { kind: 'rural', division: village } }, '农村，测试村'],
  [{ kind: 'phone', value: { phone: '19900000000' } }, '19900000000'],
  [
    {
      kind: 'service',
      value: {
        enlisted: { day: day('1976-12-01'), precision: 'month' },
        conscriptFrom: { day: day('1976-12-01'), precision: 'month' },
        conscriptTo: { day: day('1980-01-10'), precision: 'day' },
        rank: '中士',
      },
    },
    '1976年12月—退役时间不详，中士，义务兵役1976年12月—1980年1月10日',
  ],
  [{ kind: 'service', value: { rank: '中士' } }, '入伍时间不详—退役时间不详，中士'],
  [{ kind: 'identity', value: { identity: 'martyr-child', certificate: '测1号' } }, '烈士老年子女，证书 测1号'],
  [{ kind: 'disability', value: { grade: 8, nature: 'duty' } }, '8级（因公）'],
  [
    { kind: 'disability', value: { grade: 5, nature: 'illness', approved: day('1990-07-01'), mental: true } },
    '5级（因病），精神障碍，1990年7月1日评定',
  ],
  [{ kind: 'merit', value: { class: '三等功', year: 1979 } }, '三等功，1979年'],
  [
    { kind: 'merit', value: { class: '三等功', year: 1979, on: day('1979-03-16'), wartime: true } },
    '三等功，战时，1979年3月16日',
  ],
  [
    { kind: 'bank-account', value: { bank: '测试银行', account: '9999000011112222', holder: '王测试' } },
    '测试银行 9999000011112222（户名 王测试）',
  ],
  [{ kind: 'employment', value: { state: '在岗', employer: '测试厂' } }, '在岗，测试厂'],
  [{ kind: 'income', value: { yearly: fen(1_234_560) } }, '12,345.60 元/年'],
  [{ kind: 'hardship', value: { kind: '低保' } }, '低保'],
  [{ kind: 'health', value: { finding: '白内障' } }, '白内障'],
  [{ kind: 'pension-insurance', value: { kind: '未参保' } }, '未参保'],
  [{ kind: 'death', value: { day: day('2020-01-01'), precision: 'year' } }, '2020年'],
  [
    {
      kind: 'award',
      value: { benefit: 'rural-veteran-subsidy', approved: day('2018-06-05'), years: 4, document: '测批1号' },
    },
    '60周岁农村籍退役士兵老年生活补助，2018年6月5日批准，折算4年，文号 测批1号',
  ],
  [{ kind: 'award', value: { benefit: 'care-allowance', approved: day('2018-06-05') } }, '护理费，2018年6月5日批准'],
  [{ kind: 'care', value: { mode: 'pooled' } }, '集中供养'],
  [
    {
      kind: 'survivor',
      value: { of: 'martyr', relation: 'sibling', ground: 'minor', supported: true, deceased: '李测试' },
    },
    '烈士李测试的兄弟姐妹，未满18周岁，由军人生前供养',
  ],
  [{ kind: 'survivor', value: { of: 'illness', relation: 'spouse' } }, '病故军人的配偶'],
  [
    {
      kind: 'conscription',
      value: {
        approved: day('2023-09-01'),
        region: 'tibet',
        student: 'college',
        left: day('2024-03-01'),
        how: 'unfit',
      },
    },
    '2023年9月1日批准入伍，西藏，大专毕业生，2024年3月1日离队，因病不适宜服役退回',
  ],
  [{ kind: 'suspension', value: { ground: '被通缉', document: '测止1号' } }, '被通缉，文号 测止1号'],
  [{ kind: 'lone', value: { kind: 'orphan' } }, '孤儿'],
  [
    { kind: 'death-cause', value: { cause: 'on-duty', basePay: fen(0), honour: '一等功' } },
    '因公牺牲，本人月基本工资 0.00 元，荣誉 一等功',
  ],
  [
    { kind: 'arrangement', value: { mode: 'assigned-work', reported: day('2024-09-10'), letter: day('2024-12-20') } },
    '安排工作，2024年9月10日报到，2024年12月20日开具介绍信',
  ],
]

test.each(stories)('%o reads: %s', (story, text) => {
  expect(clearText(told(story), names)).toBe(text)
})

test('every kind of fact has words, none of them a code', () => {
  const kinds = new Set(stories.map(([{ kind }]) => kind))

  expect([...kinds].toSorted()).toEqual(Object.keys(factKinds).toSorted())
  for (const [, text] of stories) expect(text).not.toMatch(/undefined|[a-z]{3,}/)
})

test.each(stories)('%o shows no sealed value on a screen', (story, text) => {
  const shown = factText(told(story), names)

  if (factKinds[story.kind].sealed) expect(shown).not.toContain(text.slice(-10))
  else if (holdsSealed(told(story))) expect(shown).toMatch(/^5级（因病）.*（另有健康信息，须申请查看）$/)
  else expect(shown).toBe(text)
})
