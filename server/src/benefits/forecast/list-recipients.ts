import type { RecipientLine } from '@dongzhou/contract/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthCode, monthOf } from '@dongzhou/terms/month'
import { requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { beneficiaryLines } from '../entitlement/people.ts'
import { windowOf } from '../entitlement/standing.ts'
import { mayReadBenefits } from '../policy.ts'
import { listRecipients } from './recipients.sql.ts'

export interface ListRecipients {
  readonly page: number
  readonly size: number
  readonly month?: Month | undefined
  readonly benefit?: Benefit | undefined
  readonly division?: DivisionCode | undefined
}

/** 在享人员: who is paid in a month, and how much, as the last screening found it. */
export async function listRecipientLines(setting: Setting, { page, size, ...ask }: ListRecipients) {
  if (ask.division !== undefined) requireMay(mayReadBenefits(setting.clerk, { division: ask.division }))
  const now = monthOf(setting.today)
  const found = await listRecipients(setting, { ...ask, month: ask.month ?? now }, { page, size })
  const lines = await beneficiaryLines(
    setting,
    found.items.map(({ personId }) => personId),
  )
  const { to } = windowOf(now)
  const items = found.items.flatMap((row): readonly RecipientLine[] => {
    const person = lines.get(row.personId)
    if (!person) return []
    return [
      {
        person,
        benefit: row.benefit,
        benefitName: benefits[row.benefit],
        awardFactId: row.awardFactId,
        amount: row.amount,
        from: monthCode(row.from),
        through: row.to >= to ? null : monthCode((row.to - 1) as Month),
      },
    ]
  })
  return { ...found, items }
}
