import type { Room } from '../kit/room.ts'
import { pairingWords, schemeWords } from './words.ts'

/** 结对与走访 (visits): the ledger of pairings, one pairing with its visits, and the schemes of the years. */
export const visitsRoom: Room = {
  section: 'mutual-support',
  items: [
    {
      path: '/visits/pairings',
      title: pairingWords.title,
      authority: 'visits.read',
      load: () => import('./pairing-list.tsx').then((page) => page.PairingListPage),
    },
    {
      path: '/visits/pairings/$pairingId',
      title: pairingWords.noun,
      authority: 'visits.read',
      isHidden: true,
      load: () => import('./pairing-page.tsx').then((page) => page.PairingPage),
    },
    {
      path: '/visits/visits/$visitId',
      title: pairingWords.visits,
      authority: 'visits.read',
      isHidden: true,
      load: () => import('./visit-page.tsx').then((page) => page.VisitPage),
    },
    {
      path: '/visits/schemes',
      title: schemeWords.title,
      authority: 'visits.read',
      load: () => import('./scheme-list.tsx').then((page) => page.SchemeListPage),
    },
  ],
}
