import { type Day, day } from '@dongzhou/terms/day'

/**
 * 比对权重 (linkage weights), as of 2026-11-24. How they were chosen: points that a clerk can add up, in the proportions of
 * Fellegi-Sunter log-odds (an equal name and an equal birthday each occur by chance once in some ten thousand pairs, an equal village once in
 * three hundred, an equal sex once in two), rounded by hand; then the three bands were set on a synthetic labelled set (seed 1) and
 * judged on other seeds, see compare-people.test.ts. They have not seen real decisions of a bureau: when its linkage queue holds
 * some hundreds of them, weigh again and add a set with its own date.
 */
export const linkageWeights: LinkageWeights = {
  since: day('2026-11-24'),
  bands: { same: 78, likely: 52, possible: 36 },
  reasons: {
    'id-same': [60, '身份证号相同'],
    'id-same-old-form': [58, '15 位旧身份证号与 18 位号一致'],
    'id-one-character': [46, '身份证号只差一位，出生日期段相同'],
    'id-one-character-in-birth': [36, '身份证号只差一位，差在出生日期段'],
    'id-two-swapped': [44, '身份证号相邻两位颠倒'],
    'id-character-lost': [44, '身份证号少一位，其余一致'],
    'id-cut-by-sheet': [26, '身份证号末三位被表格软件改成 000，其余一致'],
    'id-different': [-30, '身份证号不同，其中至少一个无法核验'],
    'id-both-valid-different': [-60, '身份证号不同且均有效'],
    'name-same': [30, '姓名相同'],
    'name-traditional': [29, '姓名相同，繁简或异体写法不同'],
    'name-look-alike': [23, '姓名用字形近'],
    'name-homophone': [21, '姓名同音，用字不同'],
    'name-near-sound': [14, '姓名读音相近（平翘舌、前后鼻音等）'],
    'name-shortened': [10, '姓同，名少一字，末字相同'],
    'name-part': [10, '一方只写了姓名的一部分'],
    'name-other-surname': [-4, '名相同，姓不同'],
    'name-one-character': [-8, '姓同，名中一字不同'],
    'name-surname-only': [-25, '只有姓相同'],
    'name-different': [-40, '姓名不同'],
    'name-unknown': [0, '一方没有姓名'],
    'name-is-common': [-4, '大姓且为两字姓名，重名较多'],
    'birth-same': [26, '出生日期相同'],
    'birth-same-to-month': [16, '出生年月相同，一方未写到日'],
    'birth-same-to-year': [8, '出生年份相同，一方未写到月'],
    'birth-day-and-month-swapped': [15, '出生月、日互换'],
    'birth-one-year-off': [10, '出生月日相同，年份差一年'],
    'birth-few-years-off': [4, '出生月日相同，年份差两三年'],
    'birth-one-digit': [8, '出生日期只差一个数字'],
    'birth-perhaps-lunar': [8, '出生日期相差一个来月，可能一方是农历'],
    'birth-same-year-only': [-10, '出生年份相同，月日不同'],
    'birth-different': [-30, '出生日期不同'],
    'sex-same': [2, '性别相同'],
    'sex-different': [-25, '性别不同'],
    'phone-shared': [15, '有相同的联系电话'],
    'phone-different': [-2, '联系电话不同'],
    'village-same': [8, '同一村（社区）'],
    'town-same': [3, '同一镇（街道）'],
    'place-different': [-3, '不在同一镇（街道）'],
    'enlisted-same': [8, '入伍时间相同'],
    'enlisted-same-year': [5, '入伍年份相同'],
    'enlisted-different': [-8, '入伍年份相差一年以上'],
    'relative-shared': [8, '有同名的家庭成员'],
  },
}

export interface LinkageWeights {
  readonly since: Day
  /** The least score of each band; below `possible` two records are different people. */
  readonly bands: { readonly same: number; readonly likely: number; readonly possible: number }
  readonly reasons: { readonly [C in ReasonCode]: readonly [weight: number, say: string] }
}

export type ReasonCode = IdReason | NameReason | BirthReason | OtherReason

export type IdReason =
  | 'id-same'
  | 'id-same-old-form'
  | 'id-one-character'
  | 'id-one-character-in-birth'
  | 'id-two-swapped'
  | 'id-character-lost'
  | 'id-cut-by-sheet'
  | 'id-different'
  | 'id-both-valid-different'

export type NameReason =
  | 'name-same'
  | 'name-traditional'
  | 'name-look-alike'
  | 'name-homophone'
  | 'name-near-sound'
  | 'name-shortened'
  | 'name-part'
  | 'name-other-surname'
  | 'name-one-character'
  | 'name-surname-only'
  | 'name-different'
  | 'name-unknown'

export type BirthReason =
  | 'birth-same'
  | 'birth-same-to-month'
  | 'birth-same-to-year'
  | 'birth-day-and-month-swapped'
  | 'birth-one-year-off'
  | 'birth-few-years-off'
  | 'birth-one-digit'
  | 'birth-perhaps-lunar'
  | 'birth-same-year-only'
  | 'birth-different'

export type OtherReason =
  | 'name-is-common'
  | 'sex-same'
  | 'sex-different'
  | 'phone-shared'
  | 'phone-different'
  | 'village-same'
  | 'town-same'
  | 'place-different'
  | 'enlisted-same'
  | 'enlisted-same-year'
  | 'enlisted-different'
  | 'relative-shared'
