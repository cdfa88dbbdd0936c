import { open, readFile } from 'node:fs/promises'
import { divisionCode } from '@dongzhou/terms/division'
import { type Role, roles, type Section } from '@dongzhou/terms/role'
import { haimenDivisions } from '../registry/index.ts'
import { type FirstAccount, freshPassword } from './first-accounts.ts'

interface DemoPost {
  readonly userName: string
  readonly displayName: string
  readonly role: Role
  readonly section: Section | null
  readonly at: 'county' | 'town' | 'village'
  readonly sees: string
}

const posts: readonly DemoPost[] = [
  post('clerk', '演示经办', 'clerk', 'benefits', 'county', '全区人员、台账、待遇与发放：导入、核对、编制批次、报告'),
  post('chief', '演示科长', 'chief', 'benefits', 'county', '同上，另可复核标准、审批发放、定数与维护区划'),
  post('leader', '演示领导', 'leader', null, 'county', '年度计划、报告与明细；审批与确认发放'),
  post('town', '演示镇站', 'town-worker', null, 'town', '本镇人员与台账'),
  post('village', '演示村站', 'village-worker', null, 'village', '本村人员与活动'),
  post('sysadmin', '演示系统管理', 'system-administrator', null, 'county', '开设与停用账号；须先启用动态口令'),
  post('secadmin', '演示安全管理', 'security-administrator', null, 'county', '授予角色与范围；须先启用动态口令'),
  post('auditor', '演示审计管理', 'audit-administrator', null, 'county', '查阅与核验留痕；须先启用动态口令'),
]

/**
 * 演示账号 (demo accounts) of this data directory. Their passwords are drawn once and kept in a file for its owner only, before any
 * account is opened: a start that was cut off goes on with the same ones.
 */
export async function demoAccounts(path: string): Promise<readonly FirstAccount[]> {
  await writeOnce(path, () => table(posts.map((it) => ({ ...it, password: freshPassword() }))))
  const text = await readFile(path, 'utf8')
  return posts.map(({ userName, displayName, role, section, at }) => {
    const password = new RegExp(`^${userName} +(\\S+)`, 'm').exec(text)?.[1]
    if (password === undefined) throw new Error(`the file of demo accounts does not name ${userName}`)
    return { userName, displayName, password, role, section, division: placeOf(at).code }
  })
}

/** The same as a table for people, as the file holds it. */
export function demoAccountsText(path: string): Promise<string> {
  return readFile(path, 'utf8')
}

function post(
  userName: string,
  displayName: string,
  role: Role,
  section: Section | null,
  ...[at, sees]: readonly [DemoPost['at'], string]
): DemoPost {
  return { userName, displayName, role, section, at, sees }
}

async function writeOnce(path: string, textOf: () => string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  })
  if (!file) return
  try {
    await file.writeFile(textOf())
    await file.sync()
  } finally {
    await file.close()
  }
}

function table(rows: readonly (DemoPost & { readonly password: string })[]): string {
  const cells = rows.map((row) => [row.userName, row.password, roles[row.role], placeOf(row.at).name, row.sees])
  const all = [['登录名', '密码', '角色', '范围', '能看什么'], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))))
  return all
    .map(
      (row) =>
        `${row
          .map((cell, at) => padded(cell, widths[at] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** A Chinese character takes two columns of a console. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\uffff]/.test(character) ? 2 : 1), 0)
}

const TOWN = divisionCode('320614416000')

function placeOf(at: DemoPost['at']) {
  const place = haimenDivisions.find((division) =>
    at === 'village' ? division.parent === TOWN : at === 'town' ? division.code === TOWN : division.level === 'county',
  )
  if (!place) throw new Error(`the seed of divisions has no ${at} for the demo`)
  return { code: place.code, name: place.shortName }
}
