#!/usr/bin/env node
// Plain JavaScript that any Node from 18 on reads: the program itself needs Node 24, which comes as a package of this
// repository, so this file starts itself again with that one where the Node that was called is older.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const words = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  const { main } = await import('../src/cli/dongzhou.ts')
  await main(words)
} else {
  startAgain(findNode())
}

/** The pinned Node of this platform, or nothing where none is published (macOS). */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return undefined
  }
}

function startAgain(node) {
  if (node === undefined) {
    console.error(`需要 Node ${NEEDED} 或更高版本，当前为 ${process.version}。请安装后再运行。`)
    process.exitCode = 1
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...words], { stdio: 'inherit' })
  // A terminal sends Ctrl+C to both; a service manager tells this process only.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`无法启动自带的 Node：${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1
    else process.exitCode = 1
  })
}
