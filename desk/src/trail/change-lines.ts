import { benefits, isBenefit } from '@dongzhou/terms/benefit'
import { findDay } from '@dongzhou/terms/day'
import { factKinds, isFactKind } from '@dongzhou/terms/fact'
import { identities, isIdentity } from '@dongzhou/terms/identity'
import { recoveryStates, recoveryWays, runChecks, runKinds, runStates } from '@dongzhou/terms/payment'
import { isRateKind, jurisdictions, rateKinds, rateUnits } from '@dongzhou/terms/rate'
import { isRole, roles, type Section, sections } from '@dongzhou/terms/role'
import { nothing, writeDay, writeMoney, writeNumber } from '../kit/format.ts'
import { itemNames, otherItem, unnamed, valueNames } from './words.ts'

const moneyWords: readonly Readonly<Record<string, string>>[] = [
  runStates,
  runKinds,
  runChecks,
  recoveryStates,
  recoveryWays,
  jurisdictions,
  rateUnits,
]

/** One thing an action changed, or says of itself: before and after in words. */
export interface ChangeLine {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly isChanged: boolean
}

/** What stands before and after in a row of the trail, item by item, without codes. `divisionName` names divisions. */
export function changeLines(
  before: unknown,
  after: unknown,
  divisionName: (code: string) => string,
): readonly ChangeLine[] {
  const old = new Map(itemsIn(before, ''))
  const now = new Map(itemsIn(after, ''))
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    return {
      key,
      label: labelOf(key),
      before: textOf(key, was, divisionName),
      after: textOf(key, is, divisionName),
      isChanged: JSON.stringify(was) !== JSON.stringify(is),
    }
  })
}

/** Everything in one sentence, for a cell of the list: 角色：科室负责人，辖区：海门区. */
export function changeText(before: unknown, after: unknown, divisionName: (code: string) => string): string {
  const lines = changeLines(before, after, divisionName).filter((line) => line.isChanged)
  return lines.map(({ label, before: was, after: is }) => `${label}：${is === nothing ? was : is}`).join('，')
}

/** A nested record opens into its items: `filter.division` is an item like any other. */
function itemsIn(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object' || Array.isArray(value)) return [[path, value]]
  return Object.entries(value)
    .filter(([, item]) => !isEmpty(item))
    .flatMap(([name, item]) => itemsIn(item, path === '' ? name : `${path}.${name}`))
}

function isEmpty(item: unknown): boolean {
  return item === null || item === undefined || item === '' || (Array.isArray(item) && item.length === 0)
}

function labelOf(path: string): string {
  if (path === '') return otherItem
  const names = path.split('.').map((part) => itemNames[part] ?? otherItem)
  return [...new Set(names)].join('：')
}

function textOf(path: string, value: unknown, divisionName: (code: string) => string): string {
  if (value === undefined) return nothing
  const key = path.split('.').at(-1) ?? ''
  if (Array.isArray(value)) return value.map((item) => wordOf(key, item, divisionName)).join('、')
  return wordOf(key, value, divisionName)
}

function wordOf(key: string, value: unknown, divisionName: (code: string) => string): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return numberText(key, value)
  if (typeof value !== 'string') return changeText(null, value, divisionName)
  if (key === 'division') return divisionName(value)
  return termOf(value) ?? dayOf(value) ?? (CODE.test(value) ? unnamed : value)
}

// Codes are written in small letters and hyphens; a digest has digits, a note has Chinese.
const CODE = /^[a-z]+(-[a-z]+)*$/

function numberText(key: string, value: number): string {
  if (key === 'money' || key === 'amount' || key === 'monthly') return writeMoney(value)
  // Numbers that name something, and years, are not set apart by thousands.
  return /Id$|^(year|kept|tookIn|version|row)$/.test(key) ? String(value) : writeNumber(value)
}

function termOf(text: string): string | undefined {
  if (isFactKind(text)) return factKinds[text].name
  if (isRole(text)) return roles[text]
  if (isIdentity(text)) return identities[text]
  if (Object.hasOwn(sections, text)) return sections[text as Section]
  if (isBenefit(text)) return benefits[text]
  if (isRateKind(text)) return rateKinds[text].name
  return [valueNames, ...moneyWords].find((names) => Object.hasOwn(names, text))?.[text]
}

function dayOf(text: string): string | undefined {
  return findDay(text) === undefined ? undefined : writeDay(text)
}
