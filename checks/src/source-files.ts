import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The root of the repository on this machine. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '')

/** The houses that hold code. `docs` holds prose and its own small programs. */
export const houses = ['terms', 'engines', 'contract', 'server', 'desk', 'pocket', 'checks'] as const

const NOT_OURS = new Set(['node_modules', 'dist', '.git', 'coverage', 'data', 'samples', 'tmp'])

/** Every .ts and .tsx file of the houses. */
export function sourceFiles(): readonly SourceFile[] {
  return houses.flatMap((house) => filesUnder(house, /\.tsx?$/)).map(withText)
}

/** Paths under a folder (`''` is the root) whose name matches; what npm, git and the builds put there is left away. */
export function filesUnder(folder: string, name: RegExp): readonly string[] {
  return walk(join(root, folder), folder === '')
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => name.test(path))
    .sort()
}

/** Names of the folders directly inside a folder that hold a file somewhere (git keeps no others); none when it does not exist. */
export function foldersIn(folder: string): readonly string[] {
  return entriesOf(join(root, folder))
    .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
    .map((entry) => entry.name)
    .filter((name) => filesUnder(join(folder, name), /./).length > 0)
    .sort()
}

/** The file at a path from the root, with its text. */
export function withText(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

function walk(folder: string, isRoot: boolean): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) return entry.isFile() ? [path] : []
    return NOT_OURS.has(entry.name) && (isRoot || !isProductFolder(entry.name)) ? [] : walk(path, false)
  })
}

// `data` and `samples` at the root are what a running bureau leaves behind; deeper down they may be code.
function isProductFolder(name: string): boolean {
  return name === 'data' || name === 'samples'
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return []
    throw cause
  }
}
