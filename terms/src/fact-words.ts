import type { ConscriptLeaving, FactValues } from './fact.ts'

/** 事实的选项 (words of a fact's choices): said once, for screens, for papers and for what ledgers write. */
export const disabilityNatureWords = {
  war: '因战',
  duty: '因公',
  illness: '因病',
} as const satisfies Words<FactValues['disability']['nature']>

export const careWords = { dispersed: '分散供养', pooled: '集中供养' } as const satisfies Words<
  FactValues['care']['mode']
>

/** 三属: of whom somebody is the survivor. */
export const survivorOfWords = {
  martyr: '烈士',
  duty: '因公牺牲军人',
  illness: '病故军人',
} as const satisfies Words<FactValues['survivor']['of']>

/** What the survivor is to the one who died. */
export const survivorRelationWords = {
  parent: '父母（抚养人）',
  spouse: '配偶',
  child: '子女',
  sibling: '兄弟姐妹',
} as const satisfies Words<FactValues['survivor']['relation']>

/** 领取依据: the grounds of 军人抚恤优待条例 art. 19. Parents and spouses draw on the first two, children and siblings on the others. */
export const survivorGroundWords = {
  'no-means': '无劳动能力、无生活费来源',
  'low-income': '收入低于当地居民平均生活水平',
  studying: '已满18周岁，因上学无生活费来源',
  disabled: '已满18周岁，因残疾无生活费来源',
  minor: '未满18周岁',
  remarried: '配偶再婚后继续赡养父母或抚养兄弟姐妹',
  none: '不具备领取依据',
} as const satisfies Words<NonNullable<FactValues['survivor']['ground']>>

export const conscriptRegionWords = {
  tibet: '西藏',
  xinjiang: '新疆',
  plateau: '高原艰苦地区',
} as const satisfies Words<NonNullable<FactValues['conscription']['region']>>

export const conscriptStudentWords = {
  bachelor: '本科毕业生',
  college: '大专毕业生',
  enrolled: '在校生（含新生）',
} as const satisfies Words<NonNullable<FactValues['conscription']['student']>>

/** 义务兵离队情形. */
export const conscriptLeavingWords = {
  completed: '服役期满退役',
  unfit: '因病不适宜服役退回',
  early: '提前退役',
  deferred: '推迟离队',
  promoted: '提干',
  academy: '考入军校',
  sergeant: '选改军士',
  dismissed: '除名或开除军籍',
} as const satisfies Words<ConscriptLeaving>

export const loneWords = { alone: '孤老', orphan: '孤儿' } as const satisfies Words<FactValues['lone']['kind']>

/** 死亡性质. `old-injury` and `illness` are veterans' deaths; `service-illness` is 病故 in service. */
export const deathCauseWords = {
  martyrdom: '被评定为烈士',
  'on-duty': '因公牺牲',
  'service-illness': '服现役期间病故',
  'old-injury': '旧伤复发死亡',
  illness: '因病去世',
  accident: '意外去世',
} as const satisfies Words<FactValues['death-cause']['cause']>

/** 退役安置方式, as 退役军人安置条例 names them; `demobilised` is an officer's 复员. */
export const arrangementWords = {
  'self-employed': '自主就业',
  'assigned-work': '安排工作',
  'monthly-pay': '逐月领取退役金',
  retired: '退休',
  supported: '供养',
  demobilised: '复员',
} as const satisfies Words<FactValues['arrangement']['mode']>

type Words<Code extends string> = { readonly [C in Code]: string }
