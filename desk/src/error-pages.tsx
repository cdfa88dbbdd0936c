import { BugOutlined, CompassOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Drawn, TroubleState } from './kit/drawn-state.tsx'
import { PageLink } from './kit/navigation.tsx'
import { troubleOf } from './kit/trouble.ts'
import { stateWords, words } from './words/kit.ts'

/** 没有这个页面. */
export function NotFoundPage() {
  return (
    <Drawn icon={<CompassOutlined aria-hidden />} title={stateWords.notFoundTitle} say={stateWords.notFoundSay}>
      <div className="row">
        <PageLink to="/">{words.home}</PageLink>
      </div>
    </Drawn>
  )
}

/** A page that threw. Code that could not be fetched means a lost line or a new release, and says so. */
export function CrashPage({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  if (isLostCode(error)) return <TroubleState trouble={troubleOf(new TypeError())} onRetry={() => location.reload()} />
  return (
    <Drawn icon={<BugOutlined aria-hidden />} title={stateWords.crashTitle} say={stateWords.crashSay} isTrouble>
      <div className="row">
        <Button type="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
        <Button onClick={reset}>{words.back}</Button>
      </div>
    </Drawn>
  )
}

function isLostCode(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|preload/i.test(error.message)
}
