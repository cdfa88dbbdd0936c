import { RateDraft } from '@dongzhou/contract/benefits-rates'
import type { Benefit } from '@dongzhou/terms/benefit'
import { type Day, day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Fact, FactKind, FactSource, FactValues } from '@dongzhou/terms/fact'
import type { RateKind } from '@dongzhou/terms/rate'
import { confirmRates } from '../benefits/rates/confirm-rates.ts'
import { loadDemoHouse, loadSampleRates } from '../benefits/rates/load-samples.ts'
import { proposeRates } from '../benefits/rates/propose-rates.ts'
import { listCountingRates } from '../benefits/rates/rates.sql.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { aFact, aVeteran } from './people.ts'

const source: FactSource = { kind: 'clerk', note: '证件原件' }

/** A rate that a clerk has entered: the county's, in yuan a month from 2020 on, unless it says otherwise. */
export function aDraft(rate: Partial<RateDraft> & { readonly kind: RateKind }): RateDraft {
  const choice = rate.choice === undefined ? {} : { unit: 'choice' as const, value: 0 }
  return RateDraft.parse({
    jurisdiction: 'county',
    unit: 'fen-a-month',
    validFrom: '2020-01-01',
    announcedOn: '2020-01-01',
    document: '测退役军人发〔2020〕1号',
    source: '局发文',
    ...choice,
    ...rate,
  })
}

/** What a county has to choose before anything regular is paid. */
export const usualDrafts: readonly RateDraft[] = [
  aDraft({ kind: 'stop-month', choice: 'after' }),
  aDraft({ kind: 'month-rounding', choice: 'each' }),
  aDraft({ kind: 'service-years', choice: 'dates' }),
  aDraft({ kind: 'start-month', key: 'rural-veteran-subsidy', choice: 'birthday' }),
  aDraft({ kind: 'start-month', key: 'other', choice: 'approval' }),
  aDraft({ kind: 'disability-pension', key: 'war-7', value: 200_000 }),
  aDraft({ kind: 'rural-veteran-subsidy', value: 6_000, unit: 'fen-a-month-a-service-year' }),
]

/** The national samples, the demo bureau's house rules, and what one clerk entered and another confirmed. Answers the ids of the latter. */
export async function aBook(
  setting: ActionSetting,
  drafts: readonly RateDraft[] = usualDrafts,
): Promise<readonly number[]> {
  await loadSampleRates(setting)
  await loadDemoHouse(setting)
  return confirmed(setting, await proposed(setting, drafts))
}

/** The same, unless an earlier part of the test has entered it. */
export async function aBookOnce(setting: ActionSetting): Promise<void> {
  const standing = await listCountingRates(setting)
  if (!standing.some(({ rate }) => rate.key === 'war-7' && rate.state === 'confirmed')) await aBook(setting)
}

export async function proposed(setting: ActionSetting, drafts: readonly RateDraft[]): Promise<readonly number[]> {
  const { ids } = await proposeRates(setting, { drafts, reason: '测试用标准' })
  return ids
}

/** Confirms rows that are new, as a second person. */
export async function confirmed(setting: ActionSetting, ids: readonly number[]): Promise<readonly number[]> {
  const clerk = { ...setting.clerk, actor: 'test-second', accountId: undefined }
  await confirmRates({ ...setting, clerk }, { rates: ids.map((id) => ({ id, version: 1 })) })
  return ids
}

export function told<K extends FactKind>(
  kind: K,
  value: FactValues[K],
  span: { readonly from?: string; readonly to?: string } = {},
): Fact {
  return {
    ...aFact(kind, value, source),
    validFrom: span.from === undefined ? undefined : day(span.from),
    validTo: span.to === undefined ? undefined : day(span.to),
  } as Fact
}

export interface BeneficiaryStory {
  readonly name?: string
  readonly division?: DivisionCode
  readonly more?: readonly Fact[]
}

/** A disabled veteran of grade 7 by war, who has no award unless one is told. */
export function aDisabledVeteran(setting: ActionSetting, story: BeneficiaryStory = {}): Promise<number> {
  const more = [
    told('identity', { identity: 'disabled-veteran' }),
    told('birth', { day: day('1950-03-05'), precision: 'day' }),
    told('disability', { grade: 7, nature: 'war', approved: day('1985-05-06') }),
    ...(story.more ?? []),
  ]
  return aVeteran(setting, { ...story, more })
}

/** A rural veteran who served three years as a conscript and turned sixty on a day. */
export function aRuralVeteran(
  setting: ActionSetting,
  born: string,
  { insurance = RESIDENTS, ...story }: BeneficiaryStory & { readonly insurance?: string | null } = {},
): Promise<number> {
  const dated = (text: string) => ({ day: day(text), precision: 'day' as const })
  const more = [
    told('birth', dated(born)),
    told('household-registration', { kind: 'rural' }, { from: '1970-01-01' }),
    ...(insurance === null ? [] : [told('pension-insurance', { kind: insurance })]),
    told('arrangement', { mode: 'demobilised' }),
    told('service', {
      enlisted: dated('1983-11-01'),
      discharged: dated('1986-10-01'),
      conscriptFrom: dated('1983-11-01'),
      conscriptTo: dated('1986-10-01'),
    }),
    ...(story.more ?? []),
  ]
  return aVeteran(setting, { ...story, more })
}

const RESIDENTS = '城乡居民养老保险'

export function anAward(
  benefit: Benefit,
  approved: string,
  span: { readonly from?: string; readonly to?: string } = {},
): Fact {
  return told('award', { benefit, approved: day(approved) as Day, document: '测优抚〔2020〕8号' }, span)
}
