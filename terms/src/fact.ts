import type { Day, Precision } from './day.ts'
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
    readonly enlisted?: { readonly day: Day; readonly precision: Precision } | undefined
    readonly discharged?: { readonly day: Day; readonly precision: Precision } | undefined
    readonly category?: string | undefined
    readonly rank?: string | undefined
    readonly dischargeNumber?: string | undefined
  }
  readonly identity: { readonly identity: Identity; readonly certificate?: string | undefined }
  readonly disability: { readonly grade: number; readonly nature: 'war' | 'duty' | 'illness' }
  readonly merit: { readonly class: string; readonly year?: number | undefined }
  readonly 'bank-account': { readonly bank: string; readonly account: string; readonly holder: string }
  readonly employment: { readonly state: string; readonly employer?: string | undefined }
  readonly income: { readonly yearly: Fen }
  readonly hardship: { readonly kind: string }
  readonly health: { readonly finding: string }
  readonly 'pension-insurance': { readonly kind: string }
  readonly death: { readonly day: Day; readonly precision: Precision }
}

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
