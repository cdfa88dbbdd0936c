import { contract } from '@dongzhou/contract'
import type { RouteMeta } from '@dongzhou/contract/route'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'

/** Verbs that no route of the contract stands for: transfers of files, the other half of a switch, and the console's own. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'platform.upload': '上传文件',
  'platform.download': '下载文件',
  'platform.remove-file': '清理到期文件',
  'access.sign-in': '登录',
  'access.sign-in-failed': '登录失败',
  'access.sign-out': '退出登录',
  'access.change-password': '修改密码',
  'access.enrol-second-factor': '启用动态口令',
  'access.drop-second-factor': '停用动态口令',
  'access.renew-backup-codes': '更换备用码',
  'access.end-session': '结束会话',
  'access.resume-account': '恢复账号',
  'access.reset-password': '重置密码',
  'intake.view-rows': '查看待接收的台账行',
  'payments.cancel-unpaid': '撤销未付款项',
  'demo.fill': '写入演示数据',
}

/** 操作名称 (verb name): what a verb of the trail is called by the people who read it. */
export function verbName(verb: string): string {
  return names.get(verb) ?? `其他操作（${verb}）`
}

export function hasVerbName(verb: string): boolean {
  return names.has(verb)
}

// A verb of the trail is the route's name in kebab: registry.correctFact leaves registry.correct-fact.
const names: ReadonlyMap<string, string> = new Map([...titlesIn(contract, []), ...Object.entries(OWN_NAMES)])

function titlesIn(branch: AnyContractRouter, path: readonly string[]): readonly (readonly [string, string])[] {
  return Object.entries(branch).flatMap(([name, item]) => {
    const here = [...path, kebab(name)]
    if (!isContractProcedure(item)) return titlesIn(item as AnyContractRouter, here)
    const { title } = item['~orpc'].meta as RouteMeta
    return title === undefined ? [] : [[here.join('.'), title] as const]
  })
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
