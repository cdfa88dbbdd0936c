import { contract } from '@dongzhou/contract'
import type { RouteMeta } from '@dongzhou/contract/route'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { otherRoom, ownVerbs, roomNames } from './words.ts'

/** A verb of the trail: its code, what it is called, and the room it belongs to. */
export interface VerbOption {
  readonly value: string
  readonly label: string
  readonly room: string
}

/**
 * Every verb that can stand in the trail, read from the contract so that a new action is here without another line. Only
 * this page imports the contract with its shapes: it is fetched by auditors alone.
 */
export function trailVerbs(): readonly VerbOption[] {
  const own = Object.entries(ownVerbs).map(([value, label]) => ({
    value,
    label,
    room: roomNames[value.split('.')[0] ?? ''] ?? otherRoom,
  }))
  return [...verbsIn(contract, []), ...own]
}

function verbsIn(branch: AnyContractRouter, path: readonly string[]): readonly VerbOption[] {
  return Object.entries(branch).flatMap(([name, item]) => {
    const here = [...path, name]
    if (!isContractProcedure(item)) return verbsIn(item as AnyContractRouter, here)
    const { kind, title } = item['~orpc'].meta as RouteMeta
    if (kind !== 'write' || title === undefined) return []
    const value = here.map(kebab).join('.')
    return [{ value, label: title, room: roomNames[here[0] ?? ''] ?? otherRoom }]
  })
}

// A verb of the trail is the route's name in kebab: registry.correctFact leaves registry.correct-fact.
function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
