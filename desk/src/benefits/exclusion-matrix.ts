import type { ExclusionLine } from '@dongzhou/contract/benefits-rates'
import { type Benefit, benefits } from '@dongzhou/terms/benefit'
import { exclusionWays, exclusionWords } from './exclusion-words.ts'

/** What stands in one cell: what counts, and what waits for a second person. */
export interface MatrixCell {
  readonly counts: ExclusionLine | undefined
  readonly waiting: ExclusionLine | undefined
}

/** Two benefits, of which somebody draws the first. */
export interface Pair {
  readonly other: Benefit | undefined
  readonly benefit: Benefit | undefined
}

/** 兼得矩阵: by the benefit somebody draws already, then by the other one. */
export type Matrix = ReadonlyMap<Benefit, ReadonlyMap<Benefit, MatrixCell>>

export const benefitOrder: readonly Benefit[] = Object.keys(benefits) as Benefit[]

/** Lays the rows out; of several for one cell the one in force on the day, else the last that begins. */
export function matrixOf(rows: readonly ExclusionLine[], on: string): Matrix {
  const byOther = Map.groupBy(rows, ({ other }) => other)
  return new Map(
    [...byOther].map(([other, own]) => [
      other,
      new Map([...Map.groupBy(own, ({ benefit }) => benefit)].map(([benefit, same]) => [benefit, cellOf(same, on)])),
    ]),
  )
}

function cellOf(rows: readonly ExclusionLine[], on: string): MatrixCell {
  const counting = rows.filter(({ state }) => state !== 'proposed')
  return {
    counts: counting.find((row) => isInForce(row, on)) ?? counting.at(-1),
    waiting: rows.find(({ state }) => state === 'proposed'),
  }
}

/** Is the row in force in the month of the day? Rows count by whole months. */
export function isInForce({ validFrom, validTo }: ExclusionLine, on: string): boolean {
  const month = on.slice(0, 7)
  return (validFrom === null || validFrom.slice(0, 7) <= month) && (validTo === null || validTo.slice(0, 7) > month)
}

/** `享受残疾抚恤金的，60周岁农村籍退役士兵老年生活补助不发`. */
export function cellText({ other, benefit, way }: Pick<ExclusionLine, 'other' | 'benefit' | 'way'>): string {
  return exclusionWords.cell(benefits[other], benefits[benefit], exclusionWays[way].says)
}
