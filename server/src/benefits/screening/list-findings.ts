import type { FindingLine } from '@dongzhou/contract/benefits'
import type { ApplicationDraft, BeneficiaryLine } from '@dongzhou/contract/benefits-views'
import { explain } from '@dongzhou/engines/benefits'
import { benefits } from '@dongzhou/terms/benefit'
import { monthCode, monthOf } from '@dongzhou/terms/month'
import { mayAt } from '../../platform/clerk.ts'
import { requireMay } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { divisionNames, listPeopleByIds, type Person } from '../../registry/index.ts'
import { openRulebook } from '../entitlement/open-rulebook.ts'
import { type Beneficiary, beneficiaryLine, listBeneficiariesOf, placeOfAward } from '../entitlement/people.ts'
import { presentVerdict } from '../entitlement/present-verdict.ts'
import type { Rulebook } from '../entitlement/rulebook.ts'
import { windowOf } from '../entitlement/standing.ts'
import { draftApplication } from './draft-application.ts'
import { type FindingsAsk, type KeptFinding, listFindings } from './findings.sql.ts'
import { screen } from './screen.ts'

type Page = { readonly page: number; readonly size: number }

/** 待遇线索: one page of the work list, each line with its reasons and its application as they are by the facts of this moment. */
export async function listFindingLines(setting: Setting, ask: FindingsAsk, page: Page) {
  if (ask.division !== undefined) requireMay(mayAt(setting.clerk, 'benefits.read', ask.division))
  const found = await listFindings(setting, ask, page)
  const world = await openWorld(
    setting,
    found.items.map(({ personId }) => personId),
  )
  return { ...found, items: found.items.flatMap((finding) => lineOf(setting, finding, world)) }
}

interface World {
  readonly rulebook: Rulebook
  readonly people: ReadonlyMap<number, Person>
  readonly beneficiaries: ReadonlyMap<number, Beneficiary>
  readonly names: ReadonlyMap<string, string>
  /** What a screening of this moment finds: `person benefit kind award`. */
  readonly standing: ReadonlySet<string>
}

async function openWorld(setting: Setting, ids: readonly number[]): Promise<World> {
  const rulebook = await openRulebook(setting)
  const people = await listPeopleByIds(setting, [...new Set(ids)])
  const beneficiaries = await listBeneficiariesOf(setting, [...new Set(ids)])
  const inFacts = beneficiaries.flatMap(({ kept }) =>
    kept.flatMap(({ value }) => ('division' in value && value.division !== undefined ? [value.division] : [])),
  )
  const names = await divisionNames(setting, [...people.map(({ division }) => division), ...inFacts])
  const { findings } = screen(beneficiaries, rulebook, windowOf(monthOf(setting.today)))
  return {
    rulebook,
    people: new Map(people.map((person) => [person.id, person])),
    beneficiaries: new Map(beneficiaries.map((one) => [one.id, one])),
    names,
    standing: new Set(findings.map(keyOf)),
  }
}

function keyOf(finding: Pick<KeptFinding, 'personId' | 'benefit' | 'kind' | 'awardFactId'>): string {
  return [finding.personId, finding.benefit, finding.kind, finding.awardFactId].join(' ')
}

function lineOf(setting: Setting, finding: KeptFinding, world: World): readonly FindingLine[] {
  const person = world.people.get(finding.personId)
  if (!person) return []
  const line: BeneficiaryLine = beneficiaryLine(person, world.names, setting.today)
  const beneficiary = world.beneficiaries.get(finding.personId)
  const told = beneficiary && tell(setting, finding, { ...world, person, beneficiary })
  const { dismissed } = finding
  return [
    {
      id: finding.id,
      version: finding.version,
      kind: finding.kind,
      person: line,
      benefit: finding.benefit,
      benefitName: benefits[finding.benefit],
      since: monthCode(finding.since),
      isSinceEarlier: finding.kind !== 'unjustified' && finding.since <= windowOf(monthOf(setting.today)).from,
      amount: told?.draft?.expected ?? finding.amount ?? null,
      foundAt: finding.foundAt.toISOString(),
      verdict: told?.verdict ?? { kind: 'refused', reasons: [] },
      isOutdated: !world.standing.has(keyOf(finding)),
      dismissed: dismissed === undefined ? null : { ...dismissed, at: dismissed.at.toISOString() },
      draft: told?.draft ?? null,
    },
  ]
}

function tell(
  setting: Setting,
  finding: KeptFinding,
  { rulebook, person, beneficiary, names }: World & { readonly person: Person; readonly beneficiary: Beneficiary },
): { readonly verdict: FindingLine['verdict']; readonly draft: ApplicationDraft | null } {
  const question = rulebook.questionOf(finding.benefit)
  const now = monthOf(setting.today)
  const month = finding.kind === 'upcoming' && finding.since > now ? finding.since : now
  const award = placeOfAward(beneficiary, finding.awardFactId)
  // Of somebody who has an award, what is due; of an award that should end, the conditions say why.
  const ask = finding.kind === 'uncertain' ? 'decides' : 'qualifies'
  const verdict = explain(question, beneficiary.facts, { award, ask }, month)
  const isToApply = award < 0
  return {
    verdict: presentVerdict(rulebook, verdict),
    draft: isToApply ? draftApplication({ beneficiary, person, question, month, today: setting.today, names }) : null,
  }
}
