import { randomUUID } from 'node:crypto'
import type { Role } from '@dongzhou/terms/role'
import type { AnyContractProcedure, AnySchema } from '@orpc/contract'
import { findClerk } from '../../access/index.ts'
import { jobDefinitions } from '../../main/rooms.ts'
import { type Actor, inSetting } from '../../platform/app.ts'
import type { BoundRoute } from '../../platform/routes.ts'
import { type JobRunner, runJob } from '../../platform/run-job.ts'
import { runRoute } from '../../platform/run-route.ts'
import { actorOf, type ClerkOptions } from '../fresh-database.ts'
import type { TestAccount, TestServer } from '../http.ts'
import { TEST_BUREAU, WEST_TOWN } from '../test-bureau.ts'
import type { Stage } from './sample.ts'

/** The stage that samples are arranged on: whatever they do goes through the runner and is committed. */
export function openStage({
  app,
  database,
  routes,
  accountIds,
}: TestServer): Stage & { actor(options?: ClerkOptions): Actor } {
  let count = 0
  const runner: JobRunner = {
    definitions: jobDefinitions(),
    findBureau: async () => TEST_BUREAU,
    findClerk: (bureau, accountId) => findClerk(app.database.db, bureau, accountId),
  }
  const actor = (options: ClerkOptions = {}): Actor => withAccount(actorOf(options), accountIds)
  return {
    app,
    actor,
    next: () => {
      count += 1
      return count
    },
    inSetting: (work, as) => inSetting(app, actor(as), randomUUID(), work),
    finish: async (jobId) => {
      const at = database.errands.findIndex((errand) => errand.jobId === jobId)
      const [errand] = at < 0 ? [] : database.errands.splice(at, 1)
      if (!errand) throw new Error('a sample waits for a job that nobody ordered')
      await runJob(app, runner, errand)
    },
    run: async (procedure, input, as) => {
      const route = routeOf(routes, procedure)
      const parsed = await parse(procedure['~orpc'].inputSchema, withActionId(route, input, randomUUID()))
      const reply = await runRoute(app, route, actor(as), parsed)
      return (await parse(procedure['~orpc'].outputSchema, reply)) as never
    },
  }
}

/** The input as the client sends it: an action carries its id. */
export function withActionId(route: BoundRoute, input: unknown, actionId: string): unknown {
  return route.kind === 'write' ? { actionId, ...(input as object) } : input
}

/** What a schema makes of a value; throws with its issues where it refuses. */
export async function parse(schema: AnySchema | undefined, value: unknown): Promise<unknown> {
  if (!schema) return value
  const result = await schema['~standard'].validate(value)
  if (result.issues) throw new Error(JSON.stringify(result.issues))
  return result.value
}

function routeOf(routes: readonly BoundRoute[], procedure: AnyContractProcedure): BoundRoute {
  const found = routes.find((route) => route.procedure === procedure)
  if (!found) throw new Error('a sample calls a route whose room is not served')
  return found
}

/** The same clerk with an account of their own: jobs and files belong to accounts. */
function withAccount(actor: Actor, accountIds: ReadonlyMap<TestAccount, number>): Actor {
  const isWest = actor.clerk.division === WEST_TOWN
  const name = isWest ? 'west-clerk' : (actor.clerk.role as Role)
  return { ...actor, clerk: { ...actor.clerk, accountId: accountIds.get(name), actor: name } }
}
