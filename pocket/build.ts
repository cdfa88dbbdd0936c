import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const pocket = import.meta.dirname
const built = join(pocket, 'dist', 'index.html')
const sources = ['src/**/*', 'public/**/*', 'index.html', 'vite.config.ts', '../package-lock.json']

if (isFresh()) {
  console.log('pocket: dist is newer than its sources, nothing to build')
} else {
  const began = performance.now()
  await build({ root: pocket, configFile: join(pocket, 'vite.config.ts'), logLevel: 'error' })
  console.log(`pocket: built into pocket/dist in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/** True when the built page is younger than everything it is made from. */
function isFresh(): boolean {
  const made = changedAt(built)
  if (made === undefined) return false
  return globSync(sources, { cwd: pocket }).every((path) => (changedAt(join(pocket, path)) ?? 0) <= made)
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
