import { lazy, Suspense } from 'react'
import { TroubleState } from '../kit/drawn-state.tsx'
import { Waiting } from '../kit/loaded.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { SessionFrame } from './session-frame.tsx'
import { SignInAgain, SignInPage } from './sign-in-page.tsx'
import { SignedInProvider, useMeQuery, useSessionChanged } from './use-session.ts'

// Only a few administrators ever see it, and it brings the QR code's drawing with it.
const EnrolPage = lazy(() => import('./enrol-page.tsx').then((page) => ({ default: page.EnrolPage })))

/** The gate: nobody signed in sees the sign-in page, a privileged account without its second factor enrols first. */
export function Gate({ children }: { readonly children: React.ReactNode }) {
  const me = useMeQuery()
  const changed = useSessionChanged()
  const trouble = me.error === null ? undefined : troubleOf(me.error)
  if (me.data?.secondFactor === 'required') {
    return (
      <Suspense fallback={<Waiting />}>
        <EnrolPage onDone={changed} />
      </Suspense>
    )
  }
  // A lost line or an ended session must not throw away a half-filled form: the desk stays as long as it was there.
  if (me.data) {
    return (
      <SignedInProvider value={me.data}>
        {children}
        {trouble?.kind === 'signed-out' && <SignInAgain onSignedIn={changed} />}
      </SignedInProvider>
    )
  }
  if (trouble?.kind === 'signed-out') return <SignInPage onSignedIn={changed} />
  return (
    <SessionFrame>
      {trouble ? <TroubleState trouble={trouble} onRetry={() => me.refetch()} /> : <Waiting rows={3} />}
    </SessionFrame>
  )
}
