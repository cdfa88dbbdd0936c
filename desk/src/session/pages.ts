import type { Room } from '../kit/room.ts'
import { sessionWords } from '../words/session.ts'

/** One's own account: reached from the person menu, open to everybody who has signed in. */
export const sessionRoom: Room = {
  section: 'home',
  items: [
    {
      path: '/me/password',
      title: sessionWords.changeTitle,
      authority: undefined,
      isHidden: true,
      load: () => import('./password-page.tsx').then((page) => page.PasswordPage),
    },
    {
      path: '/me/sessions',
      title: sessionWords.sessionsTitle,
      authority: undefined,
      isHidden: true,
      load: () => import('./sessions-page.tsx').then((page) => page.SessionsPage),
    },
  ],
}
