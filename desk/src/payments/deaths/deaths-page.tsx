import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../../kit/help-lines.tsx'
import { usePageSearch } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { useMay } from '../../session/use-session.ts'
import '../payments.css'
import { DeathLists } from './death-lists.tsx'
import { deathWords } from './death-words.ts'
import { ImportDialog } from './import-dialog.tsx'
import { NoticeList } from './notice-list.tsx'

/** 死亡比对名单: what the comparison found, and the files it came from. */
export function DeathsPage() {
  const navigate = useNavigate()
  const mayMake = useMay('payments.make')
  const [isOpen, setOpen] = useState(false)
  const { view } = usePageSearch()
  const start = { label: deathWords.import, onClick: () => setOpen(true) }
  const offered = mayMake ? start : undefined
  return (
    <>
      <PageTitle
        title={deathWords.title}
        help={<HelpLines lines={deathWords.help} />}
        actions={
          <Segmented
            aria-label={deathWords.view}
            value={view === 'lists' ? 'lists' : 'notices'}
            options={[
              { value: 'notices', label: deathWords.notices },
              { value: 'lists', label: deathWords.lists },
            ]}
            onChange={(next) => void navigate({ to: '.', search: next === 'lists' ? { view: 'lists' } : {} })}
          />
        }
        {...(offered === undefined ? {} : { primary: offered })}
      />
      {view === 'lists' ? <DeathLists start={offered} /> : <NoticeList start={offered} />}
      <ImportDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}
