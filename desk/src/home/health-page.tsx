import type { HealthItem } from '@dongzhou/contract/integrity'
import { writeCount } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card, FactList } from '../kit/record-page.tsx'
import { healthPageWords } from './health-words.ts'
import './home.css'
import { useHealth } from './use-health.ts'

/** 数据健康: what on file endangers money, the gravest first, town by town; each count opens its rows. */
export function HealthPage() {
  return (
    <>
      <PageTitle title={healthPageWords.title} help={<HelpLines lines={healthPageWords.help} />} />
      <Loaded
        query={useHealth()}
        rows={10}
        isEmpty={({ items }) => items.length === 0}
        empty={{ title: healthPageWords.noneTitle, say: healthPageWords.noneSay }}
      >
        {({ items }) => (
          <div className="stack">
            {items.map((item) => (
              <CheckCard key={item.code} item={item} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

function CheckCard({ item }: { readonly item: HealthItem }) {
  const { code, name, severity, count, why, whatToDo, byDivision } = item
  return (
    <Card
      title={name}
      extra={
        <PageLink to={`/health/${code}`} className={severity === 'error' ? 'late' : 'risk'}>
          {writeCount(count, '条')}
        </PageLink>
      }
    >
      <div className="stack">
        <FactList
          facts={[
            { label: healthPageWords.why, value: why },
            { label: healthPageWords.whatToDo, value: whatToDo },
          ]}
        />
        <ul className="health-towns" aria-label={healthPageWords.towns}>
          {byDivision.map((town) => (
            <li key={town.division.code}>
              <PageLink to={addressOf(code, town.division.code)}>
                {healthPageWords.town(town.division.name, writeCount(town.count, '条'))}
              </PageLink>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

// What lies in the county itself has the county's code, under which the list holds every town: there is no narrower list to open.
function addressOf(check: string, division: string): string {
  return division.endsWith('000000') ? `/health/${check}` : `/health/${check}?division=${division}`
}
