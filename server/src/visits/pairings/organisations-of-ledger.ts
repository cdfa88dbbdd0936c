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
 * 台账中的单位: each organisation a ledger names, by credit code, else by name; who is not on file is registered. Answers the
 * ids in the order of the entries.
 */
export async function organisationsOfLedger(
  setting: ActionSetting,
  entries: readonly NamedOrganisation[],
): Promise<readonly number[]> {
  const codes = entries.flatMap(({ creditCode }) => (creditCode === undefined ? [] : [creditCode]))
  const names = entries.map(({ organisation }) => organisation)
  const known = new Map<string, number>()
  for (const organisation of await findOrganisations(setting, [...new Set(names)], [...new Set(codes)]))
    remember(known, organisation)
  const ids: number[] = []
  for (const { organisation: name, creditCode, source } of entries) {
    // One statement an organisation that is new: some fifty, in the year the pairing begins.
    const id = found(known, name, creditCode) ?? (await register(setting, name, creditCode, source))
    remember(known, { id, name, creditCode })
    ids.push(id)
  }
  return ids
}

function found(known: ReadonlyMap<string, number>, name: string, creditCode: string | undefined): number | undefined {
  return known.get(`code ${creditCode ?? ''}`) ?? known.get(`name ${plainText(name)}`)
}

function remember(
  known: Map<string, number>,
  { id, name, creditCode }: Pick<Organisation, 'id' | 'name' | 'creditCode'>,
): void {
  if (!known.has(`name ${plainText(name)}`)) known.set(`name ${plainText(name)}`, id)
  if (creditCode !== undefined) known.set(`code ${creditCode}`, id)
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
