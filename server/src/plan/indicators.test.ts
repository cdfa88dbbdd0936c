import { expect, test } from 'vitest'
import { programmes } from '../activities/index.ts'
import { planOfYear } from './plans/plan-of-year.ts'
import { findIndicator, indicators } from './registry.ts'

// What the half-year report asks for, in the units it writes.
const inReport = [
  ['red-lectures-planned', '场'],
  ['red-lectures-held', '场'],
  ['summer-evenings-planned', '场'],
  ['touring-exhibition-person-times', '人次'],
  ['pairing-organisations', '个'],
  ['pairing-people', '位'],
  ['war-victory-exhibition-visitors', '名'],
  ['teachers-placed', '名'],
  ['special-post-candidates', '名'],
  ['loan-banks', '家'],
  ['loan-trainings-held', '期'],
  ['vacancies-pushed', '条'],
  ['applications-received', '人次'],
  ['questionnaires-valid', '份'],
  ['common-suggestions', '条'],
  ['memorial-towns', '个'],
  ['memorials-in-registration', '处'],
]
const systems = Array.from({ length: 36 }, (_, at) => `S${at + 1}`)

test.each(systems)('system %s has its programme, and the programme its indicators', (system) => {
  const own = programmes.filter((programme) => programme.systems.includes(system))

  expect(own).not.toEqual([])
  for (const { code } of own) expect(indicators.filter(({ programme }) => programme === code)).not.toEqual([])
})

test('every indicator belongs to a programme, stands once, and says in Chinese what it counts', () => {
  const codes = new Set(programmes.map(({ code }) => code))

  expect(indicators.filter(({ programme }) => !codes.has(programme))).toEqual([])
  expect(new Set(indicators.map(({ code }) => code)).size).toBe(indicators.length)
  expect(new Set(indicators.map(({ name }) => name)).size).toBe(indicators.length)
  expect(indicators.filter(({ query }) => !/^\p{Script=Han}.*。$/u.test(query))).toEqual([])
})

test('an indicator whose room is not built names the room in Chinese', () => {
  const coming = indicators.flatMap((it) => (it.state === 'room-not-built' ? [it.room] : []))

  expect(coming.length).toBeGreaterThan(20)
  expect(coming.filter((room) => !/\p{Script=Han}/u.test(room))).toEqual([])
})

test.each(inReport)('the half-year report can ask for %s, in %s', (code, unit) => {
  expect(findIndicator(code)?.unit).toBe(unit)
})

test.each([
  ['red-lectures-held', 12],
  ['summer-evenings-held', 10],
  ['pairing-organisations', 53],
  ['pairing-people', 87],
  ['memorials-in-registration', 23],
])('the plan of 2025 sets %s to %i', (code, target) => {
  expect(planOfYear(2025)?.targets.filter(({ indicator }) => indicator === code)).toMatchObject([{ target }])
})

test('the plan sets targets and series of what exists, each row once, within its year', () => {
  const plan = planOfYear(2025)

  expect(plan?.targets.filter(({ indicator }) => !findIndicator(indicator))).toEqual([])
  expect(new Set(plan?.targets.map(({ row }) => row)).size).toBe(plan?.targets.length)
  expect(plan?.targets.filter(({ from, to }) => from > to || from < '2025-01-01' || to > '2025-12-31')).toEqual([])
  expect(plan?.series.filter(({ programme }) => !programmes.some(({ code }) => code === programme))).toEqual([])
})
