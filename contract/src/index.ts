import { access } from './access.ts'
import { activities } from './activities.ts'
import { benefits } from './benefits.ts'
import { benefitsRates } from './benefits-rates.ts'
import { casework } from './casework.ts'
import { intake } from './intake.ts'
import { integrity } from './integrity.ts'
import { linkage } from './linkage.ts'
import { payments } from './payments.ts'
import { plan } from './plan.ts'
import { jobs, trail } from './platform.ts'
import { registry } from './registry.ts'
import { reports } from './reports.ts'
import { visits } from './visits.ts'

/** Everything that crosses the wire, room by room. The server implements it, the screens call it, tests walk it. */
export const contract = {
  access,
  activities,
  benefits: { ...benefits, ...benefitsRates },
  casework,
  intake,
  integrity,
  jobs,
  linkage,
  payments,
  plan,
  registry,
  reports,
  trail,
  visits,
}
