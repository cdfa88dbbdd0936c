import type { Rate } from '@dongzhou/terms/rate'
import { lawRate, publishedRate } from './national-rate.ts'

const notice = { law: 'rural-veterans-notice-2011', article: '', sources: ['S19', 'S20'] } as const
const subsidies = { law: 'entitlement-regulation-2024', article: '第六十二条', sources: ['S1'] } as const

/** Ages, dates and months that a text names: who may draw, and from when. */
export const conditionRates: readonly Rate[] = [
  lawRate({ kind: 'age', key: 'rural-veteran', value: 60, unit: 'age' }, notice),
  lawRate({ kind: 'age', key: 'martyr-child', value: 60, unit: 'age' }, subsidies),
  ageOfMajority({ law: 'entitlement-regulation-2019', article: '第十六条', sources: ['S1-2019'] }),
  ageOfMajority({ law: 'entitlement-regulation-2024', article: '第十九条', sources: ['S1', 'S3'] }),
  lawRate({ kind: 'enlisted-from', key: 'rural-veteran', value: 19_541_101, unit: 'date' }, notice),
  // 退役士兵安置条例 came into force on that day: whoever enlisted before it.
  lawRate({ kind: 'enlisted-before', key: 'rural-veteran', value: 20_111_101, unit: 'date' }, notice),
  // 1954年10月31日之前 counts that day in.
  lawRate({ kind: 'enlisted-before', key: 'demobilised', value: 19_541_101, unit: 'date' }, subsidies),
  publishedRate(
    { kind: 'conscript-years', key: '', value: 2, unit: 'years' },
    { from: '2021-01-01', sources: ['S12', 'S13', 'S14'] },
  ),
  startMonth('disability-pension', 'approval', {
    law: 'entitlement-regulation-2024',
    article: '第二十七条',
    sources: ['S1'],
  }),
  // The regulation of 2019 is silent; the month after rests on one page that quotes 伤残抚恤管理办法 art. 23.
  publishedRate(
    { kind: 'start-month', key: 'disability-pension', value: 0, unit: 'choice', choice: 'after-approval' },
    { from: '2019-04-01', to: '2024-10-01', sources: ['S22'] },
  ),
  startMonth('survivor-pension', 'approval', {
    law: 'entitlement-regulation-2024',
    article: '第十九条',
    sources: ['S1', 'S3'],
  }),
]

type Place = Parameters<typeof lawRate>[1]

function ageOfMajority(place: Place): Rate {
  return lawRate({ kind: 'age', key: 'survivor-minor', value: 18, unit: 'age' }, place)
}

function startMonth(key: string, choice: string, place: Place): Rate {
  return lawRate({ kind: 'start-month', key, value: 0, unit: 'choice', choice }, place)
}
