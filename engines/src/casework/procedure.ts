import type { CaseEnd, CaseMove, CasePlace, DayCount, StepKind } from '@dongzhou/terms/casework'
import type { FactKind } from '@dongzhou/terms/fact'
import type { Authority } from '@dongzhou/terms/role'

/**
 * 事项 (procedure) as data: who may apply, what is asked, which steps lead where, and how long each may take. A running case keeps the
 * version it began with, so a version is never edited once a case runs on it.
 */
export interface Procedure {
  readonly code: string
  readonly version: number
  /** 事项名称 as the counter shows it. */
  readonly name: string
  /** 依据, a line each, as the paper prints them. */
  readonly basis: readonly string[]
  /** 已有信息: facts that must be on file before the application goes on. They are shown, never asked a second time. */
  readonly needs: readonly FactKind[]
  readonly fields: readonly CaseField[]
  readonly documents: readonly CaseDocument[]
  readonly first: string
  readonly steps: Readonly<Record<string, Step>>
  readonly clocks: readonly Clock[]
  /** 撤回: the steps in which the applicant may still withdraw. */
  readonly withdrawIn: readonly string[]
  /** 重新办理: an end and the step at which a case of that end may be taken up again. */
  readonly reopen: readonly { readonly from: CaseEnd; readonly at: string }[]
}

/** 表单项: what the registry cannot know and the procedure must ask. */
export interface CaseField {
  readonly code: string
  readonly label: string
  readonly kind: 'text' | 'long-text' | 'day' | 'month' | 'number' | 'fen' | 'choice' | 'yes-no'
  readonly choices?: Readonly<Record<string, string>>
  /** The step in which it is asked; the first where absent. */
  readonly askedAt?: string
  readonly isOptional?: boolean
  readonly help?: string
}

/** 材料: `instead` names the fact that makes the paper needless when the registry holds it as confirmed. */
export interface CaseDocument {
  readonly code: string
  readonly name: string
  readonly copies: number
  readonly isOriginal: boolean
  readonly instead?: FactKind
  readonly isOptional?: boolean
  readonly help?: string
}

/** 环节 (step). `apartFrom`: whoever acted there may not act here, 经办与审批分离. */
export interface Step {
  readonly name: string
  readonly kind: StepKind
  readonly place: CasePlace
  readonly authority: Authority
  readonly moves: readonly Move[]
  readonly apartFrom?: readonly string[]
  /** 公示: how many days, and which field the notice shows besides the masked name. */
  readonly notice?: { readonly days: number; readonly count: DayCount; readonly shows: readonly string[] }
}

/** 流向: `to` is a step or an end. `because` asks for reasons in writing: nobody is sent back or refused without them. */
export interface Move {
  readonly move: CaseMove
  readonly to: string | CaseEnd
  /** Distinguishes moves of one name, e.g. the answers an outside authority may give. */
  readonly answer?: string
  readonly because?: boolean
}

/**
 * 时限 (clock). Runs from the day one of `from` is entered and ends the day one of `until` is; stands still while the case is in
 * `stillIn`, as the law takes notice, examination and completion out of the time.
 */
export interface Clock {
  readonly code: string
  readonly name: string
  readonly basis: string
  readonly days: number
  readonly count: DayCount
  readonly from: readonly string[]
  readonly until: readonly (string | CaseEnd)[]
  readonly stillIn: readonly string[]
  /** 延期: once, by so many days, on whose approval. */
  readonly extension?: { readonly days: number; readonly basis: string; readonly authority: Authority }
}
