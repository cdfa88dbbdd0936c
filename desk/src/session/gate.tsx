import { lazy, Suspense } from 'react'
import { TroubleState } from '../kit/drawn-state.tsx'
import { Waiting } from '../kit/loaded.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { SignInPage } from './sign-in-page.tsx'
import { SignedInProvider, useMeQuery, useSessionChanged } from './use-session.ts'

// Only a few administrators ever see it, and it brings the QR code's drawing with it.
const EnrolPage = lazy(() => import('./enrol-page.tsx').then((page) => ({ default: page.EnrolPage })))

/** The gate: nobody signed in sees the sign-in page, a privileged account without its second factor enrols first. */
export function Gate({ children }: { readonly children: React.ReactNode }) {
  const me = useMeQuery()
  const changed = useSessionChanged()
  if (me.data && me.error === null) {
    if (me.data.secondFactor === 'required') {
      return (
        <Suspense fallback={<Waiting />}>
          <EnrolPage onDone={changed} />
        </Suspense>
      )
    }
    return <SignedInProvider value={me.data}>{children}</SignedInProvider>
  }
  if (me.isPending) return <Waiting />
  const trouble = troubleOf(me.error)
  if (trouble.kind === 'signed-out') return <SignInPage onSignedIn={changed} />
  // A lost line must not throw away a half-filled form: the desk stays as long as it was there.
  if (me.data) return <SignedInProvider value={me.data}>{children}</SignedInProvider>
  return <TroubleState trouble={trouble} onRetry={() => me.refetch()} />
}
