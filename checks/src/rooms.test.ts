import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCycles } from './cycles.ts'
import { importsOfTests, judgeImports, type RuleName, ruleNames } from './import-rules.ts'
import { doors, importsOf } from './imports-of.ts'
import { filesUnder, foldersIn, root, type SourceFile, sourceFiles } from './source-files.ts'

const files = sourceFiles()

describe('the rooms of this repository', () => {
  test('there is something to judge: every house with code is seen', () => {
    expect(new Set(files.map((file) => file.path.split('/')[0]))).toEqual(
      new Set(['terms', 'engines', 'contract', 'server', 'desk', 'pocket', 'checks']),
    )
  })

  test('no import crosses the map', () => {
    expect(judgeImports(files).map(({ rule, where, says }) => `${rule}: ${where} ${says}`)).toEqual([])
  })

  test('no file imports a test', () => {
    expect(importsOfTests(files).map((arrow) => `${arrow.from}:${arrow.line}`)).toEqual([])
  })

  test('every folder of engines and server says in a README.md what it does', () => {
    const folders = ['engines/src', 'server/src'].flatMap((house) => foldersIn(house).map((room) => `${house}/${room}`))
    const readmes = new Set(filesUnder('', /README\.md$/))

    expect(folders.filter((folder) => !readmes.has(`${folder}/README.md`))).toEqual([])
  })

  test('a lint or type complaint is silenced only with a reason beside it', () => {
    expect(files.flatMap(silencedWithoutReason)).toEqual([])
  })

  test('the doors this check knows are the `exports` maps of the packages', () => {
    for (const [house, door] of Object.entries(doors)) {
      const manifest = JSON.parse(readFileSync(join(root, house, 'package.json'), 'utf8'))
      expect(manifest.exports, house).toEqual(door)
    }
  })
})

const clean: readonly SourceFile[] = [
  file('terms/src/day.ts', 'export type Day = string'),
  file('engines/src/benefits/index.ts', `export { claim } from './claim.ts'`),
  file(
    'engines/src/benefits/claim.ts',
    `import type { Day } from '@dongzhou/terms/day'\nexport const claim = (on: Day) => on`,
  ),
  file('engines/src/benefits/claim.test.ts', `import { test } from 'vitest'\nimport { readFileSync } from 'node:fs'`),
  file('engines/src/linkage/index.ts', `import { pinyin } from 'pinyin-pro'\nexport const sound = pinyin`),
  file(
    'contract/src/index.ts',
    `import { z } from 'zod'\nimport { oc } from '@orpc/contract'\nimport '@dongzhou/terms/day'`,
  ),
  file('server/src/platform/db/open.ts', `import { Kysely } from 'kysely'\nexport type Tx = Kysely<unknown>`),
  file('server/src/trail/index.ts', `export { recordTrail } from './record-trail.ts'`),
  file(
    'server/src/trail/record-trail.ts',
    `import type { Tx } from '../platform/db/open.ts'\nexport const recordTrail = (tx: Tx) => tx`,
  ),
  file('server/src/benefits/claims.sql.ts', `import { sql } from 'kysely'\nimport '../platform/db/open.ts'`),
  file(
    'server/src/benefits/approve-claim.ts',
    `import { recordTrail } from '../trail/index.ts'\nimport './claims.sql.ts'\nimport { claim } from '@dongzhou/engines/benefits'\nexport type A = typeof recordTrail\nexport type B = typeof claim`,
  ),
  file(
    'desk/src/benefits/claim-page.tsx',
    `import { z } from '@dongzhou/contract'\nimport { claim } from '@dongzhou/engines/benefits'\nexport const Page = () => <p />`,
  ),
  file('server/src/main/start.ts', `import '../trail/index.ts'\nimport { open } from '../platform/db/open.ts'`),
  file('pocket/src/main.ts', `import '@dongzhou/terms/day'`),
  file(
    'checks/src/any.test.ts',
    `import '../../server/src/trail/record-trail.ts'\nimport '../../engines/src/benefits/claim.ts'`,
  ),
]

const sins: readonly (readonly [RuleName, string, SourceFile])[] = [
  [
    'no-cycles',
    'two files that import each other',
    file('engines/src/benefits/claim.ts', `import './index.ts'\nexport const claim = 1`),
  ],
  ['terms-know-nobody', 'a term that leans on a package', file('terms/src/sin.ts', `import { z } from 'zod'`)],
  [
    'terms-know-nobody',
    'a term that knows an engine, even as a type',
    file('terms/src/sin.ts', `import type { claim } from '@dongzhou/engines/benefits'`),
  ],
  ['engines-are-pure', 'an engine that reads files', file('engines/src/benefits/sin.ts', `import 'node:fs'`)],
  ['engines-are-pure', 'an engine with an unlisted package', file('engines/src/benefits/sin.ts', `import 'lodash'`)],
  [
    'engines-are-pure',
    'an engine that loads a package later',
    file('engines/src/benefits/sin.ts', `export const load = () => import('kysely')`),
  ],
  [
    'engines-are-pure',
    'an engine that knows the contract by a type query',
    file('engines/src/benefits/sin.ts', `export type Sin = import('@dongzhou/contract').Claim`),
  ],
  [
    'engines-do-not-meet',
    'an engine that calls another by its front door',
    file('engines/src/benefits/sin.ts', `import '@dongzhou/engines/linkage'`),
  ],
  [
    'contract-is-words-only',
    'a contract that thinks',
    file('contract/src/sin.ts', `export { claim } from '@dongzhou/engines/benefits'`),
  ],
  ['contract-is-words-only', 'a contract that reads files', file('contract/src/sin.ts', `import 'node:fs'`)],
  [
    'rooms-use-front-doors',
    'a room that reaches into another room',
    file('server/src/benefits/sin.ts', `import { recordTrail } from '../trail/record-trail.ts'`),
  ],
  [
    'rooms-use-front-doors',
    'a room that reaches into another room without saying .ts',
    file('server/src/benefits/sin.ts', `import { recordTrail } from '../trail/record-trail'`),
  ],
  [
    'rooms-use-front-doors',
    'a screen that reaches past the front door of an engine',
    file('desk/src/benefits/sin.ts', `import '../../../engines/src/benefits/claim.ts'`),
  ],
  [
    'platform-knows-no-room',
    'a platform file that calls a room, be it by the front door',
    file('server/src/platform/sin.ts', `import '../trail/index.ts'`),
  ],
  [
    'only-sql-files-touch-db',
    'an action that builds its own query',
    file('server/src/benefits/sin.ts', `import { sql } from 'kysely'`),
  ],
  [
    'only-sql-files-touch-db',
    'an action that opens the database',
    file('server/src/benefits/sin.ts', `import { open } from '../platform/db/open.ts'`),
  ],
  [
    'only-sql-files-touch-db',
    'a type import that is not written as one',
    file('server/src/benefits/sin.ts', `import { type Kysely } from 'kysely'`),
  ],
  [
    'screens-never-see-server',
    'a screen that takes a type from the server',
    file('desk/src/benefits/sin.tsx', `import type { Tx } from '../../../server/src/platform/db/open.ts'`),
  ],
  [
    'screens-do-not-meet',
    'the pocket that borrows from the desk',
    file('pocket/src/sin.ts', `import '../../desk/src/benefits/claim-page.tsx'`),
  ],
]

describe('the fences bite', () => {
  test('a clean tree passes', () => {
    expect(judgeImports(clean)).toEqual([])
  })

  test.each(sins)('%s: %s is exactly one error', (rule, _sentence, sin) => {
    const tree = [...clean.filter((each) => each.path !== sin.path), sin]

    expect(judgeImports(tree).map((each) => each.rule)).toEqual([rule])
  })

  test('every rule has a planted sin', () => {
    expect(new Set(sins.map(([rule]) => rule))).toEqual(new Set(ruleNames))
  })

  test('a test, or the scaffolding of tests, that is used as a library is found', () => {
    const sins = [
      file('server/src/benefits/sin.ts', `import './claims.test.ts'`),
      file('server/src/trail/sin.ts', `import '../testing/fresh-database.ts'`),
    ]
    const rightful = file('server/src/trail/trail.test.ts', `import '../testing/fresh-database.ts'`)

    expect(importsOfTests([...clean, ...sins, rightful]).map((arrow) => arrow.from)).toEqual(
      sins.map((sin) => sin.path),
    )
  })

  test('a silencing comment without a reason is found, one with a reason is not', () => {
    const [ignore, expectError] = ['biome-ignore', '@ts-expect-error']
    const reason = `// ${ignore} lint/x: the law says so\n// ${expectError}: an older spelling of the field\n`
    const bare = `// ${ignore} lint/x\n// ${ignore} lint/x: <explanation>\n// ${expectError}\n`

    expect(silencedWithoutReason(file('a.ts', reason))).toEqual([])
    expect(silencedWithoutReason(file('a.ts', bare))).toEqual(['a.ts:1', 'a.ts:2', 'a.ts:3'])
  })
})

describe('reading imports', () => {
  test('each way of importing is seen, on its line, and marked when it is a type only', () => {
    const ways = file(
      'server/src/a.ts',
      [
        `import type { A } from './a-type.ts'`,
        `import { b } from './b.ts'`,
        `import './side-effect.ts'`,
        `export { c } from './c.ts'`,
        `export * from './all.ts'`,
        `export type { D } from './d-type.ts'`,
        `const e = await import('./later.ts')`,
        `type F = import('./f-type.ts').F`,
      ].join('\n'),
    )

    const seen = importsOf(ways, new Set()).map(({ line, to, isType }) => [line, to.split('/').pop(), isType])

    expect(seen.sort()).toEqual([
      [1, 'a-type.ts', true],
      [2, 'b.ts', false],
      [3, 'side-effect.ts', false],
      [4, 'c.ts', false],
      [5, 'all.ts', false],
      [6, 'd-type.ts', true],
      [7, 'later.ts', false],
      [8, 'f-type.ts', true],
    ])
  })

  test('a file that does not parse is an error, not an empty list', () => {
    expect(() => importsOf(file('a.ts', 'import {'), new Set())).toThrow('a.ts does not parse')
  })

  test('a ring of three is one ring, and a line is none', () => {
    const ring = [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a'), arrow('c', 'd'), arrow('d', 'e')]

    expect(findCycles(ring).map((cycle) => [...cycle].sort())).toEqual([['a', 'b', 'c']])
    expect(findCycles([arrow('a', 'b'), arrow('b', 'c'), arrow('a', 'c')])).toEqual([])
    expect(findCycles([arrow('a', 'a')])).toEqual([['a']])
  })
})

function silencedWithoutReason({ path, text }: SourceFile): readonly string[] {
  return text.split('\n').flatMap((line, at) => {
    const silence =
      /(?:\/\/|\/\*)\s*(?:biome-ignore(?:-all|-start)?\s+\S+?|@ts-(?:ignore|expect-error|nocheck))(?::\s*(.*))?$/.exec(
        line,
      )
    const reason = silence?.[1] ?? ''
    return silence && (reason.trim().length < 8 || reason.includes('<explanation>')) ? [`${path}:${at + 1}`] : []
  })
}

function file(path: string, text: string): SourceFile {
  return { path, text }
}

function arrow(from: string, to: string): { readonly from: string; readonly to: string } {
  return { from, to }
}
