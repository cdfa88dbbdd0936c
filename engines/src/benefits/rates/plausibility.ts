import { changeComplaints } from './change-checks.ts'
import type { RateComplaint, RatesAtHand } from './complaint.ts'
import { formComplaints } from './form-checks.ts'
import { orderComplaints } from './order-checks.ts'
import { floorComplaints, spreadComplaints } from './table-checks.ts'

/**
 * 合理性检查 (plausibility): all that speaks against some proposed rates, row by row. The widely copied "2025" page of disability pensions
 * fails here thrice: figures of 2017, illness rated above grade six, illness paid above war.
 */
export function complaintsAboutRates(at: RatesAtHand): readonly RateComplaint[] {
  const found = [
    ...formComplaints(at),
    ...orderComplaints(at),
    ...changeComplaints(at),
    ...floorComplaints(at),
    ...spreadComplaints(at),
  ]
  return found.toSorted((one, other) => one.row - other.row)
}
