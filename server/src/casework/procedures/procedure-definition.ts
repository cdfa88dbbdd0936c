import type { Procedure } from '@dongzhou/engines/casework'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Day } from '@dongzhou/terms/day'
import type { FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'
import type { Month } from '@dongzhou/terms/month'
import type { Section } from '@dongzhou/terms/role'
import type { AnswerReader } from './answer-reader.ts'

/** 事项定义 (procedure definition): what the engine walks through, and what the bureau adds: whose it is, who may read it, what it does. */
export interface ProcedureDefinition extends Procedure {
  /** 主管科室. */
  readonly section: Section
  /** 内容敏感: of the bureau's sections only its own reads such a case; stations read those of their division, leaders all. */
  readonly isRestricted: boolean
  /** 一人一件: nobody has two open cases of it. */
  readonly isSingle: boolean
  /** 受理条件 the register can tell, of the facts in `needs`: a sentence for each that is not met on the day of the application. */
  readonly hindrances?: (known: readonly KeptFact[], on: Day) => readonly string[]
  readonly effect: Effect
}

/** 决定的效力: what a grant records. `from` and `years` name fields of the form; `asks` the fields without which `decide` cannot be asked. */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'award'; readonly benefit: Benefit; readonly from: string; readonly years?: string }
  | {
      readonly kind: 'facts'
      readonly asks: readonly string[]
      readonly decide: (answers: AnswerReader, decided: Day) => Decided
    }

/** What a decision comes to: facts with the case as their source, decisions on money that end, and one that begins. */
export interface Decided {
  readonly records: readonly DecidedFact[]
  readonly ends?: readonly { readonly benefit: Benefit; readonly through: Month }[]
  readonly award?: { readonly benefit: Benefit; readonly approved: Day; readonly from?: Month } | undefined
}

/** A fact as it was decided, and since when it holds. */
export type DecidedFact = {
  readonly [K in FactKind]: { readonly kind: K; readonly value: FactValues[K]; readonly validFrom: Day | undefined }
}[FactKind]
