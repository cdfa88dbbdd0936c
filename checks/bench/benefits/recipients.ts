import { type Day, day } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactValues, KeptFact } from '@dongzhou/terms/fact'
import type { Identity } from '@dongzhou/terms/identity'

/**
 * 基准对象: a synthetic recipient as the registry keeps one, facts only. The mix is a large county's: half rural veterans of sixty, a sixth
 * each of war participants and disabled veterans, the rest of all other kinds; of a hundred, three die in the window, one is suspended or
 * regraded, and one in twelve draws two benefits.
 */
export function recipientFacts(index: number): readonly KeptFact[] {
  const chance = new Chance(index)
  const kind = kindOf(chance.below(1000))
  const file = new File()
  file.add('birth', { day: chance.day(kind.born), precision: 'day' })
  file.add('identity', { identity: kind.identity })
  kind.tell(file, chance)
  happenings(file, chance)
  return file.facts
}

interface RecipientKind {
  readonly identity: Identity
  readonly upTo: number
  readonly born: readonly [number, number]
  tell(file: File, chance: Chance): void
}

const kinds: readonly RecipientKind[] = [
  { identity: 'rural-veteran-60', upTo: 500, born: [1940, 1966], tell: rural },
  { identity: 'war-participant', upTo: 660, born: [1945, 1968], tell: plain('war-participant-subsidy') },
  { identity: 'disabled-veteran', upTo: 820, born: [1940, 1998], tell: disabled },
  { identity: 'ill-returned-veteran', upTo: 880, born: [1940, 1985], tell: plain('ill-returned-subsidy') },
  { identity: 'survivor-of-martyr', upTo: 910, born: [1935, 2012], tell: survivor },
  { identity: 'martyr-child', upTo: 940, born: [1940, 1966], tell: plain('martyr-child-subsidy') },
  { identity: 'demobilised-veteran', upTo: 955, born: [1928, 1940], tell: plain('demobilised-subsidy') },
  { identity: 'nuclear-test-participant', upTo: 965, born: [1938, 1962], tell: plain('nuclear-test-subsidy') },
  { identity: 'conscript-family', upTo: 1000, born: [1970, 1985], tell: conscript },
]

function kindOf(permille: number): RecipientKind {
  const kind = kinds.find(({ upTo }) => permille < upTo)
  if (!kind) throw new RangeError(`${permille}`)
  return kind
}

// Nine of ten decisions state the years they count, as the form has it; of the tenth the years are counted from the service.
function rural(file: File, chance: Chance): void {
  const enlisted = chance.day([1968, 1985])
  const years = 3 + chance.below(3)
  const discharged = day(`${Number(enlisted.slice(0, 4)) + years}-01-${String(10 + chance.below(15))}`)
  const served = (on: Day) => ({ day: on, precision: 'day' }) as const
  file.add('service', { enlisted: served(enlisted), discharged: served(discharged), category: '退役义务兵' })
  file.add('pension-insurance', { kind: chance.below(50) === 0 ? '城镇职工基本养老保险' : '城乡居民基本养老保险' })
  award(file, chance, 'rural-veteran-subsidy', chance.below(10) === 0 ? undefined : years)
}

function plain(benefit: FactValues['award']['benefit']): RecipientKind['tell'] {
  return (file, chance) => award(file, chance, benefit)
}

function disabled(file: File, chance: Chance): void {
  const nature = (['war', 'duty', 'illness'] as const)[chance.below(3)] ?? 'duty'
  const grade = nature === 'illness' ? 1 + chance.below(6) : 1 + Math.max(chance.below(10), chance.below(10))
  const regraded = chance.below(40) === 0 && grade > 1 ? chance.day([2024, 2025]) : undefined
  file.add('disability', { grade, nature, ...asked(grade) }, undefined, regraded)
  if (regraded) file.add('disability', { grade: grade - 1, nature, approved: regraded, ...asked(grade - 1) }, regraded)
  award(file, chance, 'disability-pension')
  if (grade > 4) return
  file.add('care', { mode: chance.below(20) === 0 ? 'pooled' : 'dispersed' })
  award(file, chance, 'care-allowance')
}

// Only of grades five and six does a rule ask it.
function asked(grade: number): { readonly mental?: boolean } {
  return grade === 5 || grade === 6 ? { mental: false } : {}
}

function survivor(file: File, chance: Chance): void {
  const relation = (['parent', 'spouse', 'child'] as const)[chance.below(3)] ?? 'spouse'
  file.add('survivor', { of: 'martyr', relation, ground: relation === 'child' ? 'minor' : 'no-means' })
  award(file, chance, 'survivor-pension')
}

function conscript(file: File, chance: Chance): void {
  const approved = chance.day([2022, 2025])
  file.add('conscription', { approved })
  file.add('award', { benefit: 'conscript-family-allowance', approved })
}

function award(file: File, chance: Chance, benefit: FactValues['award']['benefit'], years?: number): void {
  const decided = chance.below(12) === 0 ? ([2024, 2025] as const) : ([2012, 2023] as const)
  file.add('award', { benefit, approved: chance.day(decided), years })
}

function happenings(file: File, chance: Chance): void {
  const at = chance.below(1000)
  if (at < 30) file.add('death', { day: chance.day([2024, 2025]), precision: 'day' })
  else if (at < 34)
    file.add('suspension', { ground: '被通缉', document: '基准' }, chance.day([2024, 2024]), chance.day([2025, 2025]))
  else if (at < 54) {
    file.add('lone', { kind: 'alone' })
    award(file, chance, 'lone-supplement')
  }
}

class File {
  readonly facts: KeptFact[] = []

  add<K extends FactKind>(kind: K, value: FactValues[K], from?: Day, to?: Day): void {
    const fact = {
      kind,
      value,
      validFrom: from,
      validTo: to,
      source: SOURCE,
      certainty: 'confirmed',
    } as unknown as Fact
    this.facts.push({ ...fact, id: this.facts.length + 1, recordedAt: LEARNT, supersededAt: undefined })
  }
}

const SOURCE = { kind: 'clerk', note: '基准' } as const
const LEARNT = '2023-01-01T00:00:00.000Z'

class Chance {
  private state: number

  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  }

  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end
  }

  day([from, to]: readonly [number, number]): Day {
    const year = from + this.below(to - from + 1)
    const two = (count: number) => String(count).padStart(2, '0')
    return day(`${year}-${two(1 + this.below(12))}-${two(1 + this.below(28))}`)
  }
}
