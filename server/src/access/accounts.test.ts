import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Clerk } from '../platform/clerk.ts'
import { createBureau } from '../platform/db/migrate.ts'
import { asOwner } from '../platform/db/scope.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { aDraft, proposed } from '../testing/benefits.ts'
import { freshDatabase, switchTo } from '../testing/fresh-database.ts'
import { COUNTY, EAST_TOWN, EAST_VILLAGE, WEST_TOWN } from '../testing/test-bureau.ts'
import { accountNames, recordAccount, signerNames } from './accounts.sql.ts'
import { grantRole } from './grant-role.ts'
import { type OpenAccount, openAccount } from './open-account.ts'
import { accessRoutes } from './routes.ts'
import { stopAccount } from './stop-account.ts'

const { app, rolledBack } = freshDatabase()

const asSystem = { role: 'system-administrator' } as const

test(
  'an account is opened with a password that nobody can read, and without a role',
  rolledBack(async (setting) => {
    const { id, version } = await openAccount(setting, anOrder())

    expect(version).toBe(1)
    expect(await accountOf(setting, 'zhang-san')).toMatchObject({ id, role: null, isActive: true })
    const { rows } = await asOwnerIn(setting, 'select password from auth.account')
    expect(rows).toEqual([{ password: expect.stringMatching(/^argon2id\$[\w-]+\$[\w-]+$/) }])
    expect(JSON.stringify(await trailOf(setting, id))).not.toContain('Correct-horse')
  }, asSystem),
)

test.each(['short-1A', 'correcthorsebattery', 'Zhang-San-2025'])(
  'a weak password is refused, and nobody is put on record: %s',
  async (password) => {
    await rolledBack(async (setting) => {
      await expect(openAccount(setting, anOrder({ password }))).rejects.toMatchObject({ code: 'access.weak-password' })
      expect((await list(setting)).total).toBe(0)
    }, asSystem)()
  },
)

test(
  'a user name is given once',
  rolledBack(async (setting) => {
    await openAccount(setting, anOrder())

    await expect(openAccount(setting, anOrder({ division: WEST_TOWN }))).rejects.toMatchObject({
      code: 'access.user-name-taken',
    })
  }, asSystem),
)

test('a user name is given once among all bureaus: the session knows only the name', async () => {
  await createBureau(app().database, { code: '999998', name: '另一局' })
  await asOwner(app().database.db, 'b999998', (tx) =>
    recordAccount(tx, {
      ...{ userId: randomUUID(), userName: 'elsewhere', displayName: '另一局', passwordHash: 'none', now: new Date(0) },
      ...{ role: undefined, section: undefined, division: COUNTY, bureauCode: '999998' },
    }),
  )

  await rolledBack(async (setting) => {
    await expect(openAccount(setting, anOrder({ userName: 'elsewhere' }))).rejects.toMatchObject({
      code: 'access.user-name-taken',
    })
  }, asSystem)()
})

test.each([
  [
    'a system administrator of a town, for another town',
    { ...asSystem, division: EAST_TOWN },
    'access.outside-jurisdiction',
  ],
  ['a security administrator', { role: 'security-administrator' }, 'access.not-authorised'],
  ['a chief', { role: 'chief' }, 'access.not-authorised'],
] as const)('no account is opened by %s', async (_who, as, code) => {
  await rolledBack(async (setting) => {
    await expect(openAccount(setting, anOrder({ division: WEST_TOWN }))).rejects.toMatchObject({ code })
  }, as)()
})

test(
  'a role is granted by the security administrator, who stands beside it from then on',
  rolledBack(async (setting) => {
    const { id, version } = await openAccount(setting, anOrder())
    const security = await asSecurity(setting)

    await grantRole(security, { id, version, role: 'town-worker', section: null, division: EAST_TOWN })

    expect(await accountOf(setting, 'zhang-san')).toMatchObject({ role: 'town-worker', version: 2 })
    expect(await trailOf(setting, id)).toMatchObject([
      { verb: 'access.open-account', actor: 'test-system-administrator' },
      { verb: 'access.grant-role', actor: 'secadmin', after: { role: 'town-worker', division: EAST_TOWN } },
    ])
  }, asSystem),
)

test(
  'an account seen in an older version is not granted over',
  rolledBack(async (setting) => {
    const { id, version } = await openAccount(setting, anOrder())
    const security = await asSecurity(setting)
    await grantRole(security, { id, version, role: 'clerk', section: 'benefits', division: EAST_TOWN })

    const again = grantRole(security, { id, version, role: 'chief', section: null, division: EAST_TOWN })

    await expect(again).rejects.toMatchObject({ code: 'platform.changed-meanwhile' })
  }, asSystem),
)

test(
  'an administrator becomes nothing else, and a clerk no administrator',
  rolledBack(async (setting) => {
    const security = await asSecurity(setting)
    const grant = { section: null, division: COUNTY }
    for (const [first, then] of [
      ['audit-administrator', 'system-administrator'],
      ['audit-administrator', 'clerk'],
      ['clerk', 'security-administrator'],
    ] as const) {
      const { id, version } = await openAccount(setting, anOrder({ userName: `${first}-${then}`.slice(0, 30) }))
      const granted = await grantRole(security, { id, version, role: first, ...grant })

      await expect(grantRole(security, { ...granted, role: then, ...grant })).rejects.toMatchObject({
        code: 'access.duties-mixed',
      })
    }
  }, asSystem),
)

test(
  'nobody changes their own role, and nobody stops themselves',
  rolledBack(async (setting) => {
    const security = await asSecurity(setting)
    const own = { id: security.clerk.accountId ?? 0, version: 1 }

    await expect(
      grantRole(security, { ...own, role: 'security-administrator', section: null, division: COUNTY }),
    ).rejects.toMatchObject({ code: 'access.own-account' })
    const system = { ...setting, clerk: { ...setting.clerk, accountId: own.id } }
    await expect(stopAccount(system, { ...own, isActive: false })).rejects.toMatchObject({ code: 'access.own-account' })
  }, asSystem),
)

test(
  'a security administrator of a town grants inside the town only',
  rolledBack(async (setting) => {
    const [inside, outside] = [
      await openAccount(setting, anOrder({ division: EAST_VILLAGE })),
      await openAccount(setting, anOrder({ userName: 'li-si', division: WEST_TOWN })),
    ]
    const town = await switchTo(app(), setting.tx, { role: 'security-administrator', division: EAST_TOWN })
    const role = { role: 'village-worker', section: null } as const

    await expect(grantRole(town, { ...inside, ...role, division: COUNTY })).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    })
    await expect(grantRole(town, { ...inside, ...role, division: WEST_TOWN })).rejects.toMatchObject({
      code: 'access.outside-jurisdiction',
    })
    await expect(grantRole(town, { ...outside, ...role, division: EAST_TOWN })).rejects.toMatchObject({
      code: 'access.account-not-found',
    })
    expect(await grantRole(town, { ...inside, ...role, division: EAST_VILLAGE })).toMatchObject({ version: 2 })
  }, asSystem),
)

test(
  'a town sees the accounts of its own place only',
  rolledBack(async (setting) => {
    await openAccount(setting, anOrder({ division: EAST_VILLAGE }))
    await openAccount(setting, anOrder({ userName: 'li-si', division: WEST_TOWN }))

    const town = await switchTo(app(), setting.tx, { role: 'system-administrator', division: EAST_TOWN })

    expect((await list(town)).items.map(({ userName }) => userName)).toEqual(['zhang-san'])
  }, asSystem),
)

test.each([
  ['zhang', 1],
  ['张', 1],
  ['', 2],
  ['san', 0],
  ['%', 0],
  ['_', 0],
])('accounts are found by the beginning of a name: %s', async (text, expected) => {
  await rolledBack(async (setting) => {
    await openAccount(setting, anOrder())
    await openAccount(setting, anOrder({ userName: 'li-si', displayName: '李四' }))

    expect((await list(setting, text)).total).toBe(expected)
  }, asSystem)()
})

test(
  'a stopped account is resumed as it was, and both stand in the trail',
  rolledBack(async (setting) => {
    const { id, version } = await openAccount(setting, anOrder())
    const stopped = await stopAccount(setting, { id, version, isActive: false })
    await expect(stopAccount(setting, { id, version, isActive: false })).rejects.toMatchObject({
      code: 'platform.changed-meanwhile',
    })
    await stopAccount(setting, { ...stopped, isActive: true })

    expect(await accountOf(setting, 'zhang-san')).toMatchObject({ isActive: true, version: 3 })
    expect((await trailOf(setting, id)).map(({ verb }) => verb)).toEqual([
      'access.open-account',
      'access.stop-account',
      'access.resume-account',
    ])
  }, asSystem),
)

test(
  'whoever signed in the county is called by name in a town too, whose accounts alone are in its sight',
  rolledBack(async (setting) => {
    const { id } = await openAccount(setting, anOrder({ displayName: '李四', division: COUNTY }))
    await openAccount(setting, anOrder({ userName: 'wang-wu', displayName: '王五', division: WEST_TOWN }))
    await signing(setting, { accountId: id, actor: 'zhang-san' }, 'war-6')
    await signing(setting, { accountId: undefined, actor: 'wang-wu' }, 'war-7')
    const town = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })

    const names = await signerNames(town, { ids: [id], logins: ['wang-wu', 'nobody'] })

    expect(names).toEqual({ byAccount: new Map([[id, '李四']]), byLogin: new Map([['wang-wu', '王五']]) })
    expect(await accountNames(town, [id])).toEqual(new Map())
    expect(await signerNames(town, { ids: [], logins: [] })).toEqual({ byAccount: new Map(), byLogin: new Map() })
  }, asSystem),
)

test(
  'an account that signed nothing has no name outside its place, and nobody is told the login behind an id',
  rolledBack(async (setting) => {
    const { id: signer } = await openAccount(setting, anOrder({ division: COUNTY }))
    const { id: idle } = await openAccount(setting, anOrder({ userName: 'wang-wu', division: COUNTY }))
    await signing(setting, { accountId: signer, actor: 'zhang-san' }, 'war-7')
    const town = await switchTo(app(), setting.tx, { role: 'town-worker', division: EAST_TOWN })
    const everybody = Array.from({ length: idle + 10 }, (_, at) => at)

    const names = await signerNames(town, { ids: everybody, logins: ['wang-wu'] })

    expect(names).toEqual({ byAccount: new Map([[signer, '张三']]), byLogin: new Map() })
    const { rows } = await sql<{ login: string | null }>`
      select user_name as login from names_of_signers(${everybody}::bigint[], '{}')`.execute(town.tx)
    expect(rows).toEqual([{ login: null }])
  }, asSystem),
)

/** A section clerk of the county enters a rate under an account and a login. */
async function signing(setting: ActionSetting, who: Pick<Clerk, 'accountId' | 'actor'>, key: string): Promise<void> {
  const county = await switchTo(app(), setting.tx, { role: 'chief' })
  await proposed({ ...county, clerk: { ...county.clerk, ...who } }, [
    aDraft({ kind: 'disability-pension', key, value: 200_000 }),
  ])
}

function anOrder(change: Partial<OpenAccount> = {}): OpenAccount {
  return { userName: 'zhang-san', displayName: '张三', password: 'Correct-horse-42', division: EAST_TOWN, ...change }
}

/** A security administrator of the county with an account, on the same transaction. */
async function asSecurity(setting: ActionSetting): Promise<ActionSetting> {
  const { id } = await openAccount(setting, anOrder({ userName: 'secadmin', division: COUNTY }))
  const security = await switchTo(app(), setting.tx, { role: 'security-administrator' })
  return { ...security, clerk: { ...security.clerk, accountId: id, actor: 'secadmin' } }
}

function list(setting: ActionSetting, text = '') {
  return accessRoutes.listAccounts(setting, { text, page: 1, size: 50 })
}

async function accountOf(setting: ActionSetting, userName: string) {
  return (await list(setting, userName)).items[0]
}

async function trailOf({ tx }: ActionSetting, id: number) {
  return tx
    .selectFrom('trail')
    .select(['verb', 'actor', 'after'])
    .where('subject_kind', '=', 'account')
    .where('subject', '=', String(id))
    .orderBy('id')
    .execute()
}

async function asOwnerIn({ tx }: ActionSetting, statement: string) {
  await sql.raw('reset role').execute(tx)
  return sql.raw(statement).execute(tx)
}
