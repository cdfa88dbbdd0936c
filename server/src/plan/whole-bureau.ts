import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Bureau, Setting } from '../platform/setting.ts'

/** The division the bureau's plan is made for: its whole county. */
export function bureauDivision(bureau: Bureau): DivisionCode {
  return divisionCode(bureau.code.padEnd(12, '0'))
}

/** Does the clerk see the whole bureau? Targets are the bureau's; a part of it is set against none. */
export function seesWholeBureau({ clerk, bureau }: Setting): boolean {
  return clerk.division === bureauDivision(bureau)
}
