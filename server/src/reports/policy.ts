import type { DivisionCode } from '@dongzhou/terms/division'
import { type Clerk, mayAt } from '../platform/clerk.ts'
import type { May } from '../platform/fault.ts'

interface Placed {
  readonly division: DivisionCode
}

export function mayReadReport(clerk: Clerk, report: Placed): May {
  return mayAt(clerk, 'reports.read', report.division)
}

/** 编写: drafting, saving, finishing and opening again are one authority; a leader reads and takes away. */
export function mayWriteReport(clerk: Clerk, report: Placed): May {
  return mayAt(clerk, 'reports.write', report.division)
}

export function mayExportReport(clerk: Clerk, report: Placed): May {
  return mayAt(clerk, 'reports.export', report.division)
}
