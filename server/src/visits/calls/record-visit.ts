import type { Day } from '@dongzhou/terms/day'
import { fen } from '@dongzhou/terms/fen'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting, Setting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { loadPairingForChange } from '../pairings/load-pairing.ts'
import type { Pairing } from '../pairings/pairings.sql.ts'
import { recordVisitRow, type VisitContent } from './visits.sql.ts'

export interface VisitForm {
  readonly day: Day
  readonly visitors: string
  readonly help: string
  readonly goods: string
  readonly money: number | null
  readonly findings: string
}

/** 登记走访: somebody called under a pairing; what they brought and what they found. */
export async function recordVisit(
  setting: ActionSetting,
  input: VisitForm & { readonly pairingId: number },
): Promise<{ id: number; version: number }> {
  const pairing = await loadPairingForChange(setting, { id: input.pairingId })
  const visit = visitOf(setting, input, pairing)
  const id = await recordVisitRow(setting, visit, { kind: 'clerk', note: '登记走访' })
  await recordTrail(setting, {
    verb: 'visits.record-visit',
    subject: { kind: 'pairing-visit', id },
    division: pairing.division,
    after: visitForTrail(visit),
  })
  return { id, version: 1 }
}

/** What a form comes to, held against the pairing: on a day gone by, while it was in force, and saying something. */
export function visitOf(setting: Setting, form: VisitForm, pairing: Pairing): VisitContent {
  if (pairing.confirmedOn === undefined) throw new Fault('visits.pairing-not-confirmed')
  if (form.day > setting.today) throw new Fault('visits.day-in-future')
  const isAfterEnd = pairing.endedOn !== undefined && form.day > pairing.endedOn
  if (form.day < pairing.confirmedOn || isAfterEnd) throw new Fault('visits.day-outside-pairing')
  if (form.money === null && [form.help, form.goods, form.findings].every((text) => text === ''))
    throw new Fault('visits.visit-says-nothing')
  return {
    pairingId: pairing.id,
    division: pairing.division,
    day: form.day,
    precision: 'day',
    visitors: form.visitors,
    help: form.help,
    goods: form.goods,
    money: form.money === null ? undefined : fen(form.money),
    findings: form.findings,
  }
}

/** What the trail keeps of a visit: findings may speak of somebody's health and stay out. */
export function visitForTrail({ pairingId, day, money, goods }: VisitContent): object {
  return { pairingId, day, money: money ?? null, goods }
}
