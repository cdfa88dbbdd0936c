import type { Authority } from '@dongzhou/terms/role'
import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What the server must know of a route before it runs it, and what the tests of every route are generated from. */
export interface RouteMeta {
  readonly kind?: 'read' | 'write'
  /** The authority it takes; 'signed-in' where any account will do. */
  readonly may?: Authority | 'signed-in'
  /** The page of the desk that uses it is not alone: outside systems may call it too. */
  readonly title?: string
}

const base = oc.$meta<RouteMeta>({})

/** 办理编号 (action id): made by the client, UNIQUE in the database, so that a repetition changes nothing twice. */
export const ActionId = z.uuid()
export type ActionId = z.infer<typeof ActionId>

/** A question: changes nothing but, where it opens something sensitive, the trail. */
export function read(path: `/${string}`, may: Authority | 'signed-in', title: string) {
  return base.route({ method: 'GET', path, summary: title }).meta({ kind: 'read', may, title })
}

/** A question whose terms do not fit into an address (filters with lists); it changes nothing. */
export function ask(path: `/${string}`, may: Authority | 'signed-in', title: string) {
  return base.route({ method: 'POST', path, summary: title }).meta({ kind: 'read', may, title })
}

/** An action: its input always carries the action id. */
export function write<Shape extends z.ZodRawShape>(
  path: `/${string}`,
  may: Authority | 'signed-in',
  title: string,
  shape: Shape,
) {
  return base
    .route({ method: 'POST', path, summary: title })
    .meta({ kind: 'write', may, title })
    .input(z.object({ actionId: ActionId, ...shape }))
}
