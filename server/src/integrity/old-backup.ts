import { readdir } from 'node:fs/promises'
import { type Day, daysBetween, findDay } from '@dongzhou/terms/day'
import type { Check, Finding, Look } from './check.ts'

const DAYS_ALLOWED = 2

/** 备份过旧: a folder for nightly backups is named, and the newest in it is more than two days old, or there is none. */
export const oldBackup: Check = {
  code: 'old-backup',
  name: '夜间备份过旧',
  severity: 'warning',
  why: '一旦磁盘损坏，最近几天的工作无法找回。',
  whatToDo:
    '检查 DONGZHOU_BACKUP_FOLDER 所在磁盘的空间与权限，并查看服务日志；可先用 npx dongzhou backup 手工备份一次。',
  summary: async (look) => (await findings(look)).length,
  rows: async (look, limit) => (await findings(look)).slice(0, limit),
}

async function findings({ backupFolder, today }: Look): Promise<readonly Finding[]> {
  if (backupFolder === undefined) return []
  const newest = await findNewest(backupFolder)
  if (newest === undefined) return [{ kind: 'backup', id: 'none', say: '备份目录中还没有夜间备份' }]
  const age = daysBetween(newest, today)
  return age > DAYS_ALLOWED ? [{ kind: 'backup', id: newest, say: `最近一次备份在 ${age} 天前` }] : []
}

async function findNewest(folder: string): Promise<Day | undefined> {
  // A folder that is not there, or not readable, holds no backup.
  const names = await readdir(folder).catch(() => [])
  const days = names.flatMap((name) => findDay(/^dongzhou-(\d{4}-\d{2}-\d{2})\.dzb$/.exec(name)?.[1] ?? '') ?? [])
  return days.toSorted().at(-1)
}
