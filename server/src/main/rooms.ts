import { contract } from '@dongzhou/contract'
import { accessRoutes } from '../access/index.ts'
import { activitiesRoutes } from '../activities/index.ts'
import { benefitsRoutes, screeningJob } from '../benefits/index.ts'
import { caseworkRoutes } from '../casework/index.ts'
import { acceptBatchJob, intakeRoutes, markBookJob, readBatchJob, withdrawBatchJob } from '../intake/index.ts'
import { integrityRoutes } from '../integrity/index.ts'
import { jobsRoutes } from '../jobs/index.ts'
import { linkageRoutes, registerPersonWithCandidates, scanJob } from '../linkage/index.ts'
import { computePaymentRunJob, exportFileJob, exportRecipientsJob, paymentsRoutes } from '../payments/index.ts'
import { planRoutes } from '../plan/index.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import { type BoundRoute, bindRoutes } from '../platform/routes.ts'
import { exportPeopleJob, refreshProjectionsJob, registryRoutes } from '../registry/index.ts'
import { exportReportJob, reportsRoutes } from '../reports/index.ts'
import { trailRoutes } from '../trail/index.ts'
import { visitsRoutes } from '../visits/index.ts'
import { fillPeopleJob } from './fill-people.ts'

/** 房间 (rooms): the routes of each room, under its key in the contract. A room that is added has its line here. */
export const roomRoutes = {
  access: accessRoutes,
  activities: activitiesRoutes,
  benefits: benefitsRoutes,
  casework: caseworkRoutes,
  intake: intakeRoutes,
  integrity: integrityRoutes,
  jobs: jobsRoutes,
  linkage: linkageRoutes,
  payments: paymentsRoutes,
  plan: planRoutes,
  // Linkage looks at who is on file before somebody is entered; registry itself knows nothing of linkage.
  registry: { ...registryRoutes, registerPerson: registerPersonWithCandidates },
  reports: reportsRoutes,
  trail: trailRoutes,
  visits: visitsRoutes,
}

/** Every kind of long work. A room that brings some has its line here. */
const jobs: readonly JobDefinition[] = [
  fillPeopleJob,
  exportPeopleJob,
  refreshProjectionsJob,
  exportReportJob,
  computePaymentRunJob,
  exportFileJob,
  exportRecipientsJob,
  scanJob,
  screeningJob,
  readBatchJob,
  acceptBatchJob,
  withdrawBatchJob,
  markBookJob,
]

/** The contract of the rooms that are here: what the border serves, and what the interface reference shows. */
export const served = pick(contract, roomRoutes)

/** Each route of those with its work; one that has none stops the start. */
export function boundRoutes(): readonly BoundRoute[] {
  return bindRoutes(served, roomRoutes)
}

export function jobDefinitions(): ReadonlyMap<string, JobDefinition> {
  return new Map(jobs.map((job) => [job.kind, job]))
}

function pick<Whole extends object, Part extends object>(
  whole: Whole,
  part: Part,
): Pick<Whole, keyof Whole & keyof Part> {
  const entries = Object.entries(whole).filter(([name]) => Object.hasOwn(part, name))
  return Object.fromEntries(entries) as Pick<Whole, keyof Whole & keyof Part>
}
