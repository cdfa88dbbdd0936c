import { divisionCode } from '@dongzhou/terms/division'
import { roles } from '@dongzhou/terms/role'
import {
  boundRoutes,
  type FirstAccount,
  findBureau,
  freshPassword,
  loadRates,
  migrateAlone,
  openFirstAccounts,
  seedDivisions,
} from '../../main/index.ts'
import { createBureau } from '../../platform/db/migrate.ts'
import { asOwner } from '../../platform/db/scope.ts'
import { recordDivisions } from '../../registry/index.ts'
import type { Command } from '../command.ts'
import { CommandError } from '../command-error.ts'
import { withApp } from '../with-app.ts'

/** 建局: a fresh bureau with its three administrators; everybody else is opened by them on the desk. */
export const bureauCreateCommand: Command = {
  name: 'bureau create',
  takes: '代码 名称',
  summary: '建一个正式的局，并开设三员账号（密码只显示一次）',
  options: {},
  help: [
    '代码   六位县级行政区划代码，如 320614',
    '名称   局的全称',
    '区划：320614 自带 22 个镇街、307 个村社；其他县先建县一级，其余由系统管理员维护。',
    '登录名为 sys、sec、aud 加局代码，如 sys-320614。',
  ],
  run: ({ config, arguments: [code, name], say }) =>
    withApp(config, async (app) => {
      if (!code || !/^\d{6}$/.test(code)) throw new CommandError('请写明六位县级行政区划代码，如 320614。')
      if (!name || name.length < 4) throw new CommandError('请写明局的全称。')
      await migrateAlone(app.database)
      if (await findBureau(app.database.db, code)) throw new CommandError(`代码为 ${code} 的局已经建过。`)
      await createBureau(app.database, { code, name })
      const bureau = { code, name, schema: `b${code}`, isDemo: false }
      await asOwner(app.database.db, bureau.schema, (tx) => recordDivisions({ tx }, divisionsOf(code, name)))
      await loadRates(app, bureau)
      const accounts = administratorsOf(code)
      await openFirstAccounts(app, bureau, boundRoutes(), accounts)
      say(`已建 ${name}（${code}）。三员账号如下，密码只显示这一次，首次登录后请立即更改并启用动态口令：`)
      for (const { userName, password, role } of accounts) say(`  ${userName}  ${password}  ${roles[role]}`)
      return 0
    }),
}

function divisionsOf(code: string, name: string): ReturnType<typeof seedDivisions> {
  if (code === '320614') return seedDivisions()
  const county = name.replace(/退役军人事务局$/, '')
  const one = { code: `${code}000000`, name: county, shortName: county, parentCode: undefined, aliases: [] }
  return [{ ...one, source: '建局时登记' }]
}

function administratorsOf(code: string): readonly FirstAccount[] {
  const posts = [
    ['sys', '系统管理员', 'system-administrator'],
    ['sec', '安全管理员', 'security-administrator'],
    ['aud', '审计管理员', 'audit-administrator'],
  ] as const
  return posts.map(([short, displayName, role]) => ({
    userName: `${short}-${code}`,
    displayName,
    password: freshPassword(),
    role,
    section: null,
    division: divisionCode(`${code}000000`),
  }))
}
