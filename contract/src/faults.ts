import { accessFaults } from './access-faults.ts'
import { activitiesFaults } from './activities-faults.ts'
import { benefitsFaults } from './benefits-faults.ts'
import { caseworkFaults } from './casework-faults.ts'
import { intakeFaults } from './intake-faults.ts'
import { linkageFaults } from './linkage-faults.ts'
import { paymentsFaults } from './payments-faults.ts'
import { planFaults } from './plan-faults.ts'
import { platformFaults } from './platform-faults.ts'
import { registryFaults } from './registry-faults.ts'
import { reportsFaults } from './reports-faults.ts'
import { visitsFaults } from './visits-faults.ts'

/** Every fault the server can answer with: code to status and the one Chinese sentence for the person who must act. */
export const faults = {
  ...platformFaults,
  ...accessFaults,
  ...intakeFaults,
  ...linkageFaults,
  ...registryFaults,
  ...reportsFaults,
  ...visitsFaults,
  ...paymentsFaults,
  ...planFaults,
  ...activitiesFaults,
  ...benefitsFaults,
  ...caseworkFaults,
} as const satisfies Record<string, FaultTerm>

export interface FaultTerm {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 422 | 423 | 429 | 500 | 503
  readonly say: string
}

export type FaultCode = keyof typeof faults
