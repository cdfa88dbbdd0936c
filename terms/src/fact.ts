import type { Benefit } from './benefit.ts'
import type { DatedTo, Day, Precision } from './day.ts'
import type { DivisionCode } from './division.ts'
import type { Fen } from './fen.ts'
import type { Sex } from './id-number.ts'
import type { Identity } from './identity.ts'

/** What each kind of fact about a person holds. Sealed kinds are encrypted at rest and masked on screens. */
export interface FactValues {
  readonly name: { readonly name: string }
  readonly 'id-number': { readonly idNumber: string }
  readonly sex: { readonly sex: Sex }
  readonly birth: { readonly day: Day; readonly precision: Precision }
  readonly ethnicity: { readonly ethnicity: string }
  readonly 'political-status': { readonly status: string }
  readonly education: { readonly level: string }
  readonly 'marital-status': { readonly status: string }
  readonly residence: { readonly division: DivisionCode; readonly address?: string | undefined }
  readonly 'household-registration': {
    readonly kind: 'rural' | 'urban'
    readonly division?: DivisionCode | undefined
    readonly address?: string | undefined
  }
  readonly phone: { readonly phone: string }
  readonly service: {
    readonly enlisted?: DatedTo | undefined
    readonly discharged?: DatedTo | undefined
    /** 服义务兵役起止: the rural veterans' subsidy counts these years only, not those as a sergeant. */
    readonly conscriptFrom?: DatedTo | undefined
    readonly conscriptTo?: DatedTo | undefined
    readonly category?: string | undefined
    readonly rank?: string | undefined
    readonly dischargeNumber?: string | undefined
  }
  readonly identity: { readonly identity: Identity; readonly certificate?: string | undefined }
  /** `approved`: the day of the rating; it decides the month the pension starts with. `mental`: 因精神障碍 in service. */
  readonly disability: {
    readonly grade: number
    readonly nature: 'war' | 'duty' | 'illness'
    readonly approved?: Day | undefined
    readonly mental?: boolean | undefined
  }
  /** `class` as the notice words it (三等功); `wartime`: 三等战功. `on`: the day of the order. */
  readonly merit: {
    readonly class: string
    readonly year?: number | undefined
    readonly on?: Day | undefined
    readonly wartime?: boolean | undefined
  }
  readonly 'bank-account': { readonly bank: string; readonly account: string; readonly holder: string }
  readonly employment: { readonly state: string; readonly employer?: string | undefined }
  readonly income: { readonly yearly: Fen }
  readonly hardship: { readonly kind: string }
  readonly health: { readonly finding: string }
  readonly 'pension-insurance': { readonly kind: string }
  readonly death: { readonly day: Day; readonly precision: Precision }
  /** 待遇核定: somebody asked for a benefit and the county approved it. Holds from the month it pays from, where the paper names one. */
  readonly award: {
    readonly benefit: Benefit
    readonly approved: Day
    readonly document?: string | undefined
    /** 折算年限 as decided, where the benefit counts years. */
    readonly years?: number | undefined
  }
  /** 供养方式: dispersed = 分散供养 at home, pooled = 集中供养 in a hospital, which is then paid the care allowance. */
  readonly care: { readonly mode: 'dispersed' | 'pooled' }
  /**
   * 遗属身份的依据: of whom one is the survivor, how related, and on which ground of art. 19 one draws. `remarried`: a spouse who goes on
   * supporting the family (art. 20); `none`: looked into, and no ground holds. `supported`: a sibling was 由该军人生前供养.
   */
  readonly survivor: {
    readonly of: 'martyr' | 'duty' | 'illness'
    readonly relation: 'parent' | 'spouse' | 'child' | 'sibling'
    readonly ground?: 'no-means' | 'low-income' | 'studying' | 'disabled' | 'minor' | 'remarried' | 'none' | undefined
    readonly supported?: boolean | undefined
    readonly deceased?: string | undefined
  }
  /** 义务兵入伍: `approved` is the day the enlistment was approved, from which the family's half-years run. */
  readonly conscription: {
    readonly approved: Day
    readonly region?: 'tibet' | 'xinjiang' | 'plateau' | undefined
    readonly student?: 'bachelor' | 'college' | 'enrolled' | undefined
    readonly left?: Day | undefined
    readonly how?: ConscriptLeaving | undefined
  }
  /** 中止待遇: the province decides (军人抚恤优待条例 art. 59), so its decision is a fact with its document. */
  readonly suspension: { readonly ground: string; readonly document: string }
  readonly lone: { readonly kind: 'alone' | 'orphan' }
  /** 死亡性质: what the lump sum and the months after death hang on. `basePay`: 本人月基本工资 of somebody who died serving. */
  readonly 'death-cause': {
    readonly cause: 'martyrdom' | 'on-duty' | 'service-illness' | 'old-injury' | 'illness' | 'accident'
    readonly basePay?: Fen | undefined
    readonly honour?: string | undefined
  }
  /** 退役安置方式: `reported` begins the wait for work, `letter` (介绍信) ends it. */
  readonly arrangement: {
    readonly mode: 'self-employed' | 'assigned-work' | 'monthly-pay' | 'retired' | 'supported' | 'demobilised'
    readonly reported?: Day | undefined
    readonly letter?: Day | undefined
  }
}

/** 义务兵离队情形: each ends the family's allowance in its own way. */
export type ConscriptLeaving =
  | 'completed'
  | 'unfit'
  | 'early'
  | 'deferred'
  | 'promoted'
  | 'academy'
  | 'sergeant'
  | 'dismissed'

export type FactKind = keyof FactValues

/** `single`: one value holds in the world at a time. `many`: several hold at once. */
export interface FactKindTerm {
  readonly name: string
  readonly holds: 'single' | 'many'
  readonly sealed: boolean
}

export const factKinds: { readonly [K in FactKind]: FactKindTerm } = {
  name: { name: '姓名', holds: 'single', sealed: false },
  'id-number': { name: '公民身份号码', holds: 'single', sealed: true },
  sex: { name: '性别', holds: 'single', sealed: false },
  birth: { name: '出生日期', holds: 'single', sealed: false },
  ethnicity: { name: '民族', holds: 'single', sealed: false },
  'political-status': { name: '政治面貌', holds: 'single', sealed: false },
  education: { name: '文化程度', holds: 'single', sealed: false },
  'marital-status': { name: '婚姻状况', holds: 'single', sealed: false },
  residence: { name: '居住地', holds: 'single', sealed: false },
  'household-registration': { name: '户籍', holds: 'single', sealed: false },
  phone: { name: '联系电话', holds: 'many', sealed: true },
  service: { name: '服役经历', holds: 'many', sealed: false },
  identity: { name: '身份', holds: 'many', sealed: false },
  disability: { name: '残疾等级', holds: 'single', sealed: false },
  merit: { name: '立功受奖', holds: 'many', sealed: false },
  'bank-account': { name: '银行账户', holds: 'single', sealed: true },
  employment: { name: '就业情况', holds: 'single', sealed: false },
  income: { name: '年收入', holds: 'single', sealed: false },
  hardship: { name: '困难情形', holds: 'many', sealed: false },
  health: { name: '健康情况', holds: 'many', sealed: true },
  'pension-insurance': { name: '养老保障', holds: 'single', sealed: false },
  death: { name: '去世', holds: 'single', sealed: false },
  award: { name: '待遇核定', holds: 'many', sealed: false },
  care: { name: '供养方式', holds: 'single', sealed: false },
  survivor: { name: '遗属依据', holds: 'many', sealed: false },
  conscription: { name: '义务兵入伍', holds: 'single', sealed: false },
  suspension: { name: '中止待遇', holds: 'single', sealed: false },
  lone: { name: '孤老孤儿', holds: 'single', sealed: false },
  'death-cause': { name: '死亡性质', holds: 'single', sealed: false },
  arrangement: { name: '安置方式', holds: 'single', sealed: false },
}

/** 部分密封 (sealed fields): what of an open kind is as sensitive as a health finding, and is kept and masked as one. */
export const sealedFields: { readonly [K in FactKind]?: readonly (keyof FactValues[K])[] } = {
  disability: ['mental'],
}

/** A value in two: what stands open, and what is sealed beside it; undefined where the value says nothing of that. */
export function partsOfValue(fact: Pick<Fact, 'kind' | 'value'>): {
  readonly open: object
  readonly sealed: object | undefined
} {
  const names: readonly string[] = sealedFields[fact.kind] ?? []
  const said = Object.entries(fact.value).filter(([, value]) => value !== undefined)
  const sealed = said.filter(([name]) => names.includes(name))
  return {
    open: Object.fromEntries(said.filter(([name]) => !names.includes(name))),
    sealed: sealed.length === 0 ? undefined : Object.fromEntries(sealed),
  }
}

/** Does a fact hold anything that is masked and opened for a purpose only? */
export function holdsSealed(fact: Pick<Fact, 'kind' | 'value'>): boolean {
  return factKinds[fact.kind].sealed || partsOfValue(fact).sealed !== undefined
}

/** 来源 (source): where a fact came from, so that "who told us" always has an answer. */
export type FactSource =
  | { readonly kind: 'ledger'; readonly batchId: string; readonly row: number; readonly sheet: string }
  | { readonly kind: 'clerk'; readonly note: string }
  | { readonly kind: 'visit'; readonly visitId: string }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'person'; readonly note: string }
  | { readonly kind: 'derived'; readonly from: FactKind }

/** confirmed = seen on a document; stated = somebody said so; derived = computed from another fact. */
export type Certainty = 'confirmed' | 'stated' | 'derived'

/** 事实 (fact): a value, when it held in the world (from is inclusive, to is exclusive), and who told us. */
export type Fact<K extends FactKind = FactKind> = {
  readonly [P in K]: {
    readonly kind: P
    readonly value: FactValues[P]
    readonly validFrom: Day | undefined
    readonly validTo: Day | undefined
    readonly source: FactSource
    readonly certainty: Certainty
  }
}[K]

/** A fact as it is kept: with its id, when we learnt it and, if it no longer counts, when it was superseded. */
export type KeptFact<K extends FactKind = FactKind> = Fact<K> & {
  readonly id: number
  readonly recordedAt: string
  readonly supersededAt: string | undefined
}

export function isFactKind(text: string): text is FactKind {
  return Object.hasOwn(factKinds, text)
}
