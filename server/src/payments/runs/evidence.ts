import { type Adjustment, benefitFactKinds, type CausePart } from '@dongzhou/engines/benefits'
import type { Evidence } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { ageOn, dayText } from '@dongzhou/terms/day'
import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import { type Month, monthOf, monthSpan, monthText, yearAndMonthOf } from '@dongzhou/terms/month'
import type { ChangeCause } from '@dongzhou/terms/payment'
import type { Due } from '../../benefits/index.ts'
import type { Setting } from '../../platform/setting.ts'
import { listFactNews, type RecipientOnFile } from '../../registry/index.ts'
import type { BeforeRow } from './compared.sql.ts'

interface EvidenceGround {
  readonly month: Month
  readonly previous: { readonly month: Month; readonly computedAt: Date }
  readonly due: Due
  readonly before: readonly Pick<BeforeRow, 'person' | 'benefit' | 'version'>[]
  /** Why the months of before are settled anew: what changed the last month's money changes this month's too. */
  readonly settled: ReadonlyMap<number, readonly Adjustment[]>
  /** Everybody of either list, those too who have left the division. */
  readonly people: ReadonlyMap<number, RecipientOnFile>
  readonly isHere: (person: number) => boolean
}

/** 变动依据: what on file proves why some people are paid differently. What proves nothing is not among it. */
export async function evidenceOf(
  setting: Setting,
  ids: readonly number[],
  ground: EvidenceGround,
): Promise<readonly Evidence[]> {
  const { previous, month } = ground
  const news = await listFactNews(setting.tx, ids, {
    since: previous.computedAt,
    from: monthSpan(previous.month).from,
    to: monthSpan(month).to,
    kinds: benefitFactKinds,
  })
  const wide = [...ratesOf(ground), ...cadencesOf(ground)]
  const rules = Map.groupBy(ground.before, ({ person }) => person)
  return [
    ...news.map(({ personId, kind }) => factEvidence(personId, kind)),
    ...ids.flatMap((person) => wide.map((one) => ({ person, ...one }))),
    ...ids.flatMap((person) => ruleEvidence(person, rules.get(person) ?? [], ground)),
    ...ids.flatMap((person) => settledEvidence(person, ground)),
    ...ids.flatMap((person) => deathEvidence(person, ground)),
    ...ids.flatMap((person) => ageEvidence(person, ground)),
    ...ids.flatMap((person) => scopeEvidence(person, ground)),
  ]
}

function factEvidence(person: number, kind: FactKind): Evidence {
  return { person, cause: causeOfKind(kind), benefit: undefined, say: `${factKinds[kind].name}有登记或变更` }
}

function causeOfKind(kind: FactKind): ChangeCause {
  switch (kind) {
    case 'death':
    case 'death-cause':
      return 'death'
    case 'award':
    case 'suspension':
      return 'award'
    case 'disability':
      return 'grade'
    default:
      return 'fact'
  }
}

type Wide = Omit<Evidence, 'person'>

/** A rate that began to hold after the month of the last run: of its own benefit. */
function ratesOf({ due, previous, month }: EvidenceGround): readonly Wide[] {
  return due.rates
    .filter(({ validFrom }) => monthOf(validFrom) > previous.month && monthOf(validFrom) <= month)
    .map(({ benefit, name, validFrom }) => ({ cause: 'rate', benefit, say: `${name}自${dayText(validFrom)}起执行` }))
}

/** What is not paid every month comes and goes by itself. */
function cadencesOf({ due }: EvidenceGround): readonly Wide[] {
  return [...due.rules]
    .filter(([, { cadence }]) => cadence !== 'monthly')
    .map(([benefit, { cadence }]) => ({
      cause: 'once',
      benefit,
      say: cadence === 'once' ? '一次性待遇' : '按半年发放的待遇',
    }))
}

function ruleEvidence(person: number, rows: EvidenceGround['before'], { due }: EvidenceGround): readonly Evidence[] {
  return rows
    .filter(({ benefit, version }) => (due.rules.get(benefit)?.version ?? version) !== version)
    .map(({ benefit }) => ({ person, cause: 'rule', benefit: benefit as Benefit, say: '计算规则有新版本' }))
}

function settledEvidence(person: number, { settled, previous }: EvidenceGround): readonly Evidence[] {
  const last = (settled.get(person) ?? []).filter(({ month }) => month === previous.month)
  return last.flatMap(({ benefit, causes }) =>
    causes.flatMap((part) => {
      const cause = causeOfPart(part)
      return cause === undefined ? [] : [{ person, benefit, cause, say: `${monthText(previous.month)}已按此清算` }]
    }),
  )
}

// That no run covered a month, or that a line does not follow from its basis, explains nothing: it is what has to be explained.
function causeOfPart({ cause, kind }: CausePart): ChangeCause | undefined {
  if (cause === 'unpaid' || cause === 'posting') return undefined
  if (cause === 'fact') return kind === undefined ? 'fact' : causeOfKind(kind)
  return cause === 'merge' ? 'fact' : cause
}

/** 去世 on file: the money stops in a month after the day, and what goes on for some months ends later still, with nothing new on file. */
function deathEvidence(person: number, { people }: EvidenceGround): readonly Evidence[] {
  const diedOn = people.get(person)?.diedOn
  return diedOn === undefined ? [] : [{ person, cause: 'death', benefit: undefined, say: `${dayText(diedOn)}去世` }]
}

/** 年龄条件 reached: in the months since, or, where money starts with the year of the birthday, in this year. */
function ageEvidence(person: number, { people, due, month, previous }: EvidenceGround): readonly Evidence[] {
  const born = people.get(person)?.born
  if (born === undefined) return []
  const [then, now] = [monthSpan(previous.month).from, monthSpan(month).to]
  const year = yearAndMonthOf(month).year
  const reached = due.ages.find(
    (age) => (ageOn(born, then) < age && ageOn(born, now) >= age) || Number(born.slice(0, 4)) + age === year,
  )
  return reached === undefined
    ? []
    : [{ person, cause: 'age', benefit: undefined, say: `${monthText(month)}前后年满 ${reached} 周岁` }]
}

function scopeEvidence(person: number, { isHere }: EvidenceGround): readonly Evidence[] {
  return isHere(person) ? [] : [{ person, cause: 'scope', benefit: undefined, say: '居住地已不在本批次范围' }]
}
