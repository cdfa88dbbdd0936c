import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { type AnyRouter, implement } from '@orpc/server'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { App } from '../app.ts'
import type { Identity } from '../identity.ts'
import type { BoundRoute } from '../routes.ts'
import { runRoute } from '../run-route.ts'
import { inOwnWords, toWireError } from './errors.ts'
import { speakChinese } from './input-words.ts'

/** What a request brings along: who asks is found out once, when the first route of the request wants to know. */
export interface RequestContext {
  readonly identify: () => Promise<Identity>
  readonly requestId: string
}

export interface Api {
  readonly rpc: RPCHandler<RequestContext>
  readonly rest: OpenAPIHandler<RequestContext>
  readonly document: object
}

const BODY_LIMIT = 2 * 1024 * 1024

/** The routes as a typed RPC for our own screens, as REST for others, and as an OpenAPI document. */
export async function openApi(app: App, contract: AnyContractRouter, routes: readonly BoundRoute[]): Promise<Api> {
  const router = implementAll(app, contract, new Map(routes.map((route) => [route.name, route])))
  const plugins = [new BodyLimitPlugin<RequestContext>({ maxBodySize: BODY_LIMIT })]
  const rethrow = rethrowing(app)
  speakChinese()
  return {
    rpc: new RPCHandler(router, {
      plugins,
      rootInterceptors: [async (call) => inOwnWords(await call.next(), (error) => ({ json: error }))],
      clientInterceptors: [(call) => afterSignIn(call).catch(rethrow)],
    }),
    rest: new OpenAPIHandler(router, {
      plugins,
      rootInterceptors: [async (call) => inOwnWords(await call.next(), (error) => error)],
      clientInterceptors: [(call) => afterSignIn(call).catch(rethrow)],
    }),
    document: await describe(router),
  }
}

interface Call {
  readonly context: RequestContext
  next(): PromiseLike<unknown>
}

/** Who asks comes before what is asked: a stranger learns nothing from how an input is refused. */
async function afterSignIn(call: Call): Promise<unknown> {
  await call.context.identify()
  return call.next()
}

function implementAll(app: App, contract: AnyContractRouter, routes: ReadonlyMap<string, BoundRoute>): AnyRouter {
  const os = implement(contract).$context<RequestContext>() as unknown as Branch
  return walk(contract as unknown as Branch, os, []) as unknown as AnyRouter

  function walk(branch: Branch, implementer: Branch, path: readonly string[]): Branch {
    return Object.fromEntries(
      Object.entries(branch).map(([name, item]) => {
        const here = [...path, name]
        const next = implementer[name] as Branch
        return [name, isContractProcedure(item) ? bind(next, here.join('.')) : walk(item as Branch, next, here)]
      }),
    )
  }

  function bind(implementer: Branch, name: string): unknown {
    const route = routes.get(name)
    if (!route) throw new Error(`no work for the route ${name}`)
    const { handler } = implementer as unknown as { handler: (work: Handler) => unknown }
    return handler.call(implementer, async ({ context, input }) =>
      runRoute(app, route, await context.identify(), input),
    )
  }
}

interface Branch {
  readonly [name: string]: unknown
}

type Handler = (call: { readonly context: RequestContext; readonly input: unknown }) => Promise<unknown>

/** One of the two borders where errors are caught: the wire gets code and sentence, the log gets the unexpected ones. */
function rethrowing(app: App): (error: unknown) => never {
  return (error) => {
    const wire = toWireError(error)
    if (wire.status >= 500) app.log.error({ err: error }, 'request failed')
    throw wire
  }
}

async function describe(router: AnyRouter): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(router, {
    info: { title: '东洲退役军人事务平台接口', version: '0.1.0' },
    servers: [{ url: '/api/v1' }],
  })
}
