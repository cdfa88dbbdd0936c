import { randomUUID } from 'node:crypto'
import { once } from './action.sql.ts'
import { type Actor, type App, inSetting } from './app.ts'
import { mayAnywhere } from './clerk.ts'
import { Fault, requireMay } from './fault.ts'
import type { BoundRoute } from './routes.ts'

/**
 * Runs one route for one actor: authority first, then one transaction in the actor's scope; an action exactly once.
 * `input` has been parsed by the contract.
 */
export async function runRoute(app: App, route: BoundRoute, actor: Actor, input: unknown): Promise<unknown> {
  requireAuthority(route, actor)
  if (route.kind === 'read') return inSetting(app, actor, randomUUID(), (setting) => route.work(setting, input))
  const { actionId } = input as { readonly actionId: string }
  return inSetting(app, actor, actionId, (setting) =>
    once(setting, { actionId, verb: route.name, input }, () => route.work(setting, input)),
  )
}

/** An administrator who has not set up the second factor is told so, not that the post lacks the authority. */
function requireAuthority({ may }: BoundRoute, { clerk, secondFactor }: Actor): void {
  if (may === 'signed-in') return
  if (secondFactor === 'required') throw new Fault('access.second-factor-needed')
  requireMay(mayAnywhere(clerk, may))
}
