import type { Fen } from '@dongzhou/terms/fen'
import { fen } from '@dongzhou/terms/fen'
import { type Chance, laidOut } from './chance.ts'

export interface BankAccount {
  readonly bank: string
  readonly account: string
}

/** A bank account of 19 digits that passes Luhn. The leading six digits belong to no card issuer. */
export function bankAccountFor(chance: Chance): BankAccount {
  const { bank, issuer } = chance.of(bankPlaces)
  const first18 = issuer + chance.digits(12)
  return { bank, account: first18 + luhnDigitOf(first18) }
}

/** A mobile number in a range that no operator has been given, so that nobody's telephone rings. */
export function phoneFor(chance: Chance): string {
  return chance.of(['160', '161', '163', '164', '168']) + chance.digits(8)
}

/** The digit that completes a card number by Luhn's rule (ISO/IEC 7812-1). */
export function luhnDigitOf(digits: string): string {
  let sum = 0
  for (let at = digits.length - 1, isDoubled = true; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(at) - 48
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += isDoubled ? doubled : digit
  }
  return String((10 - (sum % 10)) % 10)
}

export interface Livelihood {
  readonly state: string
  readonly employer: string | undefined
  readonly pension: string
}

/** Work and old-age insurance, the one consistent with the other and with age. */
export function livelihoodFor(chance: Chance, age: number, livesRural: boolean): Livelihood {
  const hasWorkerPension = chance.happens(livesRural ? 0.4 : 0.85)
  const pension = hasWorkerPension ? workerPension : '城乡居民基本养老保险'
  if (age >= 60) return { state: hasWorkerPension ? '已退休' : '务农', employer: undefined, pension }
  if (!hasWorkerPension)
    return { state: chance.of(['务农', '自主创业', '已就业', '未就业']), employer: undefined, pension }
  return { state: '已就业', employer: chance.of(employers), pension }
}

export const workerPension = '城镇职工基本养老保险'

/** 困难情形 (hardship) with the yearly income that goes with it. */
export function hardshipFor(chance: Chance): { readonly kind: string; readonly income: Fen } {
  return { kind: chance.of(hardships), income: fen(chance.between(60, 145) * 10_000) }
}

export function ethnicityFor(chance: Chance): string {
  return chance.happens(0.994) ? '汉族' : chance.of(['回族', '满族', '苗族', '土家族', '蒙古族', '壮族'])
}

export function politicsFor(chance: Chance, age: number): string {
  if (age < 29 && chance.happens(0.4)) return '共青团员'
  return chance.happens(0.42) ? '中共党员' : chance.happens(0.01) ? '民主党派' : '群众'
}

export function educationFor(chance: Chance, bornYear: number): string {
  if (bornYear < 1955) return chance.of(['小学', '小学', '初中', '初中', '高中'])
  if (bornYear < 1975) return chance.of(['初中', '初中', '初中', '高中', '高中', '中专', '大学专科'])
  return bornYear < 1990
    ? chance.of(['初中', '高中', '高中', '中专', '大学专科', '大学本科'])
    : chance.of(['高中', '中专', '大学专科', '大学专科', '大学本科', '大学本科'])
}

export function meritsFor(chance: Chance, from: number, to: number): readonly { class: string; year: number }[] {
  const count = chance.happens(0.16) ? (chance.happens(0.2) ? 2 : 1) : 0
  return Array.from({ length: count }, () => ({
    class: chance.of(['三等功', '三等功', '三等功', '四有优秀士兵', '四有优秀士兵', '嘉奖', '嘉奖', '二等功']),
    year: chance.between(from, to),
  }))
}

const hardships = ['最低生活保障', '低保边缘', '特困供养', '因病致困', '因病致困', '因灾致困', '孤老']
const employers = ['海门家纺企业', '海门建筑企业', '海门机械企业', '社区', '物业公司', '学校', '个体工商户', '物流企业']

// Issuer numbers 629990 to 629995 are not assigned: the accounts are for show and can receive nothing.
const bankPlaces = laidOut(
  [
    [{ bank: '中国农业银行海门支行', issuer: '629990' }, 28],
    [{ bank: '江苏海门农村商业银行', issuer: '629991' }, 34],
    [{ bank: '中国工商银行海门支行', issuer: '629992' }, 14],
    [{ bank: '中国邮政储蓄银行海门支行', issuer: '629993' }, 14],
    [{ bank: '中国建设银行海门支行', issuer: '629994' }, 6],
    [{ bank: '中国银行海门支行', issuer: '629995' }, 4],
  ] as const,
  100,
)
