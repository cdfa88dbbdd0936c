import type { DivisionCode } from '@dongzhou/terms/division'
import { bureauDivision } from '../platform/bureau-division.ts'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'
import type { Bureau } from '../platform/setting.ts'

interface Placed {
  readonly division: DivisionCode
}

export function mayReadPayments(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'payments.read', division)
}

/** 编制: makes runs, takes returns and death lists, plans recoveries, moves stock. */
export function mayMakePayments(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'payments.make', division)
}

/**
 * 编制名单 needs the whole bureau in sight: whoever has moved between towns was paid elsewhere before, and a list that does not see those
 * lines would pay the months again.
 */
export function mayListPayments(clerk: Clerk, bureau: Pick<Bureau, 'code'>): May {
  return mayAt(clerk, 'payments.make', bureauDivision(bureau))
}

/** 复核: signs for the list, sends it back, decides findings. */
export function mayCheckPayments(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'payments.check', division)
}

export function mayApprovePayments(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'payments.approve', division)
}

/** 确认发放: releases, and takes the numbers for the bank out of the house. */
export function mayReleasePayments(clerk: Clerk, { division }: Placed): May {
  return mayAt(clerk, 'payments.release', division)
}
