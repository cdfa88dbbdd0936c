import { useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { writeInstant } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { words } from '../words/kit.ts'
import { sessionWords } from '../words/session.ts'
import { type Answered, endOtherSessions, endSession, listOwnSessions, type OwnSession } from './auth-client.ts'
import { deviceName } from './device-name.ts'
import './session.css'

/** 登录记录: where the account is signed in, and how to end it there. */
export function SessionsPage() {
  const { message } = App.useApp()
  const sessions = useQuery({ queryKey: ['own-sessions'], queryFn: listOwnSessions })

  async function end(ending: Promise<Answered>): Promise<void> {
    const answer = await ending
    if (answer.kind === 'refused') void message.error(answer.say)
    await sessions.refetch()
  }

  return (
    <div className="own-page">
      <PageTitle
        title={sessionWords.sessionsTitle}
        note={sessionWords.sessionsNote}
        help={<p>{sessionWords.sessionsHelp}</p>}
      />
      <Loaded query={sessions} rows={4}>
        {(list) => (
          <div className="stack">
            <ul className="card own-sessions">
              {list.map((session) => (
                <SessionLine key={session.token} session={session} onEnd={() => end(endSession(session.token))} />
              ))}
            </ul>
            {list.length > 1 && <EndButton label={sessionWords.endOthers} onEnd={() => end(endOtherSessions())} />}
          </div>
        )}
      </Loaded>
    </div>
  )
}

function SessionLine({ session, onEnd }: { readonly session: OwnSession; readonly onEnd: () => Promise<void> }) {
  const when = `${sessionWords.since} ${writeInstant(session.since)}，${sessionWords.until} ${writeInstant(session.until)}`
  return (
    <li>
      <span>
        <strong>{deviceName(session.device)}</strong>
        {session.isHere && <span className="quiet">（{sessionWords.here}）</span>}
        <span className="small quiet">{when}</span>
        {session.address !== undefined && session.address !== '' && (
          <span className="small quiet">{`${sessionWords.place} ${session.address}`}</span>
        )}
      </span>
      {!session.isHere && <EndButton label={sessionWords.end} onEnd={onEnd} />}
    </li>
  )
}

function EndButton({ label, onEnd }: { readonly label: string; readonly onEnd: () => Promise<void> }) {
  return (
    <div>
      <Popconfirm
        title={label}
        description={sessionWords.endSay}
        okText={sessionWords.end}
        cancelText={words.cancel}
        onConfirm={onEnd}
      >
        <Button danger>{label}</Button>
      </Popconfirm>
    </div>
  )
}
