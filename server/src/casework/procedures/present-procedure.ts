import type { FieldView, ProcedureLine, ProcedureView } from '@dongzhou/contract/casework-views'
import { type Clock, whoMayAct } from '@dongzhou/engines/casework'
import { casePlaces, dayCounts } from '@dongzhou/terms/casework'
import { roles, sections } from '@dongzhou/terms/role'
import { factNames } from '../cases/ground.ts'
import type { ProcedureDefinition } from './procedure-definition.ts'

export function presentProcedureLine({
  code,
  version,
  name,
  section,
  isRestricted,
}: ProcedureDefinition): ProcedureLine {
  return { code, version, name, sectionName: sections[section], isRestricted }
}

/** 办事指南 of a procedure. */
export function presentProcedure(procedure: ProcedureDefinition): ProcedureView {
  return {
    ...presentProcedureLine(procedure),
    basis: procedure.basis,
    needs: factNames(procedure.needs),
    fields: presentFields(procedure),
    papers: procedure.documents.map(({ code, name, copies, isOriginal, isOptional, help }) => {
      return { code, name, copies, isOriginal, isOptional: isOptional === true, help: help ?? '' }
    }),
    steps: Object.entries(procedure.steps).map(([code, { name, place }]) => {
      const mayAct = whoMayAct(procedure, code).map((role) => roles[role])
      return { code, name, place, placeName: casePlaces[place], roles: mayAct }
    }),
    clocks: procedure.clocks.map((clock) => ({ name: clock.name, say: clockText(clock), basis: clock.basis })),
  }
}

export function presentFields({ fields, first }: ProcedureDefinition): readonly FieldView[] {
  return fields.map(({ code, label, kind, choices, askedAt, isOptional, help }) => ({
    code,
    label,
    kind,
    choices: Object.entries(choices ?? {}).map(([choice, text]) => ({ code: choice, label: text })),
    askedAt: askedAt ?? first,
    isOptional: isOptional === true,
    help: help ?? '',
  }))
}

function clockText({ days, count, extension }: Clock): string {
  const whole = `${days}${dayCounts[count]}`
  return extension === undefined ? whole : `${whole}，可延长一次，不超过${extension.days}${dayCounts[count]}`
}
