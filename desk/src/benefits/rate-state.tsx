import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { Tag } from 'antd'
import './rate.css'
import { SampleTag } from './entitlement-sample.tsx'
import { rateStates, rateWords } from './rate-words.ts'

type Stated = Pick<RateLine, 'state' | 'isVoid' | 'supersededAt' | 'withdrawnAt'>

/** Whether a row counts: 样例 and 待复核 stand out quietly, what is past is grey, what is confirmed needs no colour. */
export function RateState({ row }: { readonly row: Stated }) {
  if (row.supersededAt !== null) return <Tag className="rate-tag">{rateWords.pastMark}</Tag>
  if (row.withdrawnAt !== null || row.state === 'withdrawn')
    return <Tag className="rate-tag">{rateWords.withdrawnMark}</Tag>
  if (row.state === 'sample') return <SampleTag />
  if (row.isVoid)
    return (
      <Tag className={row.state === 'proposed' ? 'rate-tag is-waiting' : 'rate-tag'}>
        {row.state === 'proposed' ? rateWords.voidMark : rateWords.voidedMark}
      </Tag>
    )
  return (
    <Tag className={`rate-tag is-${row.state === 'proposed' ? 'waiting' : 'confirmed'}`}>{rateStates[row.state]}</Tag>
  )
}

/** What 样例 means, above a page that shows rows of the book themselves. */
export function SampleRowsSay() {
  return <p className="sample-say small">{rateWords.sample}</p>
}

/** 补文: announced after it began. */
export function LateMark() {
  return (
    <Tag className="rate-tag is-late" title={rateWords.lateSay}>
      {rateWords.late}
    </Tag>
  )
}
