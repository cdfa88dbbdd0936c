import { writeNumber } from '../kit/format.ts'

/** How many of the server's steps one of the unit is: money travels as whole fen, everything else as itself. */
export function stepsOf(unit: string): number {
  if (unit === '元') return 100
  return unit === '万元' ? 1_000_000 : 1
}

/** A figure in its own unit: 1,234,500 fen of 万元 are 1.2345. */
export function inUnit(value: number, unit: string): number {
  return value / stepsOf(unit)
}

/** `1,204 人次`: a figure as people read it. */
export function writeFigure(value: number, unit: string): string {
  return `${writeNumber(inUnit(value, unit))} ${unit}`
}
