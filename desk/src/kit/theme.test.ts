import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colours, variables } from './theme.ts'

const desk = join(import.meta.dirname, '..')
const painted = globSync(['**/*.{ts,tsx,css}'], { cwd: desk }).filter((path) => !/theme(\.test)?\.ts$/.test(path))

describe('one file holds every colour and size', () => {
  test.each(painted)('%s names no colour of its own', (path) => {
    const text = readFileSync(join(desk, path), 'utf8')

    expect(text.match(/#[0-9a-f]{3,8}\b(?=['";\s,)])|\brgba?\(/gi) ?? []).toEqual([])
  })

  test.each(painted.filter((path) => path.endsWith('.css')))('%s takes its sizes from the tokens', (path) => {
    // A media query cannot read a variable; every other length must.
    const rules = readFileSync(join(desk, path), 'utf8').replace(/@media[^{]*/g, '')

    expect(rules.match(/\b\d+px\b/g) ?? []).toEqual([])
  })
})

test('a style sheet names no token that does not exist', () => {
  const known = new Set(Object.keys(variables(false)))
  const used = painted
    .filter((path) => path.endsWith('.css'))
    .flatMap((path) => [...readFileSync(join(desk, path), 'utf8').matchAll(/var\(--dz-([a-z0-9-]+)/g)])
    .flatMap((match) => match[1] ?? [])

  expect(used.length).toBeGreaterThan(50)
  expect(used.filter((name) => !known.has(name))).toEqual([])
})

test.each([
  ['ink', 'surface', 7],
  ['secondary', 'surface', 4.5],
  ['secondary', 'page', 4.5],
  ['placeholder', 'surface', 4.5],
  ['primary', 'surface', 4.5],
  ['primary', 'primaryQuiet', 4.5],
  ['late', 'lateQuiet', 4.5],
  ['risk', 'riskQuiet', 4.5],
  ['link', 'linkQuiet', 4.5],
] as const)('%s on %s can be read: at least %f to 1', (text, ground, least) => {
  expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(least)
})

test('large type is larger everywhere', () => {
  for (const [name, size] of Object.entries(variables(false))) {
    if (!name.startsWith('type-')) continue
    expect(Number.parseInt(variables(true)[name] ?? '', 10)).toBeGreaterThan(Number.parseInt(size, 10))
  }
})

/** WCAG 2 contrast of two colours `#RRGGBB`. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
