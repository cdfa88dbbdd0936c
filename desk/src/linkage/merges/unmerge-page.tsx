import type { LaterFactLine, MergeLine } from '@dongzhou/contract/linkage'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, queries } from '../../api.ts'
import { askAnew } from '../../kit/ask-anew.ts'
import { writeCount } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { useOpenPage, usePageParam } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { Card } from '../../kit/record-page.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { troubleOf } from '../../kit/trouble.ts'
import { useAction } from '../../kit/use-action.ts'
import { stateWords } from '../../words/kit.ts'
import { useVerdict } from '../compare/use-verdict.ts'
import { LinkageHelp } from '../linkage-help.tsx'
import '../linkage.css'
import { useUnmergePlan } from '../use-pairs.ts'
import { linkageWords, unmergeWords } from '../words.ts'
import { LaterFacts } from './later-facts.tsx'
import { type Decisions, decisionsToSend, undecidedCount } from './unmerge-draft.ts'

/** 拆分档案: what an un-merge will do, said before it is done; what came later is given to one of the two. */
export function UnmergePage() {
  const plan = useUnmergePlan(Number(usePageParam('mergeId')))
  return (
    <>
      <PageTitle
        title={linkageWords.unmergeTitle}
        above={[
          { title: linkageWords.title, to: '/linkage' },
          { title: linkageWords.mergesTitle, to: '/linkage/merges' },
        ]}
        help={<LinkageHelp />}
      />
      <Loaded query={plan} rows={8}>
        {(it) => <Plan key={it.merge.version} plan={it} />}
      </Loaded>
    </>
  )
}

interface PlanProps {
  readonly plan: {
    readonly merge: MergeLine
    readonly returning: number
    readonly reopening: number
    readonly later: readonly LaterFactLine[]
  }
}

function Plan({ plan }: PlanProps) {
  const { merge, later } = plan
  const [decisions, setDecisions] = useState<Decisions>({})
  const open = useOpenPage()
  const { message } = App.useApp()
  const unmerge = (input: Parameters<typeof api.linkage.unmergePeople>[0]) =>
    api.linkage.unmergePeople(input).catch((error: unknown) => {
      // The plan is made anew, and this form with it: what happened must be said outside of it.
      if (troubleOf(error).kind === 'stale') void message.warning(stateWords.staleAgain, 6)
      return askAnew(queries)(error)
    })
  const action = useAction(unmerge, () => {
    void message.success(unmergeWords.done)
    open('/linkage/merges')
  })
  const undecided = undecidedCount(later, decisions)
  const input = { mergeId: merge.id, version: merge.version, decisions: decisionsToSend(later, decisions) }
  const verdict = useVerdict(
    action,
    () => (undecided === 0 ? input : undefined),
    () => undefined,
  )
  return (
    <div className="stack">
      <section className="card unmerge-say">
        <ul>
          <li>{unmergeWords.will(merge.droppedName, merge.keptName)}</li>
          {plan.returning > 0 && <li>{unmergeWords.returning(writeCount(plan.returning, '条'))}</li>}
          {plan.reopening > 0 && <li>{unmergeWords.reopening(writeCount(plan.reopening, '条'))}</li>}
        </ul>
      </section>
      <Card title={unmergeWords.later}>
        {later.length === 0 ? (
          <p className="quiet">{unmergeWords.noLater}</p>
        ) : (
          <LaterFacts merge={merge} later={later} decisions={decisions} onDecide={setDecisions} />
        )}
      </Card>
      <section className="card unmerge-say">
        <TextField
          label={unmergeWords.because}
          hint={unmergeWords.becauseHint}
          value={verdict.because}
          most={200}
          lines={2}
          complaint={verdict.complaint}
          onChange={verdict.setBecause}
        />
        <p className="late complaint" role="alert">
          {action.trouble?.say}
        </p>
        <div className="row dialog-end">
          {undecided > 0 && <span className="risk">{unmergeWords.undecided(undecided)}</span>}
          <Button type="primary" loading={action.isBusy} disabled={undecided > 0} onClick={verdict.send}>
            {unmergeWords.undo}
          </Button>
        </div>
      </section>
    </div>
  )
}
