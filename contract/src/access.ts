import { type Authority, authorities, type Role, roles, type Section, sections } from '@dongzhou/terms/role'
import { z } from 'zod'
import { ask, read, write } from './route.ts'
import { Changed, Division, Id, Page, Paged, Version } from './shapes.ts'

export const RoleCode = z.enum(Object.keys(roles) as [Role, ...Role[]])
export const SectionCode = z.enum(Object.keys(sections) as [Section, ...Section[]])
export const AuthorityCode = z.enum(Object.keys(authorities) as [Authority, ...Authority[]])

/** 本人 (me): who is signed in, as what, where, and what that allows. Screens ask this list, never the role. */
export const Me = z.object({
  accountId: Id,
  userName: z.string(),
  displayName: z.string(),
  role: RoleCode.nullable(),
  roleName: z.string(),
  section: SectionCode.nullable(),
  division: z.object({ code: z.string(), name: z.string() }),
  bureau: z.object({ code: z.string(), name: z.string(), isDemo: z.boolean() }),
  may: z.array(AuthorityCode).readonly(),
  secondFactor: z.enum(['on', 'off', 'required']),
  today: z.string(),
})
export type Me = z.infer<typeof Me>

export const AccountLine = z.object({
  id: Id,
  version: z.number().int(),
  userName: z.string(),
  displayName: z.string(),
  role: RoleCode.nullable(),
  section: SectionCode.nullable(),
  division: z.object({ code: z.string(), name: z.string() }),
  isActive: z.boolean(),
  createdAt: z.string(),
})
export type AccountLine = z.infer<typeof AccountLine>

export const OpenAccount = {
  userName: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{2,29}$/, '登录名为3至30位小写字母、数字或短横线，以字母开头。'),
  displayName: z.string().trim().min(1, '请填写姓名。').max(30),
  password: z.string().min(1, '请填写初始密码。').max(100),
  division: Division,
}

export const access = {
  me: read('/access/me', 'signed-in', '本人与权限').output(Me),
  listAccounts: ask('/access/accounts/list', 'accounts.read', '账号列表')
    .input(Page.extend({ text: z.string().trim().max(50).default('') }))
    .output(Paged(AccountLine)),
  openAccount: write('/access/accounts', 'accounts.write', '开设账号', OpenAccount).output(Changed),
  stopAccount: write('/access/accounts/stop', 'accounts.write', '停用账号', {
    id: Id,
    version: Version,
    isActive: z.boolean(),
  }).output(Changed),
  grantRole: write('/access/accounts/grant', 'accounts.grant', '授予角色与范围', {
    id: Id,
    version: Version,
    role: RoleCode,
    section: SectionCode.nullable(),
    division: Division,
  }).output(Changed),
}
