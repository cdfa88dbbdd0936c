import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { frameWords, words } from '../words/kit.ts'
import './frame.css'
import type { JobView } from './job-progress.tsx'
import { JobsButton } from './jobs-button.tsx'
import { PersonMenu } from './person-menu.tsx'
import { PersonSearch, type SearchPerson } from './person-search.tsx'
import { Rail } from './rail.tsx'
import { type Reminders, RemindersButton } from './reminders-button.tsx'
import type { MenuGroup } from './room.ts'
import { sizes } from './theme.ts'
import { useRemembered } from './use-remembered.ts'

export interface FrameProps {
  readonly menu: readonly MenuGroup[]
  /** The path one is on, for marking the menu. */
  readonly address: string
  readonly bureau: { readonly name: string; readonly isDemo: boolean }
  readonly division: string
  readonly person: { readonly name: string; readonly roleName: string }
  /** undefined for those who may not read the registry: then there is no search. */
  readonly search: SearchPerson | undefined
  readonly reminders: Reminders
  readonly jobs: readonly JobView[] | undefined
  readonly onCancelJob: (id: string) => void
  readonly isLarge: boolean
  readonly onLarge: (isLarge: boolean) => void
  readonly onSignOut: () => void
  readonly children: React.ReactNode
}

/** The frame of the desk: rail on the left, bar on top, the page in the rest. */
export function Frame(props: FrameProps) {
  const [isNarrow, setNarrow] = useRemembered('rail-is-narrow', false)
  return (
    <div className="frame">
      <a className="skip-link" href="#page">
        {words.skipLink}
      </a>
      <div className={isNarrow ? 'frame-rail is-narrow no-print' : 'frame-rail no-print'}>
        <Rail
          menu={props.menu}
          address={props.address}
          bureau={props.bureau}
          isNarrow={isNarrow}
          onNarrow={() => setNarrow(!isNarrow)}
        />
      </div>
      <div className="frame-rest">
        <TopBar {...props} />
        <main id="page" className="frame-page" tabIndex={-1}>
          {props.children}
        </main>
      </div>
    </div>
  )
}

function TopBar(props: FrameProps) {
  return (
    <header className="frame-top no-print">
      <MenuDrawer {...props} />
      <div className="frame-search">{props.search && <PersonSearch search={props.search} />}</div>
      <div className="frame-tools">
        {props.bureau.isDemo && <span className="frame-demo">演示数据</span>}
        <span className="frame-division" title={frameWords.division}>
          <span className="unseen">{frameWords.division}：</span>
          {props.division}
        </span>
        <RemindersButton {...props.reminders} />
        <JobsButton jobs={props.jobs} onCancel={props.onCancelJob} />
        <PersonMenu person={props.person} isLarge={props.isLarge} onLarge={props.onLarge} onSignOut={props.onSignOut} />
      </div>
    </header>
  )
}

/** On a phone the rail is a drawer behind a button. */
function MenuDrawer({ menu, address, bureau }: Pick<FrameProps, 'menu' | 'address' | 'bureau'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="frame-menu-button">
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden />}
        aria-label={frameWords.openMenu}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={isOpen}
        placement="left"
        size={sizes.rail + sizes.railNarrow}
        closable={false}
        onClose={() => setOpen(false)}
        styles={{ body: { padding: 0 } }}
      >
        <Rail menu={menu} address={address} bureau={bureau} isNarrow={false} onPick={() => setOpen(false)} />
      </Drawer>
    </div>
  )
}
