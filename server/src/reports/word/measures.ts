/** A twip is a twentieth of a point; 1 mm is 56.69 of them. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** 版心 (type area) of GB/T 9704-2012, 5.2: 156 x 225 mm on A4, with 37 mm above and 28 mm on the binding side. */
export const typeArea = { width: twips(156), height: twips(225) } as const

/** 行距 (line pitch): 22 lines in 225 mm. 28.95 pt, a hair under 225 mm / 22, so that rounding never pushes out the last. */
export const linePitch = 579

/**
 * 字距 (character spacing): 28 characters of 16 pt in 156 mm need a quarter of a point less each. A character grid would say
 * so too, but LibreOffice sets 18 characters a line by it.
 */
export const bodyCharacterSpacing = -5

/** 一字 (one character) of body text: 16 pt less the spacing. */
export const bodyCharacter = 320 + bodyCharacterSpacing
