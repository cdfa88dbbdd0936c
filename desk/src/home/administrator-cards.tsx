import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { writeInstant } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useActorName } from '../trail/use-trail.ts'
import { accountWords, homeWords } from './words.ts'
import { WorkList } from './work-line.tsx'

/** 账号: how many there are, and how many cannot do anything yet. */
export function AccountsCard() {
  const accounts = useQuery(orpc.access.listAccounts.queryOptions({ input: { page: 1, size: 200 } }))
  return (
    <Card title={homeWords.accounts} extra={<PageLink to="/access/accounts">{homeWords.accountsAll}</PageLink>}>
      <Loaded query={accounts} rows={2}>
        {({ items, total }) => {
          const among = (label: string) => (items.length < total ? accountWords.among(label, items.length) : label)
          return (
            <dl className="record-facts">
              <Count label={accountWords.total} count={total} />
              <Count label={among(accountWords.stopped)} count={items.filter(({ isActive }) => !isActive).length} />
              <Count
                label={among(accountWords.withoutRole)}
                count={items.filter(({ role, isActive }) => role === null && isActive).length}
              />
            </dl>
          )
        }}
      </Loaded>
    </Card>
  )
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {count} {accountWords.unit}
      </dd>
    </div>
  )
}

/** 最近操作: what was done last, for who audits. */
export function TrailCard() {
  const nameOf = useActorName()
  const trail = useQuery(orpc.trail.list.queryOptions({ input: { page: 1, size: 8 } }))
  return (
    <Card title={homeWords.trail} extra={<PageLink to="/trail">{homeWords.trailAll}</PageLink>}>
      <Loaded query={trail} rows={6}>
        {({ items }) => (
          <WorkList
            none={homeWords.trailNone}
            items={items.map((line) => ({
              key: String(line.id),
              title: line.verbName,
              note: [nameOf(line.actor), line.purpose].filter((part) => part !== null).join('，'),
              opensAt: undefined,
              mark: writeInstant(line.at),
            }))}
          />
        )}
      </Loaded>
    </Card>
  )
}
