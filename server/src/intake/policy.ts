import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

interface Placed {
  readonly division: DivisionCode
}

/** A batch belongs to the division of whoever uploaded it. */
export function mayReadBatch(clerk: Clerk, batch: Placed): May {
  return mayAt(clerk, 'intake.read', batch.division)
}

/** Seeing staged rows is working on them: they hold ID numbers in clear, as the sheet does. */
export function mayWorkOnBatch(clerk: Clerk, batch: Placed): May {
  return mayAt(clerk, 'intake.write', batch.division)
}
