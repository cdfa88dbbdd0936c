import type { FactSource } from '@dongzhou/terms/fact'
import type { ActionSetting } from '../../platform/setting.ts'
import { findProgramme, OTHER_CULTURE, type Programme, programmes } from '../programmes.ts'
import { openSeries } from './open-series.ts'
import { listSeriesOfYears, type Series } from './series.sql.ts'
import { plainSeriesName } from './series-name.ts'

interface NamedInLedger {
  /** As the ledger writes it; undefined where the column is empty. */
  readonly series: string | undefined
  readonly year: number
  readonly source: FactSource
}

export type SeriesKey = string

export function seriesKey({ series, year }: Pick<NamedInLedger, 'series' | 'year'>): SeriesKey {
  return `${year} ${plainSeriesName(series ?? UNNAMED)}`
}

/**
 * 台账中的系列: each name a ledger uses, matched with the year's series by title or alias, then with the one series of the
 * programme of that name. What nobody planned gets a series of its own, under its programme or among the other culture.
 */
export async function seriesOfLedger(
  setting: ActionSetting,
  named: readonly NamedInLedger[],
): Promise<ReadonlyMap<SeriesKey, number>> {
  const known = await listSeriesOfYears(setting, [...new Set(named.map(({ year }) => year))])
  const found = new Map<SeriesKey, number>()
  for (const entry of named) {
    const key = seriesKey(entry)
    if (found.has(key)) continue
    // One statement a series that is new: a ledger names a dozen, and most are there already.
    const id = matchSeries(known, entry) ?? (await openFor(setting, entry))
    found.set(key, id)
  }
  return found
}

const UNNAMED = findProgramme(OTHER_CULTURE)?.name ?? ''

/** The series of the year that a name means; undefined when none does, or when the programme has several. */
export function matchSeries(
  known: readonly Series[],
  { series, year }: Pick<NamedInLedger, 'series' | 'year'>,
): number | undefined {
  const plain = plainSeriesName(series ?? UNNAMED)
  const ofYear = known.filter((it) => it.year === year)
  const named = ofYear.find((it) => [it.title, ...it.aliases].some((title) => plainSeriesName(title) === plain))
  if (named) return named.id
  const programme = programmeNamed(plain)
  const ofProgramme = programme ? ofYear.filter((it) => it.programme === programme.code) : []
  return ofProgramme.length === 1 ? ofProgramme[0]?.id : undefined
}

function programmeNamed(plain: string): Programme | undefined {
  return programmes.find(({ name, aliases }) => [name, ...aliases].some((it) => plainSeriesName(it) === plain))
}

async function openFor(setting: ActionSetting, { series, year, source }: NamedInLedger): Promise<number> {
  const title = series ?? UNNAMED
  const programme = programmeNamed(plainSeriesName(title))?.code ?? OTHER_CULTURE
  const { id } = await openSeries(setting, { programme, year, title, aliases: [], planned: null }, source)
  return id
}
