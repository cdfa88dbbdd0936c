import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

/** 裁定 (decide): saying that two are different, merging them and taking a merge back take authority over both sides. */
export function mayDecide(clerk: Clerk, sides: readonly DivisionCode[]): May {
  return sides.map((division) => mayAt(clerk, 'linkage.decide', division)).find((may) => may !== 'yes') ?? 'yes'
}
