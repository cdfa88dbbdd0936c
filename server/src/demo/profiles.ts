import { ageOn, type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { Fen } from '@dongzhou/terms/fen'
import type { IdNumber, Sex } from '@dongzhou/terms/id-number'
import { type Birth, birthOf, idNumberFor, partnerBirthOf } from './births.ts'
import { Chance } from './chance.ts'
import {
  type BankAccount,
  bankAccountFor,
  educationFor,
  ethnicityFor,
  hardshipFor,
  type Livelihood,
  livelihoodFor,
  meritsFor,
  phoneFor,
  politicsFor,
  workerPension,
} from './living.ts'
import { nameFor } from './names.ts'
import { type Address, addressFor } from './places.ts'
import { type Service, serviceFor } from './service.ts'
import {
  type Circumstances,
  type Disability,
  demoDay,
  familyStanding,
  type HeldIdentity,
  isEntitled,
  type Standing,
  veteranStanding,
} from './standing.ts'

/** 关系 (relation): this person is the spouse, guardian (监护人) or payee (代领人) of the person with the index `of`. */
export interface Relation {
  readonly kind: 'spouse' | 'guardian' | 'payee'
  readonly of: number
}

/** Everything known about one synthetic person, before it is laid out as facts. */
export interface Profile {
  readonly index: number
  /** The index of the head of the household. */
  readonly household: number
  readonly name: string
  readonly idNumber: IdNumber
  readonly born: Day
  readonly sex: Sex
  readonly ethnicity: string
  readonly politics: string
  readonly education: string
  readonly marital: string
  readonly home: Address
  readonly livesRural: boolean
  readonly phone: string
  readonly service: Service | undefined
  readonly identities: readonly HeldIdentity[]
  readonly disability: Disability | undefined
  readonly merits: readonly { readonly class: string; readonly year: number }[]
  readonly bank: BankAccount | undefined
  readonly livelihood: Livelihood
  readonly hardship: { readonly kind: string; readonly income: Fen } | undefined
  readonly health: string | undefined
  readonly died: Day | undefined
  readonly relations: readonly Relation[]
}

/** The person with an index: any person can be made alone, and always comes out the same. */
export function profileOf(seed: number, index: number): Profile {
  const partner = index % 10 === 9 ? partnerOf(seed, index) : undefined
  if (partner) return partner
  const chance = new Chance(seed, index)
  const isFamily = index % 20 === 7
  const sex: Sex = chance.happens(isFamily ? 0.5 : 0.035) ? 'female' : 'male'
  return profileFrom(seed, index, chance, { birth: birthOf(seed, index), sex, isFamily })
}

interface Start {
  readonly birth: Birth
  readonly sex: Sex
  readonly isFamily: boolean
}

function profileFrom(seed: number, index: number, chance: Chance, start: Start): Profile {
  const { birth, sex } = start
  const { born, year } = birth
  const age = ageOn(born, demoDay)
  const home = addressFor(chance)
  const livesRural = chance.happens(home.place.isCommunity ? 0.12 : 0.9)
  const service = start.isFamily ? undefined : serviceFor(chance, born)
  const died = deathFor(chance, age)
  const livelihood = workOf(chance, age, livesRural, service)
  const hasWorkerPension = livelihood.pension === workerPension
  const standing = standingOf(chance, { born, service, livesRural, hasWorkerPension, died }, service)
  return {
    index,
    household: index,
    name: nameFor(chance, year, sex),
    idNumber: idNumberFor(seed, birth, sex, addressCodeFor(chance, year), false),
    born,
    sex,
    ethnicity: ethnicityFor(chance),
    politics: politicsFor(chance, age),
    education: educationFor(chance, year),
    marital: maritalFor(chance, age),
    home,
    livesRural,
    phone: phoneFor(chance),
    service,
    ...standing,
    merits: service ? meritsFor(chance, partsOf(service.enlisted).year + 1, partsOf(service.discharged).year) : [],
    ...needsFor(chance, age, isEntitled(standing.identities)),
    livelihood,
    died,
    relations: [],
  }
}

function needsFor(chance: Chance, age: number, entitled: boolean): Pick<Profile, 'bank' | 'hardship' | 'health'> {
  return {
    bank: entitled || chance.happens(0.2) ? bankAccountFor(chance) : undefined,
    hardship: chance.happens(entitled ? 0.1 : 0.012) ? hardshipFor(chance) : undefined,
    health: age >= 60 && chance.happens(0.08) ? chance.of(findings) : undefined,
  }
}

// Every tenth person is the wife or husband of the one before, if that one is married.
function partnerOf(seed: number, index: number): Profile | undefined {
  const head = profileOf(seed, index - 1)
  if (head.marital !== '已婚') return undefined
  const chance = new Chance(seed, index)
  const birth = partnerBirthOf(birthOf(seed, index - 1))
  const sex: Sex = head.sex === 'male' ? 'female' : 'male'
  const plain = profileFrom(seed, index, chance, { birth, sex, isFamily: true })
  const relations = relationsTo(chance, head, plain)
  return {
    ...plain,
    household: head.household,
    idNumber: idNumberFor(seed, birth, sex, addressCodeFor(chance, birth.year), true),
    marital: head.died === undefined ? '已婚' : '丧偶',
    home: head.home,
    livesRural: head.livesRural,
    identities: [],
    hardship: undefined,
    bank: plain.bank ?? bankAccountFor(chance),
    relations,
  }
}

function relationsTo(chance: Chance, head: Profile, partner: Profile): readonly Relation[] {
  const relations: Relation[] = [{ kind: 'spouse', of: head.index }]
  if (head.died !== undefined || partner.died !== undefined) return relations
  if (head.disability && head.disability.grade <= 4) relations.push({ kind: 'guardian', of: head.index })
  if (isEntitled(head.identities) && chance.happens(0.3)) relations.push({ kind: 'payee', of: head.index })
  return relations
}

function standingOf(chance: Chance, of: Circumstances, service: Service | undefined): Standing {
  return service ? veteranStanding(chance, { ...of, service }) : familyStanding(chance, of)
}

// 海门 was a county (320625) until 1994, a city (320684) until 2020, then a district (320614). The number keeps the code of
// the place that issued it; some people were first registered, or had their number put right, later.
function addressCodeFor(chance: Chance, bornYear: number): string {
  if (chance.happens(0.003)) return '320614'
  return bornYear >= 1994 || chance.happens(0.03) ? '320684' : '320625'
}

// Yearly risk rises with age; the books hold the deaths of the last years only.
function deathFor(chance: Chance, age: number): Day | undefined {
  const share = age < 50 ? 0.002 : age < 65 ? 0.01 : age < 80 ? 0.03 : 0.1
  if (!chance.happens(share)) return undefined
  const year = age < 50 ? 2025 : chance.between(2019, 2025)
  return findDayOf(year, chance.between(1, year === 2025 ? 5 : 12), chance.between(1, 28))
}

function maritalFor(chance: Chance, age: number): string {
  if (age >= 26 && chance.happens(age < 35 ? 0.6 : 0.9)) return '已婚'
  return age < 45 ? '未婚' : chance.of(['未婚', '离婚', '丧偶'])
}

function workOf(chance: Chance, age: number, livesRural: boolean, service: Service | undefined): Livelihood {
  const work = livelihoodFor(chance, age, livesRural)
  if (service?.category !== '军官') return work
  return { ...work, pension: workerPension, state: age >= 60 ? '已退休' : '已就业' }
}

const findings = ['白内障', '听力下降', '高血压', '糖尿病', '脑梗后遗症', '关节病']
