import { writeDay } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { AccountsCard, TrailCard } from './administrator-cards.tsx'
import { HealthCard } from './health-card.tsx'
import './home.css'
import { LateCard } from './late-card.tsx'
import { PlanCard } from './plan-card.tsx'
import { useWaiting } from './use-waiting.ts'
import { homeWords } from './words.ts'
import { WorkList } from './work-line.tsx'

/** 工作台: what waits, what is late, how the year stands, and which figures stand on sand. */
export function HomePage() {
  const me = useMe()
  const mayPlan = useMay('plan.read')
  const mayTrail = useMay('trail.read')
  const mayAccounts = useMay('accounts.read')
  const mayInspect = useMay('system.inspect')
  const mayBenefits = useMay('benefits.read')
  return (
    <>
      <PageTitle
        title={homeWords.title}
        note={`${writeDay(me.today)}，${me.displayName}`}
        help={<HelpLines lines={homeWords.help} />}
      />
      <div className="home">
        <div className="stack">
          <WaitingCard />
          {mayPlan && <LateCard />}
          {mayAccounts && <AccountsCard />}
        </div>
        <div className="stack">
          {mayPlan && <PlanCard />}
          {mayTrail && <TrailCard />}
          {(mayPlan || mayInspect || mayBenefits) && <HealthCard />}
        </div>
      </div>
    </>
  )
}

function WaitingCard() {
  const waiting = useWaiting()
  return (
    <Card title={homeWords.waiting}>
      <Loaded query={waiting} rows={4}>
        {(it) => <WorkList {...it} none={homeWords.waitingNone} onRetry={waiting.refetch} />}
      </Loaded>
    </Card>
  )
}
