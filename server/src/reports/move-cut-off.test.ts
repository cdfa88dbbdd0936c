import { listFigures } from '@dongzhou/engines/reports'
import { day, findDayOf } from '@dongzhou/terms/day'
import type { FigureInline, ReportDocument } from '@dongzhou/terms/document'
import { indicatorCode } from '@dongzhou/terms/indicator'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveCutOff } from './move-cut-off.ts'

const june = day('2025-06-30')

test.each([
  ['an earlier day of the same year', '2025-03-31', '2025-01-01', '2025-03-31'],
  ['the first day itself', '2025-01-01', '2025-01-01', '2025-01-01'],
  ['last year', '2024-06-30', '2024-01-01', '2024-06-30'],
  ['next year', '2026-02-28', '2026-01-01', '2026-02-28'],
])('a figure that counts to the cut-off moves to %s', (_what, to, from, cutOff) => {
  const [figure] = listFigures(moveCutOff(aDocument(aFigure('held', '2025-01-01', '2025-06-30')), june, day(to)))

  expect(figure).toMatchObject({ from, to: cutOff })
})

test('a figure with a day of its own keeps it', () => {
  const lastYear = aFigure('last-year', '2024-01-01', '2024-06-30')

  expect(listFigures(moveCutOff(aDocument(lastYear), june, day('2025-03-31')))).toEqual([lastYear])
})

test('the date of the paper moves along where it was the cut-off, and stays where it was another day', () => {
  const march = day('2025-03-31')

  expect(moveCutOff({ ...aDocument(), date: june }, june, march).date).toBe(march)
  expect(moveCutOff({ ...aDocument(), date: day('2025-07-08') }, june, march).date).toBe('2025-07-08')
  expect(moveCutOff(aDocument(), june, march)).not.toHaveProperty('date')
})

test('a day before a figure begins is refused', () => {
  const document = aDocument(aFigure('held', '2025-07-01', '2025-12-31'))

  expect(() => moveCutOff(document, day('2025-12-31'), june)).toThrow('reports.cut-off-before-start')
})

test('there and back again is the same report, unbound', () => {
  const daysOf2025 = fc
    .integer({ min: 1, max: 12 })
    .chain((month) => fc.integer({ min: 1, max: 28 }).map((dayOfMonth) => findDayOf(2025, month, dayOfMonth) ?? june))
  fc.assert(
    fc.property(daysOf2025, (to) => {
      const document = { ...aDocument(aFigure('held', '2025-01-01', '2025-06-30')), date: june }

      expect(moveCutOff(moveCutOff(document, june, to), to, june)).toEqual(document)
    }),
  )
})

function aFigure(id: string, from: string, to: string): FigureInline {
  const indicator = indicatorCode('red-lectures-held')
  return { kind: 'figure', id, indicator, from: day(from), to: day(to), unit: '场', format: { kind: 'plain' } }
}

function aDocument(...figures: readonly FigureInline[]): ReportDocument {
  return { title: '工作总结', issuer: '测试局', blocks: [{ kind: 'paragraph', id: 'text', inlines: figures }] }
}
