import { HealthCode, type HealthRow } from '@dongzhou/contract/integrity'
import type { Authority } from '@dongzhou/terms/role'

const person = ({ personId }: HealthRow) => `/registry/people/${personId}`
const benefits = ({ personId }: HealthRow) => `/benefits/people/${personId}`

const doneAt: { readonly [C in HealthCode]: (row: HealthRow) => string } = {
  'dead-with-award': benefits,
  'death-unregistered': person,
  unjustified: benefits,
  excluded: benefits,
  twins: ({ id }) => `/linkage/pairs/${id}`,
  'account-missing': person,
  unconfirmed: ({ division }) => `/payments/confirmations?division=${division.code}`,
  uncertain: benefits,
  disputed: person,
}

const needed: { readonly [C in HealthCode]?: Authority } = { twins: 'linkage.decide', unconfirmed: 'payments.make' }

/** Where a row of 数据健康 is mended; for whoever may not do it there, the file of the person, to tell somebody about. */
export function mendingAddress(code: HealthCode, row: HealthRow, may: readonly Authority[]): string {
  const authority = needed[code]
  return authority === undefined || may.includes(authority) ? doneAt[code](row) : person(row)
}

/** A check named in an address. */
export function healthCodeIn(text: string): HealthCode | undefined {
  return HealthCode.options.find((code) => code === text)
}
