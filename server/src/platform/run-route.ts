import { randomUUID } from 'node:crypto'
import { once } from './action.sql.ts'
import { type Actor, type App, inSetting } from './app.ts'
import { mayAnywhere } from './clerk.ts'
import { requireMay } from './fault.ts'
import type { BoundRoute } from './routes.ts'

/**
 * Runs one route for one actor: authority first, then one transaction in the actor's scope; an action exactly once.
 * `input` has been parsed by the contract.
 */
export async function runRoute(app: App, route: BoundRoute, actor: Actor, input: unknown): Promise<unknown> {
  if (route.may !== 'signed-in') requireMay(mayAnywhere(actor.clerk, route.may))
  if (route.kind === 'read') return inSetting(app, actor, randomUUID(), (setting) => route.work(setting, input))
  const { actionId } = input as { readonly actionId: string }
  return inSetting(app, actor, actionId, (setting) =>
    once(setting, { actionId, verb: route.name, input }, () => route.work(setting, input)),
  )
}
