import { type DivisionCode, divisionCode, isWithin, levelOf } from '@dongzhou/terms/division'

interface NamedDivision {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
}

/**
 * 由地点定区划: the town, and the village in it, whose names a place begins with (`常乐镇状元街社区`); undefined when it
 * names no town. Nothing is guessed from the middle of a text: 海门汽车站广场 lies in no particular town.
 */
export function divisionOfPlace(place: string, divisions: readonly NamedDivision[]): DivisionCode | undefined {
  const text = place.replace(/\s/g, '')
  const [town, rest] = longestPrefix(text, ofLevel(divisions, 'town'))
  if (town === undefined) return undefined
  const within = ofLevel(divisions, 'village').filter(({ code }) => isWithin(divisionCode(code), town))
  const [village] = longestPrefix(rest, within)
  return village ?? town
}

function ofLevel(divisions: readonly NamedDivision[], level: 'town' | 'village'): readonly NamedDivision[] {
  return divisions.filter(({ code }) => levelOf(divisionCode(code)) === level)
}

function longestPrefix(text: string, divisions: readonly NamedDivision[]): readonly [DivisionCode | undefined, string] {
  let found: readonly [DivisionCode | undefined, string] = [undefined, text]
  for (const division of divisions) {
    for (const written of namesOf(division)) {
      const rest = text.length - written.length
      if (rest < found[1].length && text.startsWith(written))
        found = [divisionCode(division.code), text.slice(written.length)]
    }
  }
  return found
}

// A short old name (常乐, 海门) begins too many names of schools, squares and hospitals.
function namesOf({ name, shortName, aliases }: NamedDivision): readonly string[] {
  return [name, shortName, ...aliases.filter((alias) => alias.length >= 3)].filter((written) => written !== '')
}
