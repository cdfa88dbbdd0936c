import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const desk = import.meta.dirname
const house = join(desk, '..')
const built = join(desk, 'dist', 'index.html')
const sources = [
  'desk/src/**/*',
  'desk/public/**/*',
  'desk/index.html',
  'desk/vite.config.ts',
  'contract/src/**/*',
  'terms/src/**/*',
  'package-lock.json',
]

if (isFresh()) {
  console.log('desk: dist is newer than its sources, nothing to build')
} else {
  const began = performance.now()
  await build({ root: desk, configFile: join(desk, 'vite.config.ts'), logLevel: 'error' })
  console.log(`desk: built into desk/dist in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/** True when the built page is younger than everything it was made from. */
function isFresh(): boolean {
  const made = changedAt(built)
  if (made === undefined) return false
  return globSync(sources, { cwd: house }).every((path) => (changedAt(join(house, path)) ?? 0) <= made)
}

function changedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}
