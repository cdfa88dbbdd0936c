import type { DivisionCode } from '@dongzhou/terms/division'
import { haimenDivisions } from '../registry/index.ts'
import { type Chance, laidOut } from './chance.ts'

type Division = (typeof haimenDivisions)[number]

/** A village or community with its town, as an address needs them. */
export interface Place {
  readonly division: DivisionCode
  readonly town: Division
  readonly village: Division
  readonly isCommunity: boolean
}

export interface Address {
  readonly place: Place
  readonly text: string
}

/** A home in one of the 307 villages and communities; communities hold more people, farms without residents hardly any. */
export function addressFor(chance: Chance): Address {
  const place = chance.of(placesByWeight)
  const { isCommunity } = place
  if (!isCommunity) {
    const group = chance.between(1, 32)
    return { place, text: `${nameOfPlace(place)}${group}组${chance.between(1, 60)}号` }
  }
  const door = `${chance.between(1, 4)}0${chance.between(1, 6)}`
  return { place, text: `${nameOfPlace(place).replace(/社区$/, '')}${chance.between(1, 40)}幢${door}室` }
}

/** 常乐镇中南村: the town and the village in one; a farm and its living quarters share a name, which is said once. */
export function nameOfPlace({ town, village }: Place): string {
  return village.shortName.startsWith(town.shortName) ? village.shortName : town.shortName + village.shortName
}

/** All villages and communities, in the order of their codes. */
export const places: readonly Place[] = haimenDivisions
  .filter((division) => division.level === 'village')
  .map((village) => {
    const town = haimenDivisions.find((division) => division.code === village.parent)
    if (!town) throw new Error(`village without a town: ${village.code}`)
    return { division: village.code, town, village, isCommunity: !village.name.endsWith('村委会') }
  })

const placesByWeight = laidOut(
  places.map((place) => [place, weightOf(place)] as const),
  8000,
)

function weightOf(place: Place): number {
  if (place.village.name.endsWith('虚拟生活区')) return 0.05
  return place.isCommunity ? 1.6 : 1
}
