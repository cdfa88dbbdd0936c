import { areSameOrganisation } from '@dongzhou/engines/linkage'
import { plainText } from '@dongzhou/terms/agreement'
import type { FactSource } from '@dongzhou/terms/fact'
import type { ActionSetting } from '../../platform/setting.ts'
import { findOrganisations, type Organisation, registerOrganisation } from '../../registry/index.ts'

interface NamedOrganisation {
  readonly organisation: string
  readonly creditCode: string | undefined
  readonly source: FactSource
}

/** What an organisation of a pairing ledger is registered as; the ledger names organs and institutions only. */
const KIND = '机关事业单位'

/**
 * 台账中的单位: each organisation a ledger names, by credit code, else by a name that means the same; who is not on file is registered. Answers the
 * ids in the order of the entries.
 */
export async function organisationsOfLedger(
  setting: ActionSetting,
  entries: readonly NamedOrganisation[],
): Promise<readonly number[]> {
  const codes = entries.flatMap(({ creditCode }) => (creditCode === undefined ? [] : [creditCode]))
  const names = entries.map(({ organisation }) => organisation)
  const known: KnownOrganisation[] = [...(await findOrganisations(setting, [...new Set(names)], [...new Set(codes)]))]
  const ids: number[] = []
  for (const { organisation: name, creditCode, source } of entries) {
    // One statement an organisation that is new: some fifty, in the year the pairing begins.
    const id = found(known, name, creditCode) ?? (await register(setting, name, creditCode, source))
    known.push({ id, name, creditCode })
    ids.push(id)
  }
  return ids
}

type KnownOrganisation = Pick<Organisation, 'id' | 'name' | 'creditCode'>

/** The one written alike before one that only means the same: 海门区财政局 stands for 南通市海门区财政局 where that is on file. */
function found(known: readonly KnownOrganisation[], name: string, creditCode: string | undefined): number | undefined {
  const same = known.filter((each) => areSameOrganisation({ name, creditCode }, each))
  return (same.find((each) => plainText(each.name) === plainText(name)) ?? same[0])?.id
}

async function register(
  setting: ActionSetting,
  name: string,
  creditCode: string | undefined,
  source: FactSource,
): Promise<number> {
  const { division } = setting.clerk
  const { id } = await registerOrganisation(setting, { name, kind: KIND, creditCode, division }, source)
  return id
}
