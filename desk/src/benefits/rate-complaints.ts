import type { RateComplaintView } from '@dongzhou/contract/benefits-rates'
import { proposeWords } from './rate-form-words.ts'

export type Weight = RateComplaintView['weight']

/** Complaints sorted to where they are shown: at a grade's own figure, or at a field all grades share. */
export interface PlacedComplaints {
  readonly byKey: ReadonlyMap<string, readonly RateComplaintView[]>
  readonly byField: ReadonlyMap<string, readonly RateComplaintView[]>
  readonly refused: number
  readonly held: number
  readonly warning: number
}

/** Fields that stand above the figures, once for all of them. */
const sharedFields: ReadonlySet<string> = new Set([
  'base',
  'unit',
  'validFrom',
  'validTo',
  'announcedOn',
  'document',
  'source',
  'jurisdiction',
])

/** Places what the checks found. A field that all rows share is complained of once, however many rows were sent with it. */
export function placed(found: readonly RateComplaintView[], keys: readonly string[]): PlacedComplaints {
  const own = found.filter(({ field }) => !sharedFields.has(field))
  const byKey = Map.groupBy(
    own.map((complaint) => ({ ...complaint, say: withoutGrade(complaint.say) })),
    ({ row }) => keys[row] ?? '',
  )
  const shared = found.filter(({ field }) => sharedFields.has(field))
  const byField = new Map<string, RateComplaintView[]>()
  for (const complaint of shared) {
    const list = byField.get(complaint.field) ?? []
    byField.set(complaint.field, list)
    // `残疾抚恤金标准 因战一级：…` and `… 因战二级：…` say the same of the one field.
    const say = withoutGrade(complaint.say)
    if (!list.some((other) => other.say === say)) list.push({ ...complaint, say })
  }
  const distinct = [...byKey.values(), ...byField.values()].flat()
  return { byKey, byField, ...countsOf(distinct) }
}

/** The sentence without the name of the standard it begins with: beside the field it is clear which one is meant. */
export function withoutGrade(say: string): string {
  const at = say.indexOf('：')
  return at < 0 ? say : say.slice(at + 1)
}

export function countsOf(found: readonly { readonly weight: Weight }[]): Record<Weight, number> {
  const count = (weight: Weight) => found.filter((each) => each.weight === weight).length
  return { refused: count('refused'), held: count('held'), warning: count('warning') }
}

/** `2 处须改正，1 处提示`, or that nothing was found. */
export function foundText({ refused, held, warning }: Readonly<Record<Weight, number>>): string {
  return refused + held + warning === 0 ? proposeWords.clean : proposeWords.found(refused, held, warning)
}
