import { randomUUID } from 'node:crypto'
import { registry } from '@dongzhou/contract/registry'
import { authoritiesOf, type Role, roles } from '@dongzhou/terms/role'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../platform/app.ts'
import type { BoundRoute } from '../platform/routes.ts'
import { runRoute } from '../platform/run-route.ts'
import { bureauDigest } from '../testing/bureau-digest.ts'
import type { ClerkOptions } from '../testing/fresh-database.ts'
import { testServer, type Visitor } from '../testing/http.ts'
import { routeSamples } from '../testing/route-samples/index.ts'
import type { Sample } from '../testing/route-samples/sample.ts'
import { openStage, parse, withActionId } from '../testing/route-samples/stage.ts'
import { WEST_TOWN } from '../testing/test-bureau.ts'
import { boundRoutes } from './rooms.ts'

const { current } = testServer()
const routes = boundRoutes()
let stage: ReturnType<typeof openStage>
let stranger: Visitor
let chief: Visitor

beforeAll(async () => {
  stage = openStage(current())
  stranger = current().stranger()
  chief = await current().as('chief')
})

test('every route of every room has a sample, and every sample a route', () => {
  const samples = Object.entries(routeSamples).flatMap(([room, ofRoom]) =>
    Object.keys(ofRoom).map((name) => `${room}.${name}`),
  )

  const served = new Set(routes.map(({ name }) => name.split('.')[0]))
  expect(samples.filter((name) => served.has(name.split('.')[0])).sort()).toEqual(routes.map(({ name }) => name).sort())
})

describe.each(routes)('$name', (route) => {
  const lacking = (Object.keys(roles) as Role[]).filter((role) => !holds(role, route))

  test.each(['no input', 'a rubbish input'])('without a session and with %s it says: sign in first', async (what) => {
    const input = what === 'no input' ? undefined : { rubbish: true }

    expect(await stranger.rpc(route.name, input)).toMatchObject({ status: 401, body: { code: 'access.not-signed-in' } })
    expect(await callRest(stranger, route, input)).toMatchObject({
      status: 401,
      body: { code: 'access.not-signed-in' },
    })
  })

  if (lacking.length > 0)
    test('roles without the authority are refused, and nothing is looked at', async () => {
      for (const role of lacking) {
        const attempt = runRoute(current().app, route, stage.actor({ role }), {})

        await expect(attempt, role).rejects.toMatchObject({ code: 'access.not-authorised', status: 403 })
      }
    })

  if (route.may !== 'signed-in')
    test('an account without a role may not, and an administrator without second factor is told what to do', async () => {
      const actor = stage.actor()
      const held = { ...actor, clerk: { ...actor.clerk, may: new Set<never>() } }

      await expect(runRoute(current().app, route, held, {})).rejects.toMatchObject({ code: 'access.not-authorised' })
      await expect(runRoute(current().app, route, { ...held, secondFactor: 'required' }, {})).rejects.toMatchObject({
        code: 'access.second-factor-needed',
        status: 403,
      })
    })

  test('from another division it is refused, empty, or says why not', async () => {
    const { arrange, elsewhere } = sampleOf(route)
    const input = await goodInput(route, arrange)
    const before = await bureauDigest(current().app)
    const answer = await attemptOf(route, stage.actor({ role: townRoleFor(route), division: WEST_TOWN }), input)

    if (typeof elsewhere === 'object') expect(answer.refusal, elsewhere.isOpenBecause).toBeUndefined()
    else if (answer.refusal === undefined) expect(isEmptyList(answer.reply), JSON.stringify(answer.reply)).toBe(true)
    else {
      // 422 where an input names what the other division does not see: a file, a place.
      expect([403, 404, 422], answer.refusal.code).toContain(answer.refusal.status)
      expect(await bureauDigest(current().app)).toEqual(before)
    }
    if (elsewhere === 'refused') expect(answer.refusal).toBeDefined()
    if (elsewhere === 'empty') expect(answer.refusal).toBeUndefined()
  })

  if (route.kind === 'read')
    test('it answers what its contract promises, and changes nothing', async () => {
      const input = await goodInput(route, sampleOf(route).arrange)
      const before = await bureauDigest(current().app)

      const reply = await runRoute(current().app, route, homeActor(route), input)

      await parse(route.procedure['~orpc'].outputSchema, reply)
      expect(isEmptyList(reply)).toBe(false)
      expect(withoutTrail(await bureauDigest(current().app))).toEqual(withoutTrail(before))
    })

  if (route.kind === 'write')
    test('it happens once, however often it is sent', async () => {
      const { app, database } = current()
      const input = await goodInput(route, sampleOf(route).arrange)
      const [before, ordered] = [await bureauDigest(app), database.errands.length]
      const first = await runRoute(app, route, homeActor(route), input)
      await parse(route.procedure['~orpc'].outputSchema, first)
      const [after, orderedAfter] = [await bureauDigest(app), database.errands.length]
      expect(after).not.toEqual(before)
      expect(orderedAfter - ordered).toBeLessThanOrEqual(1)

      const second = await runRoute(app, route, homeActor(route), input)

      expect(onWire(second)).toEqual(onWire(first))
      expect(await bureauDigest(app)).toEqual(after)
      for (const [other, actor] of [
        [changed(input), homeActor(route)],
        [input, stage.actor({ role: roleFor(route), division: WEST_TOWN })],
      ] as const) {
        const attempt = runRoute(app, route, actor, other)

        await expect(attempt).rejects.toMatchObject({ code: 'platform.action-reused', status: 409 })
      }
      expect(await bureauDigest(app)).toEqual(after)
      expect(database.errands.length).toBe(orderedAfter)
    })

  if (route.kind === 'write')
    test('what changes leaves a trail that names the action', async () => {
      const actionId = randomUUID()
      const input = await goodInput(route, sampleOf(route).arrange, actionId)

      await runRoute(current().app, route, homeActor(route), input)

      const rows = await stage.inSetting(({ tx }) =>
        tx.selectFrom('trail').select(['actor', 'verb']).where('action_id', '=', actionId).execute(),
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set([homeActor(route).clerk.actor]))
    })

  if (hasInput(route))
    test('a rubbish input is refused field by field, in Chinese', async () => {
      const input = (await sampleOf(route).arrange(stage)) as object
      const sent = withActionId(route, input, randomUUID()) as object
      await expectChineseIssues(await chief.rpc(route.name, 'rubbish'))
      await expectChineseIssues(await chief.rpc(route.name, 42))
      for (const [field, value] of Object.entries(sent)) {
        const path = await expectChineseIssues(await chief.rpc(route.name, { ...sent, [field]: rubbishFor(value) }))

        expect(path.split('.')[0]).toBe(field)
      }
    })
})

test('a double click at the same moment is one action with one reply', async () => {
  const organisation = { name: '双击前', kind: '企业', division: WEST_TOWN }
  const registered = await stage.run(registry.registerOrganisation, organisation)
  const input = { actionId: randomUUID(), ...organisation, ...registered, name: '双击后' }

  const answers = await Promise.all(Array.from({ length: 5 }, () => chief.rpc('registry.correctOrganisation', input)))

  expect(answers).toEqual(Array(5).fill({ status: 200, body: { id: expect.any(Number), version: 2 } }))
})

test('over the wire too, an action id stands for one action of one person', async () => {
  const organisation = { actionId: randomUUID(), name: '重复提交', kind: '企业', division: WEST_TOWN }
  const first = await chief.rpc('registry.registerOrganisation', organisation)
  const clerk = await current().as('clerk')

  expect(first.status).toBe(200)
  expect(await chief.rpc('registry.registerOrganisation', organisation)).toEqual(first)
  expect(await chief.post('/api/v1/registry/organisations', organisation)).toEqual(first)
  for (const answer of [
    await chief.rpc('registry.registerOrganisation', { ...organisation, name: '另一单位' }),
    await chief.rpc('registry.correctOrganisation', { ...organisation, ...(first.body as object) }),
    await clerk.rpc('registry.registerOrganisation', organisation),
  ]) {
    expect(answer).toMatchObject({ status: 409, body: { code: 'platform.action-reused' } })
  }
})

interface Attempt {
  readonly reply?: unknown
  readonly refusal?: { readonly code: string; readonly status: number } | undefined
}

async function attemptOf(route: BoundRoute, actor: Actor, input: unknown): Promise<Attempt> {
  return runRoute(current().app, route, actor, input).then(
    (reply) => ({ reply }),
    (refusal: Attempt['refusal']) => ({ refusal }),
  )
}

async function goodInput(route: BoundRoute, arrange: Sample<unknown>['arrange'], actionId = randomUUID()) {
  return parse(route.procedure['~orpc'].inputSchema, withActionId(route, await arrange(stage), actionId))
}

function sampleOf({ name }: BoundRoute): Sample<unknown> {
  const [room = '', leaf = ''] = name.split('.')
  const sample = (routeSamples as { [room: string]: { [route: string]: Sample<unknown> } })[room]?.[leaf]
  if (!sample) throw new Error(`no sample for the route ${name}`)
  return sample
}

function holds(role: Role, { may }: BoundRoute): boolean {
  return may === 'signed-in' || authoritiesOf[role].includes(may)
}

function roleFor(route: BoundRoute): Role {
  const role = (['chief', ...Object.keys(roles)] as Role[]).find((each) => holds(each, route))
  if (!role) throw new Error(`nobody may call ${route.name}`)
  return role
}

/** Who of a town calls it: its station worker where they may, else whoever may. */
function townRoleFor(route: BoundRoute): Role {
  return holds('town-worker', route) ? 'town-worker' : roleFor(route)
}

function homeActor(route: BoundRoute): Actor {
  return stage.actor({ role: roleFor(route) } satisfies ClerkOptions)
}

function hasInput(route: BoundRoute): boolean {
  return route.procedure['~orpc'].inputSchema !== undefined
}

function isEmptyList(reply: unknown): boolean {
  const items = Array.isArray(reply) ? reply : (reply as { items?: unknown })?.items
  return Array.isArray(items) && items.length === 0
}

function withoutTrail(digest: ReadonlyMap<string, string>): object {
  return Object.fromEntries([...digest].filter(([table]) => !table.endsWith('.trail')))
}

/** As a client gets it: what is undefined is not there. */
function onWire(reply: unknown): unknown {
  return JSON.parse(JSON.stringify(reply))
}

/** What no field of this kind takes. */
function rubbishFor(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'rubbish' : { rubbish: [] }
}

/** Another input in one field that is not the action id. */
function changed(input: unknown): unknown {
  return { ...(input as object), note: '另一项办理' }
}

async function callRest(visitor: Visitor, route: BoundRoute, input: unknown) {
  const { method, path } = route.procedure['~orpc'].route
  const url = `/api/v1${path?.replace(/\{\w+\}/g, '1')}`
  const response = await visitor.fetch(url, {
    method: method ?? 'POST',
    ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input ?? {}) }),
  })
  return { status: response.status, body: await response.json() }
}

async function expectChineseIssues({ status, body }: Awaited<ReturnType<Visitor['rpc']>>): Promise<string> {
  expect({ status, body }).toMatchObject({ status: 400, body: { code: 'platform.bad-input' } })
  const { issues } = (body as { data: { issues: { path: string; say: string }[] } }).data
  expect(issues.length).toBeGreaterThan(0)
  for (const { say } of issues) expect(say).toMatch(/^\P{Script=Latin}*\p{Script=Han}\P{Script=Latin}*。$/u)
  return issues[0]?.path ?? ''
}
