import { type DivisionCode, divisionCode } from '@dongzhou/terms/division'
import type { Bureau } from './setting.ts'

/** The division a bureau is in charge of: its whole county. */
export function bureauDivision({ code }: Pick<Bureau, 'code'>): DivisionCode {
  return divisionCode(code.padEnd(12, '0'))
}
