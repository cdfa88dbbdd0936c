import { type DatedTo, dayText } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactValues } from '@dongzhou/terms/fact'
import { disabilityNatureWords } from '@dongzhou/terms/fact-words'
import { type BenefitFact, benefitFactText } from './present-benefit-fact.ts'
import { dayAnd, joined } from './present-words.ts'

export type DivisionNames = ReadonlyMap<string, string>

type LifeKind =
  | 'household-registration'
  | 'service'
  | 'disability'
  | 'merit'
  | 'employment'
  | 'hardship'
  | 'pension-insurance'

type OfKind<K extends FactKind> = Extract<Fact, { readonly kind: K }>

/** What somebody did and how they live, in words; what benefits hang on has words of its own. */
export function lifeText(fact: OfKind<LifeKind> | BenefitFact, names: DivisionNames): string {
  switch (fact.kind) {
    case 'household-registration':
      return joined(
        fact.value.kind === 'rural' ? '农村' : '城镇',
        fact.value.division && (names.get(fact.value.division) ?? fact.value.division),
        fact.value.address,
      )
    case 'service':
      return serviceText(fact.value)
    case 'disability':
      return disabilityText(fact.value)
    case 'merit':
      return meritText(fact.value)
    case 'employment':
      return joined(fact.value.state, fact.value.employer)
    case 'hardship':
    case 'pension-insurance':
      return fact.value.kind
    default:
      return benefitFactText(fact)
  }
}

function serviceText(value: FactValues['service']): string {
  const { enlisted, discharged, conscriptFrom, conscriptTo } = value
  const conscript = conscriptFrom || conscriptTo ? `义务兵役${spanText(conscriptFrom, conscriptTo, '')}` : undefined
  return joined(spanText(enlisted, discharged, '时间'), value.category, value.rank, conscript)
}

function spanText(from: DatedTo | undefined, to: DatedTo | undefined, unknown: string): string {
  const begun = from ? dayText(from.day, from.precision) : `入伍${unknown}不详`
  const ended = to ? dayText(to.day, to.precision) : `退役${unknown}不详`
  return `${begun}—${ended}`
}

function disabilityText({ grade, nature, approved, mental }: FactValues['disability']): string {
  const rating = `${grade}级（${disabilityNatureWords[nature]}）`
  return joined(rating, mental && '精神障碍', dayAnd(approved, '评定'))
}

// The day of the order says the year too.
function meritText({ class: rank, year, on, wartime }: FactValues['merit']): string {
  return joined(rank, wartime && '战时', dayAnd(on, '') ?? (year && `${year}年`))
}
