import type { Room } from '../kit/room.ts'
import { linesWords } from './lines-words.ts'
import { outstandingWords } from './stage-words.ts'
import { runWords } from './words.ts'

/** 资金发放 (payments): runs and what came back, what is asked back, deaths and confirmations, goods and condolence money. */
export const paymentsRoom: Room = {
  section: 'benefits',
  items: [
    {
      path: '/payments/runs',
      title: runWords.title,
      authority: 'payments.read',
      load: () => import('./run-list.tsx').then((page) => page.RunListPage),
    },
    {
      path: '/payments/runs/$runId',
      title: runWords.noun,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./run-page.tsx').then((page) => page.RunPage),
    },
    {
      path: '/payments/runs/$runId/lines',
      title: linesWords.title,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./lines-page.tsx').then((page) => page.LinesPage),
    },
    {
      path: '/payments/outstanding',
      title: outstandingWords.title,
      authority: 'payments.read',
      load: () => import('./outstanding-page.tsx').then((page) => page.OutstandingPage),
    },
  ],
}
