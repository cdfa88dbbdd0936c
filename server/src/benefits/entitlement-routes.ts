import type { benefits } from '@dongzhou/contract/benefits'
import type { RoutesOf } from '../platform/routes.ts'
import { endAward } from './awards/end-award.ts'
import { grantAward } from './awards/grant-award.ts'
import { getTimeline } from './entitlement/timeline.ts'
import { tryRule } from './entitlement/try-rule.ts'
import { getSpending } from './forecast/get-spending.ts'
import { listChangeLines } from './forecast/list-changes.ts'
import { listRecipientLines } from './forecast/list-recipients.ts'
import { setAppropriation } from './forecast/set-appropriation.ts'
import { listRules } from './library/list-rules.ts'
import { previewRates } from './preview/preview-rates.ts'
import { dismissFinding, reopenFinding } from './screening/dismiss-finding.ts'
import { listFindingLines } from './screening/list-findings.ts'
import { getScreening } from './screening/overview.ts'
import { runScreening } from './screening/run-screening.ts'
import { listWaiting } from './waiting/list-waiting.ts'

/** The routes of 待遇: rules and trial, timeline, awards, screening, forecast, preview. */
export const entitlementRoutes: RoutesOf<typeof benefits> = {
  listWaiting: (setting) => listWaiting(setting),
  listRules: (setting) => listRules(setting),
  tryRule: (setting, input) => tryRule(setting, input),
  getTimeline: (setting, input) => getTimeline(setting, input),
  listRecipients: (setting, input) => listRecipientLines(setting, input),
  grantAward: (setting, input) => grantAward(setting, input),
  endAward: (setting, input) => endAward(setting, input),
  getScreening: (setting, input) => getScreening(setting, input),
  listFindings: (setting, input) => listFindingLines(setting, input, input),
  dismissFinding: (setting, input) => dismissFinding(setting, input),
  reopenFinding: (setting, input) => reopenFinding(setting, input),
  runScreening: (setting) => runScreening(setting),
  listChanges: (setting, input) => listChangeLines(setting, input),
  getSpending: (setting, input) => getSpending(setting, input),
  setAppropriation: (setting, input) => setAppropriation(setting, input),
  previewRates: (setting, input) => previewRates(setting, input),
}
