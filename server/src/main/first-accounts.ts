import { randomInt, randomUUID } from 'node:crypto'
import type { DivisionCode } from '@dongzhou/terms/division'
import type { Authority, Role, Section } from '@dongzhou/terms/role'
import type { Actor, App } from '../platform/app.ts'
import { systemClerk } from '../platform/clerk.ts'
import type { BoundRoute } from '../platform/routes.ts'
import { runRoute } from '../platform/run-route.ts'
import type { Bureau } from '../platform/setting.ts'

/** An account that the program itself opens: in a demo bureau, or the three administrators of a fresh one. */
export interface FirstAccount {
  readonly userName: string
  readonly displayName: string
  readonly password: string
  readonly role: Role
  readonly section: Section | null
  readonly division: DivisionCode
}

/** 开首批账号: through the same two routes the administrators use, with the same trail, as the system itself. */
export async function openFirstAccounts(
  app: App,
  bureau: Bureau,
  routes: readonly BoundRoute[],
  accounts: readonly FirstAccount[],
): Promise<void> {
  const actor = systemActor(bureau, ['accounts.write', 'accounts.grant'])
  for (const { userName, displayName, password, role, section, division } of accounts) {
    const opened = await run(app, routes, 'access.openAccount', actor, { userName, displayName, password, division })
    await run(app, routes, 'access.grantRole', actor, { ...(opened as object), role, section, division })
  }
}

export function systemActor(bureau: Bureau, may: readonly Authority[]): Actor {
  return { bureau, clerk: systemClerk(bureau.code, may), secondFactor: 'off' }
}

async function run(
  app: App,
  routes: readonly BoundRoute[],
  name: string,
  actor: Actor,
  input: object,
): Promise<unknown> {
  const route = routes.find((bound) => bound.name === name)
  if (!route) throw new Error(`no route ${name}`)
  return runRoute(app, route, actor, { actionId: randomUUID(), ...input })
}

// Without 0/O, 1/l/I: the password is copied by hand from a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const DIGITS = '23456789'

/** A random password that the policy accepts, in four groups for copying by hand: `Kqmh-7324-bntx-WPRD`. */
export function freshPassword(): string {
  const groups = [`${draw(CAPITALS, 1)}${draw(LETTERS, 3)}`, draw(DIGITS, 4), draw(LETTERS, 4), draw(CAPITALS, 4)]
  return groups.join('-')
}

function draw(from: string, count: number): string {
  return Array.from({ length: count }, () => from[randomInt(from.length)]).join('')
}
