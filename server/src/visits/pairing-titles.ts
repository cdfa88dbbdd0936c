import type { Setting } from '../platform/setting.ts'
import { listOrganisationsByIds, listPeopleByIds } from '../registry/index.ts'
import { listPairsOf } from './pairings/pairs.sql.ts'

/** 结对 in words, 单位—对象, by the id of the pairing or of a visit under it; what lies outside the scope has none. */
export async function pairingTitles(
  setting: Setting,
  asked: { readonly of: 'pairing' | 'visit'; readonly ids: readonly number[] },
): Promise<ReadonlyMap<number, string>> {
  const pairs = await listPairsOf(setting, asked)
  const organisations = await listOrganisationsByIds(setting, [...new Set(pairs.map((pair) => pair.organisationId))])
  const people = await listPeopleByIds(setting, [...new Set(pairs.map((pair) => pair.personId))])
  const organisationNames = new Map(organisations.map(({ id, name }) => [id, name]))
  const personNames = new Map(people.map(({ id, name }) => [id, name]))
  return new Map(
    pairs.map(({ id, organisationId, personId }) => [
      id,
      `${organisationNames.get(organisationId) ?? '（单位已合并）'}—${personNames.get(personId) ?? '（不在您的管辖范围内）'}`,
    ]),
  )
}
