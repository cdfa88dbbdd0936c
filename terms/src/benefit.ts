/** 待遇项目 (benefits): what the state pays somebody, each by one rule. */
export const benefits = {
  'disability-pension': '残疾抚恤金',
  'care-allowance': '护理费',
  'survivor-pension': '遗属定期抚恤金',
  'demobilised-subsidy': '在乡复员军人生活补助',
  'ill-returned-subsidy': '带病回乡退伍军人生活补助',
  'war-participant-subsidy': '参战退役人员生活补助',
  'nuclear-test-subsidy': '参试退役人员生活补助',
  'rural-veteran-subsidy': '60周岁农村籍退役士兵老年生活补助',
  'martyr-child-subsidy': '烈士老年子女生活补助',
  'lone-supplement': '孤老（孤儿）增发补助',
  'conscript-family-allowance': '义务兵家庭优待金',
  'merit-news-money': '立功喜报慰问金',
  'martyr-praise-money': '烈士褒扬金',
  'death-lump-sum': '一次性抚恤金',
  'continued-pay': '去世后继续发放（丧葬补助）',
  'discharge-pay': '自主就业一次性退役金',
  'discharge-local-subsidy': '地方一次性经济补助',
  'placement-wait-subsidy': '待安排工作期间生活补助',
} as const satisfies Record<string, string>

export type Benefit = keyof typeof benefits

export function isBenefit(text: string): text is Benefit {
  return Object.hasOwn(benefits, text)
}
