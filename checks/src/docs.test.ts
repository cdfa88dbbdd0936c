import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorsOf, linksOf, type PageLink } from './markdown.ts'
import { filesUnder, foldersIn, houses, root, type SourceFile, withText } from './source-files.ts'

const pages = filesUnder('', /\.md$/).map(withText)
const decisions = pages.filter((page) => /^docs\/decisions\/\d{4}-/.test(page.path))

describe('the pages', () => {
  test('every relative link leads to a file, and every fragment to a heading', () => {
    expect(pages.flatMap(linksOf).flatMap(deadLink)).toEqual([])
  })

  test('README names the two commands', () => {
    const readme = textOf('README.md')

    expect(readme).toContain('npm ci && npm start')
    expect(readme).toContain('npm ci && npm test')
  })

  test.each(['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE'])('%s is there', (path) => {
    expect(textOf(path).length).toBeGreaterThan(400)
  })

  test('LICENSE is the whole Apache License 2.0', () => {
    const licence = textOf('LICENSE')

    expect(licence).toMatch(/Apache License\s+Version 2\.0, January 2004/)
    expect(licence).toContain('9. Accepting Warranty or Additional Liability.')
    expect(licence).toContain('END OF TERMS AND CONDITIONS')
  })

  test('every script that a page names exists', () => {
    const scripts = JSON.parse(textOf('package.json')).scripts
    const named = pages.flatMap((page) =>
      [...page.text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? ''),
    )

    expect([...new Set(named)].filter((script) => !(script in scripts))).toEqual([])
  })

  test('every path of the repository that a page names in code marks exists', () => {
    expect(pages.flatMap(missingPaths)).toEqual([])
  })
})

test('no page speaks of the machine or the network it was written on', () => {
  const places =
    /(^|[\s`'"(=])(\/(work|home|root|Users|tmp)\/|[A-Z]:\\)|\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+\.\d+|\bregistry\.(npm|yarn)/m

  expect(pages.filter((page) => places.test(page.text)).map((page) => page.path)).toEqual([])
})

describe('the decision records', () => {
  test('each is one page with its status, context, decision, consequences and what was rejected', () => {
    const lacking = decisions.filter(
      ({ text }) =>
        text.split('\n').length > 70 ||
        !/^Status: /m.test(text) ||
        !['## Context', '## Decision', '## Consequences', '## Rejected'].every((heading) => text.includes(heading)),
    )

    expect(decisions.length).toBeGreaterThan(0)
    expect(lacking.map((page) => page.path)).toEqual([])
  })

  test('no two bear the same number', () => {
    const numbers = decisions.map((page) => page.path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 4))

    expect(numbers).toEqual([...new Set(numbers)])
  })

  test('every package that we depend on is named in one', () => {
    const text = decisions.map((page) => page.text).join('\n')

    expect(dependencies().filter((name) => !isNamed(text, name))).toEqual([])
  })

  test('a package whose name is only part of another word does not count as named', () => {
    expect(isNamed('we use `pg-boss` here', 'pg')).toBe(false)
    expect(isNamed('we use `pg` and `@orpc/server`', 'pg')).toBe(true)
    expect(isNamed('we use `@orpc/server`', '@orpc/server')).toBe(true)
  })
})

function deadLink(link: PageLink): readonly string[] {
  const where = `${link.page}:${link.line} → ${link.target}`
  if (link.path.startsWith('..') || !existsSync(join(root, link.path))) return [where]
  if (!link.fragment || !link.path.endsWith('.md')) return []
  return anchorsOf(withText(link.path)).has(decodeURIComponent(link.fragment)) ? [] : [`${where} (no such heading)`]
}

// Paths that are patterns (`<room>`, `*`, `…`, NNNN) are recipes, not claims. A page inside a house may name paths from there.
function missingPaths(page: SourceFile): readonly string[] {
  return [...page.text.matchAll(/`((?:terms|engines|contract|server|desk|pocket|checks|docs|\.ci)\/[^`\s]+)`/g)]
    .map((match) => (match[1] ?? '').replace(/[:#].*$/, ''))
    .filter((path) => !/[<>*…{}]|NNNN|\.\.\.|\/(dist|node_modules)\b/.test(path))
    .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, page.path, '..', path)))
    .map((path) => `${page.path}: ${path}`)
}

function dependencies(): readonly string[] {
  const manifests = ['package.json', ...houses.map((house) => `${house}/package.json`), 'docs/package.json']
  const names = manifests.flatMap((path) => {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(textOf(path))
    return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  })
  return [...new Set(names)].filter((name) => !/^@(dongzhou|types)\//.test(name)).sort()
}

function isNamed(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\w@/-])${escaped}(?![\\w/-])`).test(text)
}

function textOf(path: string): string {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''
}

test('the houses of the checks are the workspaces', () => {
  const { workspaces } = JSON.parse(textOf('package.json'))

  expect(new Set(workspaces)).toEqual(new Set([...houses, 'docs']))
  expect(
    foldersIn('')
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .sort(),
  ).toEqual([...workspaces].sort())
})
