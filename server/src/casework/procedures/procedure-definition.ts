import type { Procedure } from '@dongzhou/engines/casework'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { Section } from '@dongzhou/terms/role'

/** 事项定义 (procedure definition): what the engine walks through, and what the bureau adds: whose it is, who may read it, what it does. */
export interface ProcedureDefinition extends Procedure {
  /** 主管科室. */
  readonly section: Section
  /** 内容敏感: of the bureau's sections only its own reads such a case; stations read those of their division, leaders all. */
  readonly isRestricted: boolean
  /** 一人一件: nobody has two open cases of it. */
  readonly isSingle: boolean
  readonly effect: Effect
}

/** 决定的效力: what a grant records. `from` and `years` name fields of the form. */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'award'; readonly benefit: Benefit; readonly from: string; readonly years?: string }
