import { HealthCode, type HealthRow } from '@dongzhou/contract/integrity'

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

/** Where a row of 数据健康 is mended. */
export function mendingAddress(code: HealthCode, row: HealthRow): string {
  return doneAt[code](row)
}

/** A check named in an address. */
export function healthCodeIn(text: string): HealthCode | undefined {
  return HealthCode.options.find((code) => code === text)
}
