import { describe, expect, test } from 'vitest'
import { tableRows } from './markdown.ts'
import { filesUnder, foldersIn, type SourceFile, withText } from './source-files.ts'

/** Folders of the houses that are no nouns of the bureau. */
const NOT_NOUNS = ['platform', 'testing', 'main', 'cli', 'kit', 'words', 'app', 'shell', 'pages', 'demo', 'gallery']

interface Term {
  readonly chinese: readonly string[]
  readonly english: readonly string[]
  readonly meaning: string
}

const terms = glossary(withText('docs/glossary.md'))
const english = new Set(terms.flatMap((term) => term.english).map(spelled))

describe('the glossary', () => {
  test('holds the words of the bureau, each with its English name and its meaning', () => {
    expect(terms.length).toBeGreaterThanOrEqual(60)
    expect(terms.filter((term) => term.english.length === 0 || term.meaning.length < 8)).toEqual([])
    expect(terms.filter((term) => !term.chinese.every((word) => /\p{Script=Han}/u.test(word)))).toEqual([])
  })

  test('gives every Chinese word once', () => {
    const words = terms.flatMap((term) => term.chinese)

    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  })

  test('knows the noun of every room', () => {
    const rooms = ['engines/src', 'server/src', 'contract/src', 'desk/src'].flatMap(foldersIn)

    expect([...new Set(rooms)].filter((room) => !NOT_NOUNS.includes(room) && !isKnown(room))).toEqual([])
  })

  test('knows every table, and every table says in Chinese what it is', () => {
    const tables = filesUnder('server/src/platform/db/migrations', /\.sql$/)
      .map(withText)
      .flatMap(tablesOf)

    expect(tables.filter((table) => !table.isCommented).map((table) => table.name)).toEqual([])
    expect(tables.filter((table) => !isKnown(table.name)).map((table) => `${table.name} (${table.comment})`)).toEqual(
      [],
    )
  })
})

describe('reading tables from migrations', () => {
  const migration = {
    path: '0001-start.sql',
    text: [
      '-- create table in_a_comment (id int);',
      'create table claim (id bigint);',
      `comment on table claim is '申请：one request';`,
      'create unlogged table if not exists "claim_step" (id bigint);',
      'create table auth."claim" (id bigint);',
      'CREATE TABLE public.division (code text);',
      `COMMENT ON TABLE public.division IS 'division';`,
    ].join('\n'),
  }

  test('names and comments are found, schema and quotes aside', () => {
    expect(tablesOf(migration)).toEqual([
      { name: 'claim', comment: '申请：one request', isCommented: true },
      { name: 'claim_step', comment: '', isCommented: false },
      { name: 'claim', comment: '', isCommented: false },
      { name: 'division', comment: 'division', isCommented: false },
    ])
  })
})

interface Table {
  readonly name: string
  readonly comment: string
  readonly isCommented: boolean
}

function tablesOf({ text }: SourceFile): readonly Table[] {
  const sql = text.replace(/--.*$/gm, '')
  const made = [...sql.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)\s*\(/gi)]
  const said = [...sql.matchAll(/comment\s+on\s+table\s+([\w."]+)\s+is\s+'((?:[^']|'')*)'/gi)]
  const comments = new Map(said.map((match) => [match[1] ?? '', match[2] ?? '']))
  return made.map((match) => {
    const written = match[1] ?? ''
    const comment = comments.get(written) ?? ''
    const name = written.replaceAll('"', '').replace(/^.*\./, '')
    return { name, comment, isCommented: /\p{Script=Han}/u.test(comment) }
  })
}

// A table `pairing_visit` or `pairingVisit` is known as `pairing visit`, `pairing-visit` or either spelling of its own.
function isKnown(name: string): boolean {
  return english.has(spelled(name))
}

function spelled(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[_ ]/g, '-')
    .toLowerCase()
}

function glossary(page: SourceFile): readonly Term[] {
  return tableRows(page, '中文').map(([chinese = '', names = '', meaning = '']) => ({
    chinese: chinese.split('、').filter((word) => word !== ''),
    english: names
      .split(',')
      .map((name) => name.replaceAll('`', '').trim())
      .filter((name) => name !== ''),
    meaning,
  }))
}
