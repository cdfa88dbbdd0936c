import type { contract } from '@dongzhou/contract'
import type { served } from '../../main/rooms.ts'
import { accessSamples } from './access.ts'
import { activitiesSamples } from './activities.ts'
import { benefitsSamples } from './benefits.ts'
import { caseworkSamples } from './casework.ts'
import { intakeSamples } from './intake.ts'
import { integritySamples } from './integrity.ts'
import { linkageSamples } from './linkage.ts'
import { paymentsSamples } from './payments.ts'
import { planSamples } from './plan.ts'
import { jobsSamples, trailSamples } from './platform.ts'
import { registrySamples } from './registry.ts'
import { reportsSamples } from './reports.ts'
import type { Samples } from './sample.ts'
import { visitsSamples } from './visits.ts'

type SamplesOfRooms<Room extends keyof typeof contract> = { readonly [R in Room]: Samples<(typeof contract)[R]> }
type Coming = Exclude<keyof typeof contract, keyof typeof served>

/** The samples of all rooms. A room that is served, or a route that is added, without its samples does not compile. */
export const routeSamples: SamplesOfRooms<keyof typeof served> & Partial<SamplesOfRooms<Coming>> = {
  access: accessSamples,
  activities: activitiesSamples,
  benefits: benefitsSamples,
  casework: caseworkSamples,
  intake: intakeSamples,
  integrity: integritySamples,
  jobs: jobsSamples,
  linkage: linkageSamples,
  payments: paymentsSamples,
  plan: planSamples,
  registry: registrySamples,
  reports: reportsSamples,
  trail: trailSamples,
  visits: visitsSamples,
}
