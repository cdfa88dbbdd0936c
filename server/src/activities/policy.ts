import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

interface Placed {
  readonly division: DivisionCode
}

/** A series is changed by whoever keeps the division that opened it; recording events under it is another matter. */
export function mayChangeSeries(clerk: Clerk, series: Placed): May {
  return mayAt(clerk, 'activities.write', series.division)
}

export function mayWriteEvent(clerk: Clerk, event: Placed): May {
  return mayAt(clerk, 'activities.write', event.division)
}
