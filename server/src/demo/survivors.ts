import { ageOn, partsOf } from '@dongzhou/terms/day'
import type { FactValues } from '@dongzhou/terms/fact'
import type { Identity } from '@dongzhou/terms/identity'
import type { Chance } from './chance.ts'
import { nameFor } from './names.ts'
import type { Profile } from './profiles.ts'
import { demoDay } from './standing.ts'

type Survivor = FactValues['survivor']

const survivorOf: { readonly [I in Identity]?: Survivor['of'] } = {
  'survivor-of-martyr': 'martyr',
  'survivor-of-duty-death': 'duty',
  'survivor-of-illness-death': 'illness',
}

/** 遗属依据: of whom, how related and on which ground, as age allows; some have the identity and draw nothing. */
export function survivorFor(chance: Chance, profile: Profile): Survivor | undefined {
  const held = profile.identities.find(({ identity }) => survivorOf[identity] !== undefined)
  const of = held && survivorOf[held.identity]
  if (!held || of === undefined) return undefined
  const relation = relationFor(chance, ageOn(profile.born, held.since))
  const deceased = nameFor(chance, deceasedYear(relation, partsOf(profile.born).year), 'male')
  const ground = chance.happens(0.06) ? 'none' : groundFor(chance, relation, ageOn(profile.born, demoDay))
  return { of, relation, ground, deceased }
}

// The age at which one became a survivor: a soldier's parent is some twenty years older than a soldier.
function relationFor(chance: Chance, age: number): Survivor['relation'] {
  if (age >= 42 && chance.happens(0.35)) return 'parent'
  return age < 24 && chance.happens(0.8) ? 'child' : 'spouse'
}

function deceasedYear(relation: Survivor['relation'], year: number): number {
  if (relation === 'parent') return year + 22
  return relation === 'child' ? year - 26 : year - 1
}

function groundFor(chance: Chance, relation: Survivor['relation'], age: number): Survivor['ground'] {
  if (relation === 'child') return age < 24 ? 'studying' : 'disabled'
  return chance.happens(0.4) ? 'no-means' : 'low-income'
}
