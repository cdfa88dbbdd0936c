import { DisconnectOutlined, FileSearchOutlined, InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { stateWords, words } from '../words/kit.ts'
import type { Trouble } from './trouble.ts'

export interface EmptyWords {
  readonly title: string
  /** What will stand here one day. */
  readonly say?: string
  /** The one action that starts it. */
  readonly action?: { readonly label: string; readonly onClick: () => void }
}

/** 空 (empty): says what this will hold and offers the one action that starts it. */
export function EmptyState({ title, say, action }: EmptyWords) {
  return (
    <section className="drawn-state">
      <InboxOutlined aria-hidden />
      <h2>{title}</h2>
      {say !== undefined && <p>{say}</p>}
      {action && (
        <div className="row">
          <Button type="primary" onClick={action.onClick}>
            {action.label}
          </Button>
        </div>
      )}
    </section>
  )
}

interface TroubleStateProps {
  readonly trouble: Trouble
  readonly onRetry: () => void
  /** Who may see it and how to ask, where the page knows better than the general sentence. */
  readonly whoMay?: string | undefined
  /** What was kept, where the page knows. */
  readonly kept?: string | undefined
}

/** Every trouble has its own picture: refused says who may, failed says what was kept, both say what to do next. */
export function TroubleState({ trouble, onRetry, whoMay, kept }: TroubleStateProps) {
  switch (trouble.kind) {
    case 'refused':
      return (
        <Drawn icon={<LockOutlined aria-hidden />} title={stateWords.refusedTitle} say={trouble.say}>
          <p>{whoMay ?? stateWords.refusedAsk}</p>
        </Drawn>
      )
    case 'missing':
      return <Drawn icon={<FileSearchOutlined aria-hidden />} title={stateWords.missingTitle} say={trouble.say} />
    case 'signed-out':
      return (
        <Drawn icon={<LockOutlined aria-hidden />} title={stateWords.signedOutTitle} say={trouble.say}>
          <Again label={stateWords.signIn} onClick={() => location.reload()} />
        </Drawn>
      )
    case 'offline':
      return (
        <Drawn icon={<DisconnectOutlined aria-hidden />} title={stateWords.offlineTitle} say={trouble.say}>
          <p>{stateWords.offlineWorks}</p>
          <Again label={words.reload} onClick={onRetry} />
        </Drawn>
      )
    case 'stale':
    case 'failed':
      return (
        <Drawn icon={<WarningOutlined aria-hidden />} title={stateWords.failedTitle} say={trouble.say} isTrouble>
          {kept !== undefined && <p>{kept}</p>}
          <Again label={words.reload} onClick={onRetry} />
        </Drawn>
      )
  }
}

interface DrawnProps {
  readonly icon: React.ReactNode
  readonly title: string
  readonly say: string
  readonly isTrouble?: boolean
  readonly children?: React.ReactNode
}

/** The plain picture of a state, for pages that have one of their own. */
export function Drawn({ icon, title, say, isTrouble = false, children }: DrawnProps) {
  return (
    <section className={isTrouble ? 'drawn-state is-trouble' : 'drawn-state'} role={isTrouble ? 'alert' : 'status'}>
      {icon}
      <h2>{title}</h2>
      <p>{say}</p>
      {children}
    </section>
  )
}

function Again({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <div className="row">
      <Button type="primary" onClick={onClick}>
        {label}
      </Button>
    </div>
  )
}
