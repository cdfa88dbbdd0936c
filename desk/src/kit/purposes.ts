/** 用途 (purpose): why somebody opens a masked value or takes a list away. The trail keeps the words. */
export interface Purpose {
  readonly kind: PurposeKind
  readonly note: string
}

export const purposes = {
  handling: '办理本人事项',
  verifying: '核对身份或待遇',
  contacting: '联系本人或家属',
  paying: '发放资金',
  reporting: '上报或统计',
  inspecting: '检查、审计或答复信访',
  other: '其他（须写明）',
} as const

export type PurposeKind = keyof typeof purposes

/** Reasons that fit opening one value, and reasons that fit taking a whole list away. */
export const purposesFor: { readonly [Of in 'open' | 'export']: readonly PurposeKind[] } = {
  open: ['handling', 'verifying', 'contacting', 'paying', 'inspecting', 'other'],
  export: ['reporting', 'paying', 'verifying', 'contacting', 'inspecting', 'other'],
}

/** A stated purpose suffices when it is one of the list, or 其他 with at least four characters that say what. */
export function isStated(purpose: { readonly kind: PurposeKind | undefined; readonly note: string }): boolean {
  if (purpose.kind === undefined) return false
  return purpose.kind !== 'other' || [...purpose.note.trim()].length >= 4
}

/** The sentence that goes into the trail: `发放资金：2025年6月优抚金`. */
export function purposeText(purpose: Purpose): string {
  const note = purpose.note.trim()
  if (purpose.kind === 'other') return note
  return note === '' ? purposes[purpose.kind] : `${purposes[purpose.kind]}：${note}`
}
