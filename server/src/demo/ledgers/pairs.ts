import { type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { Chance } from '../chance.ts'
import { phoneFor } from '../living.ts'
import { nameFor } from '../names.ts'
import { type Profile, profileOf } from '../profiles.ts'
import { isEntitled } from '../standing.ts'
import { writeName } from './handwriting.ts'
import type { Defect } from './manifest.ts'
import { creditCodeFor, departments, institutions } from './pairing-organisations.ts'
import type { SheetCell } from './sheet-draft.ts'

/** 结对 (pair): an organisation and one person it cares for, with the visits of the half-year. */
export interface Pair {
  readonly organisation: string
  readonly isDepartment: boolean
  readonly creditCode: string
  readonly contact: string
  readonly contactPhone: string
  readonly person: Profile
  readonly name: SheetCell
  readonly idNumber: string
  readonly planned: number
  readonly visits: readonly Day[]
  readonly visitText: string | undefined
  readonly help: string | undefined
  readonly habits: readonly { readonly column: number; readonly defect: Defect }[]
}

/** 困难优抚对象: the 87 entitled people of the registry in difficulty; if it is small, entitled people fill up the number. */
export function inDifficulty(seed: number, count: number): readonly Profile[] {
  const entitled: Profile[] = []
  for (let index = 0; index < count && entitled.filter(hasHardship).length < manyPeople; index += 1) {
    const profile = profileOf(seed, index)
    if (profile.died === undefined && isEntitled(profile.identities)) entitled.push(profile)
  }
  const people = [...entitled.filter(hasHardship), ...entitled.filter((it) => !hasHardship(it))].slice(0, manyPeople)
  if (people.length < manyPeople) throw new RangeError(`only ${people.length} of ${manyPeople} people can be paired`)
  return people
}

function hasHardship(profile: Profile): boolean {
  return profile.hardship !== undefined
}

/** 结对名单 (pairs): everybody gets one organisation, every organisation one to three people. */
// 25 organisations care for one person, 22 for two, 6 for three: 25 + 44 + 18 = 87.
export function pairsOf(chance: Chance, people: readonly Profile[]): readonly Pair[] {
  const sizes = chance.shuffled([
    ...Array<number>(25).fill(1),
    ...Array<number>(22).fill(2),
    ...Array<number>(6).fill(3),
  ])
  const organisations = [...departments, ...institutions]
  let next = 0
  return organisations.flatMap((organisation, at) => {
    const isDepartment = at < departments.length
    const size = sizes[at] ?? 0
    const shared = {
      organisation,
      isDepartment,
      creditCode: creditCodeFor(chance, isDepartment),
      contact: nameFor(chance, 1982, chance.happens(0.6) ? 'male' : 'female'),
      contactPhone: phoneFor(chance),
    }
    const cared = people.slice(next, next + size)
    next += size
    return cared.map((person) => ({ ...shared, ...careFor(chance, person) }))
  })
}

function careFor(
  chance: Chance,
  person: Profile,
): Omit<Pair, 'organisation' | 'isDepartment' | 'creditCode' | 'contact' | 'contactPhone'> {
  const planned = chance.of([2, 4, 4])
  const visits = visitDays(chance, planned)
  const name = writeName(chance, person.name)
  const isQuoted = chance.happens(0.1)
  const habits: Pair['habits'][number][] = []
  if (name.habit) habits.push({ column: 5, defect: name.habit })
  if (isQuoted) habits.push({ column: 6, defect: 'id-apostrophe' })
  if (visits.length > 1) habits.push({ column: 9, defect: 'visit-dates-listed' })
  return {
    person,
    name: name.cell,
    idNumber: isQuoted ? `'${person.idNumber}` : person.idNumber,
    planned,
    visits,
    visitText:
      visits.length === 0 ? undefined : visits.map((it) => visitDate(chance, it)).join(chance.of(['、', '；', '\n'])),
    help: visits.length === 0 ? undefined : chance.of(helps),
    habits,
  }
}

// One visit before the Spring Festival (29 January), one at Qingming or Labour Day; a few have not been called on yet.
function visitDays(chance: Chance, planned: number): readonly Day[] {
  if (chance.happens(0.08)) return []
  const january = findDayOf(2025, 1, chance.between(6, 27))
  const spring = findDayOf(2025, chance.between(3, 6), chance.between(1, 30))
  const isTwice = planned > 2 ? chance.happens(0.8) : chance.happens(0.3)
  return [january, isTwice ? spring : undefined].filter((it) => it !== undefined)
}

function visitDate(chance: Chance, on: Day): string {
  const { year, month, dayOfMonth } = partsOf(on)
  return chance.of([
    `${year}.${month}.${dayOfMonth}`,
    `${year}年${month}月${dayOfMonth}日`,
    on,
    `${year}/${month}/${dayOfMonth}`,
  ])
}

const helps = [
  '送慰问金1000元',
  '送慰问金500元、米油',
  '送棉被、食用油',
  '联系医院复查',
  '帮助申请临时救助',
  '陪同办理慢性病认定',
  '协调危房修缮',
]

const manyPeople = 87
