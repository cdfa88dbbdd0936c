import { SampleNote } from '../benefits/entitlement-sample.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { OutstandingList } from './outstanding-list.tsx'
import './payments.css'
import { outstandingWords } from './stage-words.ts'

/** 退汇与暂缓 of all runs: what still has to reach somebody. */
export function OutstandingPage() {
  return (
    <>
      <PageTitle title={outstandingWords.title} help={<HelpLines lines={outstandingWords.help} />} />
      <SampleNote />
      <OutstandingList runId={undefined} />
    </>
  )
}
