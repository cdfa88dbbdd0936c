import type { Rate } from '@dongzhou/terms/rate'
import { publishedRate } from './national-rate.ts'
import type { SourceKey } from './sources.ts'

/**
 * 基数 of the nation. An index is in force for the year it was measured in; what is paid by it in a year takes the one of the year
 * before. Where a law says 当地, the county enters its own, which then counts before these.
 */
export const baseIndexRates: readonly Rate[] = [
  ofYear(2024, 'urban-disposable-income', 54_188, 'S68'),
  ofYear(2024, 'average-wage', 124_110, 'S84'),
]

function ofYear(year: number, kind: 'urban-disposable-income' | 'average-wage', yuan: number, source: SourceKey): Rate {
  return publishedRate(
    { kind, key: '', value: yuan * 100, unit: 'fen-a-year' },
    { from: `${year}-01-01`, to: `${year + 1}-01-01`, sources: [source] },
  )
}
