import { Fault } from '../../platform/fault.ts'
import { benefitMoveIn } from './benefit-move-in.ts'
import { benefitMoveOut } from './benefit-move-out.ts'
import { conscriptPayee } from './conscript-payee.ts'
import { disabilityAdjustment } from './disability-adjustment.ts'
import { disabilityCard } from './disability-card.ts'
import { disabilityNew } from './disability-new.ts'
import { disabilitySupplementary } from './disability-supplementary.ts'
import { hardshipHelp } from './hardship-help.ts'
import { homeAdaptation } from './home-adaptation.ts'
import { illReturned } from './ill-returned.ts'
import { petition } from './petition.ts'
import { preferentialCard } from './preferential-card.ts'
import { preferentialCardReplacement } from './preferential-card-replacement.ts'
import type { ProcedureDefinition } from './procedure-definition.ts'
import { ruralVeteran60 } from './rural-veteran-60.ts'
import { shortRecuperation } from './short-recuperation.ts'
import { warResistanceCare } from './war-resistance-care.ts'
import { yearlyConfirmation } from './yearly-confirmation.ts'

/** 事项清单: every procedure in every version a case may still run on, the latest version of a code last. */
export const procedureList: readonly ProcedureDefinition[] = [
  ruralVeteran60,
  illReturned,
  disabilityNew,
  disabilitySupplementary,
  disabilityAdjustment,
  disabilityCard,
  preferentialCard,
  preferentialCardReplacement,
  benefitMoveIn,
  benefitMoveOut,
  yearlyConfirmation,
  conscriptPayee,
  hardshipHelp,
  shortRecuperation,
  homeAdaptation,
  warResistanceCare,
  petition,
]

/** The procedures in the versions in which new cases begin. */
export const currentProcedures: readonly ProcedureDefinition[] = [
  ...new Map(procedureList.map((one) => [one.code, one])).values(),
]

/** The version in which a new case of a procedure begins. Throws `casework.procedure-not-found`. */
export function currentProcedure(code: string): ProcedureDefinition {
  const found = currentProcedures.find((one) => one.code === code)
  if (found === undefined) throw new Fault('casework.procedure-not-found')
  return found
}

/** The version a running case began with. Throws `casework.procedure-not-found`. */
export function procedureOf(code: string, version: number): ProcedureDefinition {
  const found = procedureList.find((one) => one.code === code && one.version === version)
  if (found === undefined) throw new Fault('casework.procedure-not-found')
  return found
}
