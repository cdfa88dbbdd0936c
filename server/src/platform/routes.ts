import type { RouteMeta } from '@dongzhou/contract/route'
import type { Authority } from '@dongzhou/terms/role'
import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { isContractProcedure } from '@orpc/contract'
import type { ActionSetting, Setting } from './setting.ts'

/**
 * What a room writes for each route of its contract: a question gets a setting, an action one with its action id.
 * Session, authority, exactly-once, transaction and scope stand around it and cannot be forgotten.
 */
export type RoutesOf<Contract> = {
  readonly [Name in keyof Contract]: Contract[Name] extends ContractProcedure<
    infer Input,
    infer Output,
    infer _E,
    infer _M
  >
    ? (setting: Parameters<Work>[0], input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : RoutesOf<Contract[Name]>
}

/** A question is handed an action setting too, with an action id of its own: opening a sensitive value leaves a trail. */
export type Work = (setting: ActionSetting, input: unknown) => Promise<unknown>

export interface BoundRoute {
  /** `registry.listPeople` */
  readonly name: string
  readonly kind: 'read' | 'write'
  readonly may: Authority | 'signed-in'
  readonly procedure: AnyContractProcedure
  readonly work: Work
}

type Branch = { readonly [name: string]: AnyContractProcedure | Branch }
type Leaves = { readonly [name: string]: unknown }

/** Pairs each route of the contract with its work; a route without one, or a work without route, stops the start. */
export function bindRoutes(contract: Branch, routes: Leaves, path: readonly string[] = []): readonly BoundRoute[] {
  const extra = Object.keys(routes).filter((name) => !(name in contract))
  if (extra.length > 0) throw new Error(`not in the contract: ${[...path, extra[0]].join('.')}`)
  return Object.entries(contract).flatMap(([name, item]) => {
    const here = [...path, name]
    const found = routes[name]
    if (!isContractProcedure(item)) return bindRoutes(item as Branch, (found ?? {}) as Leaves, here)
    if (typeof found !== 'function') throw new Error(`no work for the route ${here.join('.')}`)
    return [{ name: here.join('.'), ...metaOf(item, here), procedure: item, work: found as Work }]
  })
}

function metaOf(procedure: AnyContractProcedure, path: readonly string[]): Pick<BoundRoute, 'kind' | 'may'> {
  const { kind, may } = procedure['~orpc'].meta as RouteMeta
  if (kind === undefined || may === undefined) throw new Error(`the route ${path.join('.')} does not say who may`)
  return { kind, may }
}

export type { Setting }
