/** 优抚对象身份 (identities): why the state owes somebody something. One person may hold several at once. */
export const identities = {
  veteran: '退役军人',
  'disabled-veteran': '残疾军人',
  'survivor-of-martyr': '烈士遗属',
  'survivor-of-duty-death': '因公牺牲军人遗属',
  'survivor-of-illness-death': '病故军人遗属',
  'demobilised-veteran': '在乡复员军人',
  'ill-returned-veteran': '带病回乡退伍军人',
  'war-participant': '参战退役人员',
  'nuclear-test-participant': '参试退役人员',
  'rural-veteran-60': '60周岁农村籍退役士兵',
  'martyr-child': '烈士老年子女',
  'conscript-family': '义务兵家庭',
  'serving-family': '现役军人家属',
  'retired-cadre': '军休干部',
} as const satisfies Record<string, string>

export type Identity = keyof typeof identities

/** 重点优抚对象: the identities that draw regular money under the 军人抚恤优待条例. */
export const entitledIdentities: readonly Identity[] = [
  'disabled-veteran',
  'survivor-of-martyr',
  'survivor-of-duty-death',
  'survivor-of-illness-death',
  'demobilised-veteran',
  'ill-returned-veteran',
  'war-participant',
  'nuclear-test-participant',
  'rural-veteran-60',
  'martyr-child',
]

export function isIdentity(text: string): text is Identity {
  return Object.hasOwn(identities, text)
}
