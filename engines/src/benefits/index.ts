export type { Lacking, Part } from './answer.ts'
export { parts } from './answer.ts'
export { type Budget, type BudgetMonth, type BudgetOrder, budgetOf, spendByMonth } from './budget.ts'
export { type BulkOrder, segmentsInPortions, segmentsOfAll } from './bulk.ts'
export { Columns, columnsOf, joinColumns } from './columns.ts'
export { type DueMonth, dueByMonth } from './due-months.ts'
export { explain, type Months, type Reason, type Segment, segmentsOf, type Verdict } from './evaluate.ts'
export { nationalExclusions, regularBenefits } from './exclusion-list.ts'
export { type Exclusion, exclusionWays } from './exclusions.ts'
export { unreadTexts } from './fact-texts.ts'
export type { Award, Merit, PersonFacts, Stretch } from './facts.ts'
export { benefitFactKinds, factsAsked } from './facts-asked.ts'
export {
  type Birthday,
  birthdaysOf,
  type Change,
  type ChangeReason,
  changesOf,
  changeWords,
  type State,
} from './forecast.ts'
export { type ApprovalStep, confirmedSince, type HouseRules, houseRulesIn } from './house-rules.ts'
export { type Article, articlesOn, articleText, laws } from './laws.ts'
export { partsAt } from './parts-at.ts'
export { personFactsOf } from './person-facts.ts'
export { Question } from './question.ts'
export { RateBook, type RateInForce, Shelf } from './rate-book.ts'
export type { ComplaintWeight, PlausibilityLimits, RateComplaint } from './rates/complaint.ts'
export { demoCountyRates } from './rates/demo-county.ts'
export { demoHouseRates } from './rates/demo-house.ts'
export { complaintsAboutRates } from './rates/plausibility.ts'
export { sampleRates } from './rates/sample-rates.ts'
export { needsBase, unitsOf } from './rates/units.ts'
export { type Deduction, equalInstalments, type Instalment, keptBack, type RecoveryPlan } from './recovery.ts'
export { type Refusal, refusals } from './refusals.ts'
export type { Rule } from './rule.ts'
export { ruleList, ruleOf } from './rule-list.ts'
export { rateTaken } from './rules/base-index.ts'
export {
  benefitsIn,
  type Finding,
  type FindingKind,
  findings,
  type Screening,
  type ScreeningChange,
  type ScreeningOrder,
  screenAll,
  screeningChanges,
  screenOne,
} from './screening.ts'
export { type OwnedSegment, outcomes, SegmentTable } from './segment-table.ts'
export {
  type Adjustment,
  type Basis,
  type Cause,
  type CausePart,
  type HeldMonth,
  type PostedLine,
  type Settlement,
  type SettlementOrder,
  settle,
} from './settlement.ts'
export { Subject } from './subject.ts'
export { type PostedColumns, unsettledPeople } from './unsettled.ts'
