import { findCycles } from './cycles.ts'
import { type Import, importsOf } from './imports-of.ts'
import type { SourceFile } from './source-files.ts'

/** Packages an engine may lean on: pure ones with a decision record. */
const ENGINE_PACKAGES: readonly string[] = ['npm:pinyin-pro']

/** Packages the contract may lean on. */
const CONTRACT_PACKAGES: readonly string[] = ['npm:zod', 'npm:@orpc/contract']

/** What a test or a benchmark of a pure house may use besides. */
const TEST_PACKAGES: readonly string[] = ['npm:vitest', 'npm:fast-check']

/** What reaches the database. Types from these are free everywhere: they are gone when the program runs. */
const DATABASE = /^(npm:(kysely|pg|@electric-sql\/pglite)$|server\/src\/platform\/db(\/|\.ts$))/

/** Who may reach the database. */
const DATABASE_KEEPERS = /(\.sql\.ts|\.test\.ts|\.bench\.ts)$|^server\/src\/(platform|testing|cli|main)\//

/** Server folders that are no rooms: everyone inside the server may use any file of theirs. */
const OPEN_FOLDERS: readonly string[] = ['platform', 'testing']

/** The ten rules of the import map, by name. */
export const ruleNames = [
  'no-cycles',
  'terms-know-nobody',
  'engines-are-pure',
  'engines-do-not-meet',
  'contract-is-words-only',
  'rooms-use-front-doors',
  'platform-knows-no-room',
  'only-sql-files-touch-db',
  'screens-never-see-server',
  'screens-do-not-meet',
] as const

export type RuleName = (typeof ruleNames)[number]

/** One import that the map forbids. */
export interface Crossing {
  readonly rule: RuleName
  readonly where: string
  readonly says: string
}

/** Judges all imports of the given files by the ten rules. The files may be virtual: nothing is read from disk. */
export function judgeImports(files: readonly SourceFile[]): readonly Crossing[] {
  const known = new Set(files.map((file) => file.path))
  const imports = files.flatMap((file) => importsOf(file, known))
  const crossings = imports.flatMap((arrow) =>
    ruleNames.filter((rule) => rule !== 'no-cycles' && forbids[rule](arrow)).map((rule) => crossing(rule, arrow)),
  )
  return [...crossings, ...cyclesAsCrossings(imports)]
}

/** Imports that name a test, or the scaffolding of tests from outside one: neither is anybody's library. */
export function importsOfTests(files: readonly SourceFile[]): readonly Import[] {
  const known = new Set(files.map((file) => file.path))
  return files
    .flatMap((file) => importsOf(file, known))
    .filter(({ from, to }) => namesTest(to) || leansOnScaffold(from, to))
}

function namesTest(to: string): boolean {
  return /\.(test|journey|bench)\.tsx?$/.test(to)
}

function leansOnScaffold(from: string, to: string): boolean {
  return isIn('server/src/testing', to) && !isIn('server/src/testing', from) && !isIn('checks', from) && !isTest(from)
}

type Forbids = (arrow: Import) => boolean

const forbids: { readonly [R in Exclude<RuleName, 'no-cycles'>]: Forbids } = {
  'terms-know-nobody': ({ from, to }) => isIn('terms', from) && !isIn('terms', to) && !isTestTool(from, to),
  'engines-are-pure': ({ from, to }) =>
    isIn('engines', from) &&
    !isIn('terms', to) &&
    !isIn('engines', to) &&
    !ENGINE_PACKAGES.includes(to) &&
    !isTestTool(from, to),
  'engines-do-not-meet': ({ from, to }) =>
    isIn('engines/src', from) && isIn('engines/src', to) && roomOf(from) !== roomOf(to),
  'contract-is-words-only': ({ from, to }) =>
    isIn('contract', from) &&
    !isIn('terms', to) &&
    !isIn('contract', to) &&
    !CONTRACT_PACKAGES.includes(to) &&
    !isTestTool(from, to),
  'rooms-use-front-doors': ({ from, to }) => passesByFrontDoor(from, to),
  'platform-knows-no-room': ({ from, to }) =>
    isIn('server/src/platform', from) &&
    isIn('server', to) &&
    !isIn('server/src/platform', to) &&
    !(isTest(from) && isIn('server/src/testing', to)),
  'only-sql-files-touch-db': ({ from, to, isType }) =>
    isIn('server', from) && DATABASE.test(to) && !isType && !DATABASE_KEEPERS.test(from),
  'screens-never-see-server': ({ from, to }) => isScreen(from) && isIn('server', to),
  'screens-do-not-meet': ({ from, to }) => isScreen(from) && isScreen(to) && houseOf(from) !== houseOf(to),
}

function passesByFrontDoor(from: string, to: string): boolean {
  if (to.endsWith('/index.ts')) return false
  if (isIn('engines/src', to)) return !isIn('engines', from) && !isIn('checks', from)
  if (!isIn('server/src', from) || !isIn('server/src', to)) return false
  const [mine, theirs] = [roomOf(from), roomOf(to)]
  if (mine === undefined || theirs === undefined || OPEN_FOLDERS.includes(mine)) return false
  return mine !== theirs && !OPEN_FOLDERS.includes(theirs)
}

function cyclesAsCrossings(imports: readonly Import[]): readonly Crossing[] {
  const arrows = imports.filter((arrow) => !arrow.isType && !/^(npm|node):/.test(arrow.to))
  return findCycles(arrows).map((cycle) => ({
    rule: 'no-cycles',
    where: cycle[0] ?? '',
    says: `these files import each other in a ring: ${[...cycle, cycle[0]].join(' → ')}`,
  }))
}

function crossing(rule: RuleName, arrow: Import): Crossing {
  return { rule, where: `${arrow.from}:${arrow.line}`, says: `may not import '${arrow.specifier}' (${arrow.to})` }
}

function isIn(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`)
}

function isScreen(path: string): boolean {
  return isIn('desk', path) || isIn('pocket', path)
}

function houseOf(path: string): string {
  return path.split('/')[0] ?? ''
}

/** `server/src/benefits/claims/a.ts` -> `benefits`; undefined for a file that stands in no room. */
function roomOf(path: string): string | undefined {
  return /^[^/]+\/src\/([^/]+)\//.exec(path)?.[1]
}

function isTest(path: string): boolean {
  return /\.(test|bench)\.tsx?$/.test(path)
}

function isTestTool(from: string, to: string): boolean {
  return isTest(from) && (TEST_PACKAGES.includes(to) || to.startsWith('node:'))
}
