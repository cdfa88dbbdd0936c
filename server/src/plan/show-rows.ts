import type { IndicatorRow, IndicatorRowKind } from '@dongzhou/terms/indicator'
import type { Setting } from '../platform/setting.ts'
import { divisionNames, listOrganisationsByIds, listPeopleByIds } from '../registry/index.ts'
import { pairingTitles } from '../visits/index.ts'
import { findIndicator } from './registry.ts'

/** A row behind a figure as a screen shows it. */
export interface ShownRow extends IndicatorRow {
  readonly title: string
  readonly divisionName: string
}

type Titles = ReadonlyMap<number, string>
type TitlesOf = (setting: Setting, ids: readonly number[]) => Promise<Titles>

/** Rows whose relation could not name them are named by the room that keeps the names, a page at a time. */
const titlesOf: { readonly [K in IndicatorRowKind]: TitlesOf | undefined } = {
  event: undefined,
  'plan-row': undefined,
  organisation: async (setting, ids) => named(await listOrganisationsByIds(setting, ids)),
  person: async (setting, ids) => named(await listPeopleByIds(setting, ids)),
  pairing: (setting, ids) => pairingTitles(setting, { of: 'pairing', ids }),
  visit: (setting, ids) => pairingTitles(setting, { of: 'visit', ids }),
}

export async function showRows(setting: Setting, rows: readonly IndicatorRow[]): Promise<readonly ShownRow[]> {
  const names = await divisionNames(
    setting,
    rows.map(({ division }) => division),
  )
  const titles = new Map<IndicatorRowKind, Titles>()
  for (const [kind, ofKind] of Map.groupBy(rows, ({ kind }) => kind)) {
    const ask = titlesOf[kind]
    // One or two kinds a page.
    if (ask) titles.set(kind, await ask(setting, [...new Set(ofKind.map(({ id }) => id))]))
  }
  return rows.map((row) => ({
    ...row,
    title: titles.get(row.kind)?.get(row.id) ?? ownTitle(row),
    divisionName: names.get(row.division) ?? row.division,
  }))
}

function ownTitle({ kind, title }: IndicatorRow): string {
  if (kind !== 'plan-row') return title ?? '（名称不在您的管辖范围内）'
  return `年度计划目标：${findIndicator(title ?? '')?.name ?? title ?? ''}`
}

function named(items: readonly { readonly id: number; readonly name: string }[]): Titles {
  return new Map(items.map(({ id, name }) => [id, name]))
}
