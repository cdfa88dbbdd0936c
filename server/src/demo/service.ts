import { ageOn, type Day, findDayOf, partsOf } from '@dongzhou/terms/day'
import type { Chance } from './chance.ts'

/** 服役经历 (service): one spell in the armed forces, from enlisting to discharge. */
export interface Service {
  readonly enlisted: Day
  readonly discharged: Day
  readonly category: ServiceCategory
  readonly rank: string
  readonly dischargeNumber: string
  readonly campaign: string | undefined
  readonly tookPartInNuclearTests: boolean
}

export type ServiceCategory = '义务兵' | '军士' | '军官'

/** 退役类别: how the registry calls the way somebody left. */
export function dischargeWord(service: Service): string {
  if (service.category === '义务兵') return '退役义务兵'
  if (service.category === '军士') return '退役军士'
  return service.dischargeNumber.endsWith('1号') ? '复员干部' : '军队转业干部'
}

/** 服义务兵役止: with discharge, or when somebody was kept as a sergeant; officers of that time were no conscripts. */
export function conscriptUntil({ enlisted, discharged, category }: Service): Day | undefined {
  if (category === '军官') return undefined
  const { year, month, dayOfMonth } = partsOf(enlisted)
  const kept = category === '军士' ? findDayOf(year + (year >= 1999 ? 2 : 3), month, dayOfMonth) : undefined
  return kept !== undefined && kept < discharged ? kept : discharged
}

/** 折算年限: whole years as a conscript, a part of a year counting as a year. */
export function yearsServed(service: Service): number {
  const until = conscriptUntil(service) ?? service.discharged
  const whole = ageOn(service.enlisted, until)
  return until.slice(5) === service.enlisted.slice(5) ? whole : whole + 1
}

/** A service history that the law of its time allows: enlisted at 17 to 22, between 2 and 16 years. */
export function serviceFor(chance: Chance, born: Day): Service {
  const enlisted = enlistedOn(chance, born)
  const { year } = partsOf(enlisted)
  const category = categoryIn(chance, year)
  const years = Math.min(yearsFor(chance, category, year), 2024 - year)
  const discharged = dischargedOn(chance, enlisted, Math.max(2, years))
  const campaign = campaigns.find((it) => it.from <= discharged && it.to >= enlisted && chance.happens(it.share))
  return {
    enlisted,
    discharged,
    category,
    rank: rankFor(chance, category, years, year),
    dischargeNumber: `苏退字第${chance.digits(6)}号`,
    campaign: campaign?.name,
    tookPartInNuclearTests: enlisted < '1996-07-29' && discharged > '1964-10-16' && chance.happens(0.006),
  }
}

// Winter call-up until 2012, then autumn; spring and autumn since 2021. The last call-up that can be home by 2024 is 2022.
function enlistedOn(chance: Chance, born: Day): Day {
  const bornYear = partsOf(born).year
  const year = Math.min(bornYear + 18 + chance.below(chance.happens(0.85) ? 3 : 5), 2022)
  const month = year < 2013 ? 12 : 9
  const enlisted = dayIn(year, month, chance.between(1, 10))
  if (ageOn(born, enlisted) > 22) return dayIn(bornYear + 22, month, chance.between(1, 10))
  return ageOn(born, enlisted) < 17 ? dayIn(bornYear + 18, month, chance.between(1, 10)) : enlisted
}

function categoryIn(chance: Chance, year: number): ServiceCategory {
  if (year < 2010 && chance.happens(0.06)) return '军官'
  return year >= 1975 && year < 2018 && chance.happens(0.18) ? '军士' : '义务兵'
}

// Army three years (often kept longer) until 1998, two years since 1999.
function yearsFor(chance: Chance, category: ServiceCategory, year: number): number {
  if (category === '军官') return chance.between(8, 15)
  if (category === '军士') return chance.of([5, 8, 8, 12, 12, 15])
  if (year >= 1999) return 2
  return year < 1978 ? chance.of([3, 3, 4, 4, 5, 6]) : chance.of([3, 3, 3, 4, 4])
}

function dischargedOn(chance: Chance, enlisted: Day, years: number): Day {
  const { year, month } = partsOf(enlisted)
  if (year >= 1999) return dayIn(year + years, month, chance.between(11, 28))
  const isSpring = chance.happens(0.6)
  return isSpring
    ? dayIn(year + years + 1, chance.between(1, 3), chance.between(1, 28))
    : dayIn(year + years, 12, chance.between(11, 28))
}

function rankFor(chance: Chance, category: ServiceCategory, years: number, year: number): string {
  if (category === '军官') return chance.of(['正排职', '副连职', '正连职', '副营职', '正营职'])
  if (category === '军士') return years >= 12 ? '三级军士长' : chance.of(['下士', '中士', '上士'])
  return year >= 1986 ? '上等兵' : chance.of(['战士', '副班长', '班长'])
}

// Campaigns of the official code list of 参战类别, with a believable share of those who served then.
const campaigns = [
  { name: '解放一江山岛', from: '1955-01-18', to: '1955-02-13', share: 0.03 },
  { name: '中印边境自卫反击作战', from: '1962-10-20', to: '1962-11-21', share: 0.05 },
  { name: '援越抗美', from: '1965-08-01', to: '1973-08-31', share: 0.05 },
  { name: '珍宝岛自卫反击作战', from: '1969-03-02', to: '1969-03-17', share: 0.02 },
  { name: '西沙自卫反击作战', from: '1974-01-19', to: '1974-01-20', share: 0.02 },
  { name: '对越自卫还击作战', from: '1979-02-17', to: '1979-03-16', share: 0.1 },
  { name: '老山、者阴山作战', from: '1984-04-28', to: '1989-10-31', share: 0.04 },
] as const

function dayIn(year: number, month: number, date: number): Day {
  const found = findDayOf(year, month, date)
  if (found === undefined) throw new RangeError(`no such day: ${year}-${month}-${date}`)
  return found
}
