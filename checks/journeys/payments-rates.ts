import type { RateLine } from '@dongzhou/contract/benefits-rates'
import type { Paged } from '@dongzhou/contract/shapes'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { addMonths, type Month, monthSpan } from '@dongzhou/terms/month'
import type { Caller } from '../running/server-process.ts'

type Row = Pick<RateLine, 'kind' | 'key' | 'value' | 'validFrom' | 'validTo'>

/** 标准 as the documents have them: what the journey works its amounts out by, beside the program and not with it. */
export class Rates {
  private readonly rows: readonly Row[]

  constructor(rows: readonly Row[]) {
    this.rows = rows
  }

  /** The county's rows of a kind as they stand in the rate book. */
  static async read(clerk: Caller, kinds: readonly RateLine['kind'][]): Promise<Rates> {
    const rows: Row[] = []
    for (const kind of kinds) {
      const ask = { kind, jurisdiction: 'county', page: 1, size: 200 }
      rows.push(...(await clerk.call<Paged<RateLine>>('benefits/listRates', ask)).items)
    }
    return new Rates(rows)
  }

  /** The same book with one document more. */
  and(row: Row): Rates {
    return new Rates([...this.rows, row])
  }

  /** What the last document that has begun says for a month, in fen. */
  value(kind: RateLine['kind'], key: string, month: Month): number {
    const { from: first } = monthSpan(month)
    const begun = this.rows
      .filter((row) => row.kind === kind && row.key === key)
      .filter(({ validFrom, validTo }) => validFrom <= first && (validTo === null || first < validTo))
      .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
    const [row] = begun
    if (!row) throw new Error(`no rate ${kind} ${key}`)
    return row.value
  }

  /** 残疾抚恤金 of a month: a twelfth of the year's, to the fen. */
  pension(key: string, month: Month): number {
    return Math.round(this.value('disability-pension', key, month) / 12)
  }

  /** 60周岁农村籍退役士兵生活补助 of a month, for so many years served. */
  ruralSubsidy(years: number, month: Month): number {
    return this.value('rural-veteran-subsidy', '', month) * years
  }
}

/** The months from one to another, the last included. */
export function monthsThrough(from: Month, through: Month): readonly Month[] {
  return Array.from({ length: Math.max(0, through - from + 1) }, (_, at) => addMonths(from, at))
}

export function sumOver(months: readonly Month[], amountOf: (month: Month) => number): number {
  return months.reduce((sum, month) => sum + amountOf(month), 0)
}

/** `1,234.50 元`, as every screen writes it. */
export function yuan(amount: number): string {
  return `${yuanText(fen(amount))} 元`
}

/** Fen of `1,234.50`. */
export function fenIn(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')) * 100)
}
