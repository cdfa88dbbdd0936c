import { day } from '@dongzhou/terms/day'
import type { Rate } from '@dongzhou/terms/rate'

/** A row as somebody typed it from a page, proposed for the nation; the tests change what matters. */
export function aProposedRate(rate: Partial<Rate> & Pick<Rate, 'value'>): Rate {
  return {
    kind: 'disability-pension',
    key: 'war-1',
    jurisdiction: 'nation',
    unit: 'fen-a-year',
    rounding: { mode: 'half-up', unit: 1 },
    validFrom: day('2025-08-01'),
    announcedOn: day('2025-07-20'),
    document: '退役军人部发〔2025〕42号',
    source: '纸质文件',
    state: 'proposed',
    ...rate,
  }
}

/**
 * 推算与无出处的数字: worked out from other figures, or known to everybody and sourced by nobody. They serve tests alone; none of them
 * is in the sample book.
 */
export const neverPayable = [
  { what: 'war-1 of 2024: 124,410 raised by 6%', kind: 'disability-pension', yuan: 131_870 },
  { what: 'martyr survivors of 2023: 36,910 raised by 7%', kind: 'survivor-pension', yuan: 39_490 },
  { what: 'survivors by illness of 2023: 29,280 raised by 5%', kind: 'survivor-pension', yuan: 30_740 },
  { what: 'war participants, the step of 2023', kind: 'war-participant-subsidy', yuan: 40 },
  { what: 'the ill-returned, the step of 2023', kind: 'ill-returned-subsidy', yuan: 37.5 },
  { what: 'rural veterans before 2018, a level without its day', kind: 'rural-veteran-subsidy', yuan: 30 },
  { what: 'money of leaving service by year since 2011', kind: 'discharge-pay', yuan: 4500 },
] as const
