import type { ChangeKind, ChangeLine } from '@dongzhou/contract/benefits'
import { changesOf, changeWords, explain, type Lacking } from '@dongzhou/engines/benefits'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthCode, monthOf } from '@dongzhou/terms/month'
import { requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { type Beneficiary, beneficiaryLines, listBeneficiariesOf, placeOfAward } from '../entitlement/people.ts'
import { presentMissing, presentVerdict } from '../entitlement/present-verdict.ts'
import type { Rulebook } from '../entitlement/rulebook.ts'
import { mayReadBenefits } from '../policy.ts'
import { type ChangeRow, listChanges } from './changes.sql.ts'

export interface ListChanges {
  readonly page: number
  readonly size: number
  readonly kind?: ChangeKind | undefined
  readonly benefit?: Benefit | undefined
  readonly division?: DivisionCode | undefined
  readonly through?: Month | undefined
}

const MONTHS_AHEAD = 12

/** 待遇变动预告: who turns sixty, whose award ends, whose amount changes in the next twelve months, each with what the rule says then. */
export async function listChangeLines(setting: Setting, { page, size, ...ask }: ListChanges) {
  if (ask.division !== undefined) requireMay(mayReadBenefits(setting.clerk, { division: ask.division }))
  const now = monthOf(setting.today)
  const last = (now + MONTHS_AHEAD) as Month
  const through = Math.min(ask.through ?? last, last) as Month
  const found = await listChanges(setting, { ...ask, now, through }, { page, size })
  const ids = found.items.map(({ personId }) => personId)
  const rulebook = await openRulebook(setting)
  const lines = await beneficiaryLines(setting, ids)
  const people = new Map((await listBeneficiariesOf(setting, [...new Set(ids)])).map((one) => [one.id, one]))
  const items = found.items.flatMap((row): readonly ChangeLine[] => {
    const [person, beneficiary] = [lines.get(row.personId), people.get(row.personId)]
    if (!person || !beneficiary) return []
    const { benefit, kind, before, after } = row
    const verdict = presentVerdict(rulebook, verdictOf(rulebook, beneficiary, row))
    const reason = reasonOf(rulebook, beneficiary, row)
    const name = benefits[benefit]
    return [{ person, benefit, benefitName: name, month: monthCode(row.month), kind, before, after, reason, verdict }]
  })
  return { ...found, items }
}

function verdictOf(rulebook: Rulebook, beneficiary: Beneficiary, { benefit, awardFactId, month }: ChangeRow) {
  const award = placeOfAward(beneficiary, awardFactId)
  const ask = award < 0 ? 'qualifies' : 'decides'
  return explain(rulebook.questionOf(benefit), beneficiary.facts, { award, ask }, month)
}

function reasonOf(rulebook: Rulebook, beneficiary: Beneficiary, { benefit, awardFactId, month }: ChangeRow): string {
  const award = placeOfAward(beneficiary, awardFactId)
  const months = { from: (month - 1) as Month, to: (month + 1) as Month }
  const changes = changesOf([rulebook.questionOf(benefit)], beneficiary.facts, months)
  const change = changes.find((one) => one.month === month && (award < 0 || one.award === award))
  const word = changeWords[change?.reason ?? 'facts']
  return change === undefined || change.lacking.length === 0 ? word : `${word}：${lackingText(change.lacking)}`
}

/** `“城镇单位就业人员年平均工资”尚未公布或录入`: a rate that is to come was adjusted by nobody. */
function lackingText(lacking: readonly Lacking[]): string {
  return lacking
    .map((what) => {
      const { what: sort, name } = presentMissing(what)
      return sort === 'fact' ? `档案中没有“${name}”` : `“${name}”尚未公布或录入`
    })
    .join('，')
}
