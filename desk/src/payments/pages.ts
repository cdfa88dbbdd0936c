import type { Room } from '../kit/room.ts'
import { confirmationWords, deathWords } from './deaths/death-words.ts'
import { linesWords } from './lines-words.ts'
import { paperWords } from './papers/paper-words.ts'
import { receiptWords } from './papers/receipt-words.ts'
import { recoveryWords } from './recoveries/recovery-words.ts'
import { outstandingWords } from './stage-words.ts'
import { stockWords } from './stock/stock-words.ts'
import { personWords, runWords } from './words.ts'

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
      path: '/payments/runs/$runId/roster',
      title: paperWords.rosterTitle,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./papers/roster-page.tsx').then((page) => page.RosterPage),
    },
    {
      path: '/payments/runs/$runId/notice',
      title: paperWords.noticeTitle,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./papers/notice-page.tsx').then((page) => page.NoticePage),
    },
    {
      path: '/payments/runs/$runId/receipts',
      title: receiptWords.title,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./papers/receipts-page.tsx').then((page) => page.ReceiptsPage),
    },
    {
      path: '/payments/people/$personId',
      title: personWords.title,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./person-payments-page.tsx').then((page) => page.PersonPaymentsPage),
    },
    {
      path: '/payments/outstanding',
      title: outstandingWords.title,
      authority: 'payments.read',
      load: () => import('./outstanding-page.tsx').then((page) => page.OutstandingPage),
    },
    {
      path: '/payments/letters/failed/$transferId',
      title: paperWords.letterTitle,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./papers/letter-page.tsx').then((page) => page.FailedLetterPage),
    },
    {
      path: '/payments/recoveries',
      title: recoveryWords.title,
      authority: 'payments.read',
      load: () => import('./recoveries/recovery-list.tsx').then((page) => page.RecoveryListPage),
    },
    {
      path: '/payments/recoveries/$recoveryId',
      title: recoveryWords.noun,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./recoveries/recovery-page.tsx').then((page) => page.RecoveryPage),
    },
    {
      path: '/payments/recoveries/$recoveryId/letter',
      title: paperWords.letterTitle,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./papers/letter-page.tsx').then((page) => page.RecoveryLetterPage),
    },
    {
      path: '/payments/deaths',
      title: deathWords.title,
      authority: 'payments.read',
      load: () => import('./deaths/deaths-page.tsx').then((page) => page.DeathsPage),
    },
    {
      path: '/payments/confirmations',
      title: confirmationWords.title,
      authority: 'payments.read',
      load: () => import('./deaths/confirmations-page.tsx').then((page) => page.ConfirmationsPage),
    },
    {
      path: '/payments/stock',
      title: stockWords.title,
      authority: 'payments.read',
      load: () => import('./stock/stock-page.tsx').then((page) => page.StockPage),
    },
    {
      path: '/payments/stock/receipts',
      title: receiptWords.title,
      authority: 'payments.read',
      isHidden: true,
      load: () => import('./stock/stock-receipts-page.tsx').then((page) => page.StockReceiptsPage),
    },
  ],
}
