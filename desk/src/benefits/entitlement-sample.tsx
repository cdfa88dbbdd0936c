import { Tag } from 'antd'
import './entitlement.css'
import { sampleWords } from './entitlement-words.ts'
import { useHasSamples } from './use-entitlements.ts'

interface SampleProps {
  /** Inside a card or on a paper, where the amounts are near: the short sentence. */
  readonly isShort?: boolean
  /** Stands above a list, outside of any stack. */
  readonly isApart?: boolean
}

/** 样例标准 above whatever shows amounts, as long as the rate book holds samples: quiet, and always there, on paper too. */
export function SampleNote(props: SampleProps) {
  return useHasSamples() ? <SampleSay {...props} /> : null
}

/** The same where the server has said that a sample took part. */
export function SampleSay({ isShort = false, isApart = false }: SampleProps) {
  return (
    <p className={isApart ? 'sample-say small is-apart' : 'sample-say small'}>
      {isShort ? sampleWords.amounts : sampleWords.page}
    </p>
  )
}

/** 样例 beside a rate row that nobody has confirmed. */
export function SampleTag() {
  return (
    <Tag className="sample-tag" title={sampleWords.amounts}>
      {sampleWords.one}
    </Tag>
  )
}
