import { Button, Drawer, Pagination } from 'antd'
import { useState } from 'react'
import { writeActor, writeInstant } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Card } from '../kit/record-page.tsx'
import { Lookers } from '../kit/sourced-value.tsx'
import { sizes } from '../kit/theme.ts'
import { useLookers } from './use-people.ts'
import { personWords } from './words.ts'

/** 谁看过: the last three beside the file, all of them in a drawer. */
export function LookersCard({ personId }: { readonly personId: number }) {
  const [isOpen, setOpen] = useState(false)
  const lookers = useLookers(personId, 1, 3)
  const all = (
    <Button type="link" size="small" onClick={() => setOpen(true)}>
      {personWords.lookersAll}
    </Button>
  )
  return (
    <Card title={personWords.lookers} extra={(lookers.data?.items.length ?? 0) > 0 && all}>
      <Loaded query={lookers} rows={2}>
        {(page) => <Lookers looks={page.items.map(lookOf)} />}
      </Loaded>
      <Drawer open={isOpen} onClose={() => setOpen(false)} size={sizes.drawer} title={personWords.lookers}>
        {isOpen && <AllLookers personId={personId} />}
      </Drawer>
    </Card>
  )
}

const pageSize = 50

function AllLookers({ personId }: { readonly personId: number }) {
  const [at, setAt] = useState(1)
  const lookers = useLookers(personId, at, pageSize)
  return (
    <div className="stack">
      <p className="quiet">{personWords.lookersSay}</p>
      <Loaded query={lookers} rows={8}>
        {(page) => (
          <>
            <Lookers looks={page.items.map(lookOf)} />
            {page.total > pageSize && (
              <Pagination
                size="small"
                current={at}
                pageSize={pageSize}
                total={page.total}
                showSizeChanger={false}
                onChange={setAt}
              />
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

interface Look {
  readonly at: string
  readonly actor: string
  readonly verbName: string
  readonly purpose: string | null
}

function lookOf(look: Look, place: number) {
  const why = look.purpose === null ? '' : `：${look.purpose}`
  return {
    id: `${look.at}-${place}`,
    say: `${writeActor(look.actor)} ${look.verbName}${why}`,
    at: writeInstant(look.at),
  }
}
