import type { ScreeningOverview } from '@dongzhou/contract/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { monthOf } from '@dongzhou/terms/month'
import { mayAnywhere } from '../../platform/clerk.ts'
import { requireMay } from '../../platform/fault.ts'
import { findOpenJobOf } from '../../platform/job.sql.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames } from '../../registry/index.ts'
import { sumOfMonth } from '../forecast/spending.sql.ts'
import { mayAnswerForCounty, mayReadBenefits } from '../policy.ts'
import { countFindings } from './findings.sql.ts'
import { isStale } from './is-stale.ts'
import { findLastRound } from './rounds.sql.ts'
import { screeningKind } from './screening-job.ts'

/** 待遇筛查概况: how many lines there are where, how old they are, and what all awards of the place pay this month. */
export async function getScreening(
  setting: Setting,
  { division }: { readonly division?: DivisionCode | undefined },
): Promise<ScreeningOverview> {
  if (division !== undefined) requireMay(mayReadBenefits(setting.clerk, { division }))
  const round = await findLastRound(setting.tx)
  const counts = await countFindings(setting, division)
  const names = await divisionNames(
    setting,
    counts.map((count) => count.division),
  )
  const { recipients, amount } = await sumOfMonth(setting, monthOf(setting.today), division)
  return {
    screenedAt: round?.finishedAt.toISOString() ?? null,
    people: round?.people ?? 0,
    jobId: (await findOpenJobOf(setting.tx, screeningKind)) ?? null,
    isStale: await isStale(setting, round),
    recipients,
    monthly: amount,
    counts: counts.map((count) => ({
      ...count,
      division: { code: count.division, name: names.get(count.division) ?? count.division },
      benefitName: benefits[count.benefit],
    })),
    may: {
      run: mayAnswerForCounty(setting.clerk, setting.bureau) === 'yes',
      screen: mayAnywhere(setting.clerk, 'benefits.screen') === 'yes',
    },
  }
}
