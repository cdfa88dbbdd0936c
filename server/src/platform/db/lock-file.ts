import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

/** A data directory is open in another process; the message says which and what to do. */
export class DirectoryInUse extends Error {
  readonly folder: string
  readonly pid: number

  constructor(folder: string, pid: number) {
    super(`数据目录正在被进程 ${pid} 使用。请先停止该进程，或对正在运行的服务执行此命令。`)
    this.folder = folder
    this.pid = pid
  }
}

/**
 * Takes the lock of an embedded data directory. PGlite takes none itself: two processes on one directory destroy it.
 * A lock left by a process that no longer lives (kill -9) is taken over. Returns what gives it back.
 */
export function lockDirectory(folder: string): () => void {
  const path = `${folder}.lock`
  if (!tryCreate(path)) {
    const holder = Number(readFileSync(path, 'utf8'))
    if (held.has(path) || (holder !== process.pid && isAlive(holder))) throw new DirectoryInUse(folder, holder)
    rmSync(path, { force: true })
    if (!tryCreate(path)) throw new DirectoryInUse(folder, Number(readFileSync(path, 'utf8')))
  }
  held.add(path)
  return () => {
    held.delete(path)
    rmSync(path, { force: true })
  }
}

// A container restarts with the same pid: a lock that names us, but that we do not hold, is a dead one.
const held = new Set<string>()

function tryCreate(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
