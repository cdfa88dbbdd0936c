import { type Day, findDayOf } from '@dongzhou/terms/day'
import type { FactValues } from '@dongzhou/terms/fact'
import type { Chance } from './chance.ts'
import { demoDay } from './standing.ts'

/** 义务兵入伍 of a family's son or daughter in one of the last call-ups; undefined where the person did not live to see it. */
export function conscriptionFor(chance: Chance, died: Day | undefined): FactValues['conscription'] | undefined {
  const [year, month] = chance.of(callUps)
  const approved = findDayOf(year, month, chance.between(1, 10))
  if (approved === undefined || (died !== undefined && approved >= died)) return undefined
  const region = chance.happens(0.12) ? chance.of(regions) : undefined
  const student = chance.happens(0.6) ? chance.of(students) : undefined
  return {
    approved,
    ...(region ? { region } : {}),
    ...(student ? { student } : {}),
    ...leavingFor(chance, approved, died),
  }
}

// Spring and autumn since 2021; two years of service, so the first of these are home again.
const callUps = [
  [2022, 9],
  [2023, 3],
  [2023, 9],
  [2024, 3],
  [2024, 9],
  [2025, 3],
] as const
const regions = ['tibet', 'xinjiang', 'xinjiang', 'plateau'] as const
const students = ['bachelor', 'college', 'college', 'enrolled'] as const

function leavingFor(
  chance: Chance,
  approved: Day,
  died: Day | undefined,
): Pick<FactValues['conscription'], 'left' | 'how'> {
  const year = Number(approved.slice(0, 4))
  const isEarly = chance.happens(0.06)
  const left = findDayOf(year + (isEarly ? 1 : 2), Number(approved.slice(5, 7)), isEarly ? 20 : chance.between(1, 10))
  if (left === undefined || left > demoDay || (died !== undefined && left >= died)) return {}
  if (isEarly) return { left, how: chance.of(['unfit', 'academy', 'early'] as const) }
  return { left, how: chance.happens(0.25) ? 'sergeant' : 'completed' }
}
