import { Tag } from 'antd'
import './entitlement.css'
import { sampleWords } from './entitlement-words.ts'
import { useHasSamples } from './use-entitlements.ts'

/** 样例标准 above whatever shows amounts, as long as the rate book holds samples: quiet, and always there, on paper too. */
export function SampleNote() {
  return useHasSamples() ? <SampleSay /> : null
}

/** The same where the server has said that a sample took part. */
export function SampleSay() {
  return <p className="sample-say small">{sampleWords.page}</p>
}

/** 样例 beside a rate row that nobody has confirmed. */
export function SampleTag() {
  return (
    <Tag className="sample-tag" title={sampleWords.amounts}>
      {sampleWords.one}
    </Tag>
  )
}
