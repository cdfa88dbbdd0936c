import { type DatedTo, dayText, partsOf } from '@dongzhou/terms/day'
import { type Flaw, held, warned } from '../complaint.ts'
import type { FieldFlaw, RowCheck, RowValues } from '../ledger.ts'
import type { DisabilityGrade, Value } from '../reader.ts'
import { birthOf, isDated, isEarlier } from './cross-checks.ts'

/** 因病 is rated to grade 6 only (军人抚恤优待条例 art. 27): a ledger with an eighth by illness has one of the two wrong. */
export const illnessHasGrade: RowCheck = ({ disabilityGrade, disabilityNature }) => {
  if (!isGrade(disabilityGrade) || disabilityGrade.grade <= 6) return undefined
  if ((disabilityNature ?? disabilityGrade.nature) !== 'illness') return undefined
  const what = `因病致残只有一级至六级，现为${disabilityGrade.grade}级。请核对残疾军人证上的性质和等级，或留待核实。`
  return { field: 'disabilityGrade', flaw: held('illness-grade', what) }
}

/** 批准日期: after birth, not before enlisting, and not before the age at which the subsidy begins. */
export const approvedAtPossibleTime: RowCheck = (values) => {
  const { approved } = values
  if (!isDated(approved)) return undefined
  const flaw = tooEarly(approved, values)
  return flaw && { field: 'approved', flaw }
}

function tooEarly(approved: DatedTo, values: RowValues): Flaw | undefined {
  const born = birthOf(values)
  const when = dayText(approved.day, approved.precision)
  if (born && isEarlier(approved, born))
    return held('approved-early', `批准日期（${when}）早于出生日期。请核对后改正，或留待核实。`)
  const { enlisted } = values
  if (isDated(enlisted) && isEarlier(approved, enlisted))
    return warned(
      'approved-early',
      `批准日期（${when}）早于入伍时间（${dayText(enlisted.day, enlisted.precision)}）。请核对。`,
    )
  return born && holds(values, 'rural-veteran-60') ? beforeSixty(approved, born) : undefined
}

// Counties approve in the year of the birthday, so the year is what can be checked.
function beforeSixty(approved: DatedTo, born: DatedTo): Flaw | undefined {
  const age = partsOf(approved.day).year - partsOf(born.day).year
  if (age >= 60) return undefined
  return warned('approved-early', `批准的那一年只有 ${age} 岁，未满60周岁。请核对批准日期和出生日期。`)
}

/** Nobody is approved after their death; more likely the column tells of the soldier whose survivor the row is about. */
export const diedAfterApproval: RowCheck = ({ died, approved }) => {
  if (!isDated(died) || !isDated(approved) || !isEarlier(died, approved)) return undefined
  const what = `去世日期（${dayText(died.day, died.precision)}）早于批准日期。如是牺牲病故军人的日期，请改列为“牺牲病故时间”，或留待核实。`
  return { field: 'died', flaw: held('died-before-approved', what) }
}

/** A year without its month leaves open from when money is due. */
export const approvedToTheMonth: RowCheck = ({ approved, identities, awardState }) => {
  if (!isDated(approved) || approved.precision !== 'year' || !Array.isArray(identities)) return undefined
  if (awardState !== undefined && awardState !== 'drawing') return undefined
  const what = `只有年份（${dayText(approved.day, 'year')}），不能确定从哪个月发放，待遇核定未登记。请补填月份。`
  return { field: 'approved', flaw: warned('approved-vague', what) }
}

/** 义务兵役起止: in order, and inside the service. */
export const conscriptWithinService: RowCheck = ({ conscriptFrom, conscriptTo, enlisted, discharged }) => {
  if (isDated(conscriptFrom) && isDated(conscriptTo) && isEarlier(conscriptTo, conscriptFrom)) {
    const what = '服义务兵结束时间早于开始时间。请核对后改正，或留待核实。'
    return { field: 'conscriptTo', flaw: held('end-before-begin', what) }
  }
  if (isDated(conscriptFrom) && isDated(enlisted) && isEarlier(conscriptFrom, enlisted))
    return outside('conscriptFrom', '服义务兵开始时间早于入伍时间')
  if (isDated(conscriptTo) && isDated(discharged) && isEarlier(discharged, conscriptTo))
    return outside('conscriptTo', '服义务兵结束时间晚于退役时间')
  return undefined
}

function outside(field: string, what: string): FieldFlaw {
  return { field, flaw: warned('conscript-outside-service', `${what}。请核对退役证件。`) }
}

const MOST_YEARS = 40

/** 折算年限: no more than the calendar years the service touches (两头年), no less than its full years. */
export const yearsFitService: RowCheck = (values) => {
  const { serviceYears } = values
  if (typeof serviceYears !== 'number') return undefined
  if (serviceYears < 1 || serviceYears > MOST_YEARS)
    return yearsFlaw(held('service-years', `折算年限 ${serviceYears} 年不合常理。请填 1 至 ${MOST_YEARS} 的整数。`))
  const { enlisted, discharged, conscriptFrom: from = enlisted, conscriptTo: to = discharged } = values
  if (!isDated(from) || !isDated(to) || isEarlier(to, from)) return undefined
  const touched = partsOf(to.day).year - partsOf(from.day).year + 1
  if (serviceYears > touched)
    return yearsFlaw(
      held(
        'service-years',
        `折算年限 ${serviceYears} 年，多于起止时间跨过的 ${touched} 个年度。请核对后改正，或留待核实。`,
      ),
    )
  // Two years lie between at the most: the part of the first and that of the last.
  if (serviceYears < touched - 2)
    return yearsFlaw(warned('service-years', `折算年限 ${serviceYears} 年，少于起止时间的整年数。请核对。`))
  return undefined
}

function yearsFlaw(flaw: Flaw): FieldFlaw {
  return { field: 'serviceYears', flaw }
}

/** 孤老 and 孤儿 are two people: an old one without children, a child without parents. */
export const notAloneAndOrphan: RowCheck = ({ alone, orphan }) => {
  if (alone !== 'yes' || orphan !== 'yes') return undefined
  return { field: 'orphan', flaw: warned('alone-and-orphan', '同时填了孤老和孤儿，两项都未登记。请核对后保留一项。') }
}

/** 领取依据 and relation, as 军人抚恤优待条例 art. 19 pairs them. */
export const groundFitsRelation: RowCheck = ({ relation, ground, studying }) => {
  const grounds = GROUNDS[typeof relation === 'string' ? relation : '']
  if (grounds === undefined) return undefined
  if (typeof ground === 'string' && !grounds.may.includes(ground))
    return { field: 'ground', flaw: warned('ground-unfit', `${relation}的领取依据应为${grounds.say}。请核对。`) }
  if (studying === 'yes' && !grounds.may.includes('studying'))
    return { field: 'studying', flaw: warned('ground-unfit', `${relation}不因上学领取定期抚恤金。请核对关系。`) }
  return undefined
}

const GROUNDS: Readonly<Record<string, { readonly may: readonly string[]; readonly say: string }>> = {
  父母: { may: ['no-means', 'low-income', 'none'], say: '无生活费来源或收入偏低' },
  配偶: { may: ['no-means', 'low-income', 'remarried', 'none'], say: '无生活费来源、收入偏低或再婚后继续赡养' },
  子女: { may: ['minor', 'studying', 'disabled', 'none'], say: '未满18周岁、上学或残疾' },
  兄弟姐妹: { may: ['minor', 'studying', 'none'], say: '未满18周岁或上学' },
}

/** The checks of everybody who draws money. */
export const benefitChecks: readonly RowCheck[] = [
  illnessHasGrade,
  approvedAtPossibleTime,
  approvedToTheMonth,
  diedAfterApproval,
  conscriptWithinService,
  yearsFitService,
  notAloneAndOrphan,
  groundFitsRelation,
]

function holds({ identities }: RowValues, identity: string): boolean {
  return Array.isArray(identities) && identities.some((one) => one === identity)
}

function isGrade(value: Value | undefined): value is DisabilityGrade {
  return typeof value === 'object' && 'grade' in value
}
