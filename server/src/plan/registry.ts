import type { Indicator } from './indicator.ts'
import { applicationsReceived } from './indicators/applications-received.ts'
import { benefitsPaid } from './indicators/benefits-paid.ts'
import { campaignVisitsPaid } from './indicators/campaign-visits-paid.ts'
import { cataractsOperated } from './indicators/cataracts-operated.ts'
import { commonSuggestions } from './indicators/common-suggestions.ts'
import { convalescencePlacesUsed } from './indicators/convalescence-places-used.ts'
import { enterprisesVisited } from './indicators/enterprises-visited.ts'
import { hearingAidsFitted } from './indicators/hearing-aids-fitted.ts'
import { homesAdapted } from './indicators/homes-adapted.ts'
import { institutionsDesignated } from './indicators/institutions-designated.ts'
import { leagueClassesHeld } from './indicators/league-classes-held.ts'
import { loanBanks } from './indicators/loan-banks.ts'
import { loanTrainingsHeld } from './indicators/loan-trainings-held.ts'
import { memorialTowns } from './indicators/memorial-towns.ts'
import { memorialsInRegistration } from './indicators/memorials-in-registration.ts'
import { meritNewsDelivered } from './indicators/merit-news-delivered.ts'
import { objectsArchived } from './indicators/objects-archived.ts'
import { pairingOrganisations } from './indicators/pairing-organisations.ts'
import { pairingPeople } from './indicators/pairing-people.ts'
import { pairingVisitsPaid } from './indicators/pairing-visits-paid.ts'
import { pairingVisitsPlanned } from './indicators/pairing-visits-planned.ts'
import { placementsChosen } from './indicators/placements-chosen.ts'
import { planTargets } from './indicators/plan-targets.ts'
import { proceduresDecided } from './indicators/procedures-decided.ts'
import { questionnairesValid } from './indicators/questionnaires-valid.ts'
import { recruitPairs } from './indicators/recruit-pairs.ts'
import { redLecturesAttendance } from './indicators/red-lectures-attendance.ts'
import { redLecturesHeld } from './indicators/red-lectures-held.ts'
import { redLecturesPlanned } from './indicators/red-lectures-planned.ts'
import { residentsWithinCircle } from './indicators/residents-within-circle.ts'
import { retiredCadreActivitiesHeld } from './indicators/retired-cadre-activities-held.ts'
import { schoolGrantsGiven } from './indicators/school-grants-given.ts'
import { servingFamiliesCared } from './indicators/serving-families-cared.ts'
import { specialPostCandidates } from './indicators/special-post-candidates.ts'
import { springTrainees } from './indicators/spring-trainees.ts'
import { stationDutiesDone } from './indicators/station-duties-done.ts'
import { stationServicesGiven } from './indicators/station-services-given.ts'
import { studioActivitiesHeld } from './indicators/studio-activities-held.ts'
import { summerEveningsHeld } from './indicators/summer-evenings-held.ts'
import { summerEveningsPlanned } from './indicators/summer-evenings-planned.ts'
import { teachersPlaced } from './indicators/teachers-placed.ts'
import { touringExhibitionPersonTimes } from './indicators/touring-exhibition-person-times.ts'
import { touringExhibitionStops } from './indicators/touring-exhibition-stops.ts'
import { troupeTrainingsHeld } from './indicators/troupe-trainings-held.ts'
import { vacanciesPushed } from './indicators/vacancies-pushed.ts'
import { ventureProjectsRunning } from './indicators/venture-projects-running.ts'
import { veteransTalksHeld } from './indicators/veterans-talks-held.ts'
import { volunteerTurnsServed } from './indicators/volunteer-turns-served.ts'
import { warVeteransContacted } from './indicators/war-veterans-contacted.ts'
import { warVictoryExhibitionVisitors } from './indicators/war-victory-exhibition-visitors.ts'

/** 指标名录 (indicators): one file each. The order is that of the plan, which is that of its programmes. */
export const indicators: readonly Indicator[] = [
  veteransTalksHeld,
  objectsArchived,
  redLecturesPlanned,
  redLecturesHeld,
  redLecturesAttendance,
  troupeTrainingsHeld,
  summerEveningsPlanned,
  summerEveningsHeld,
  volunteerTurnsServed,
  touringExhibitionStops,
  touringExhibitionPersonTimes,
  leagueClassesHeld,
  warVictoryExhibitionVisitors,
  pairingOrganisations,
  pairingPeople,
  pairingVisitsPlanned,
  pairingVisitsPaid,
  campaignVisitsPaid,
  servingFamiliesCared,
  recruitPairs,
  meritNewsDelivered,
  ventureProjectsRunning,
  stationServicesGiven,
  studioActivitiesHeld,
  residentsWithinCircle,
  benefitsPaid,
  warVeteransContacted,
  institutionsDesignated,
  convalescencePlacesUsed,
  homesAdapted,
  memorialTowns,
  memorialsInRegistration,
  proceduresDecided,
  retiredCadreActivitiesHeld,
  hearingAidsFitted,
  cataractsOperated,
  schoolGrantsGiven,
  springTrainees,
  teachersPlaced,
  specialPostCandidates,
  loanBanks,
  loanTrainingsHeld,
  vacanciesPushed,
  applicationsReceived,
  enterprisesVisited,
  placementsChosen,
  questionnairesValid,
  commonSuggestions,
  stationDutiesDone,
  planTargets,
]

const byCode: ReadonlyMap<string, Indicator> = new Map(indicators.map((it) => [it.code, it]))

export function findIndicator(code: string): Indicator | undefined {
  return byCode.get(code)
}
