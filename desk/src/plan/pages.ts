import type { Room } from '../kit/room.ts'
import { boardWords, closingWords, indicatorWords } from './words.ts'

/** 年度计划 (plan): the board of the year, one indicator with its rows, the figures frozen at the end of a period. */
export const planRoom: Room = {
  section: 'plan-and-report',
  items: [
    {
      path: '/plan',
      title: boardWords.title,
      authority: 'plan.read',
      load: () => import('./board-page.tsx').then((page) => page.BoardPage),
    },
    {
      path: '/plan/indicators/$code',
      title: indicatorWords.value,
      authority: 'plan.read',
      isHidden: true,
      load: () => import('./indicator-page.tsx').then((page) => page.IndicatorPage),
    },
    {
      path: '/plan/closings',
      title: closingWords.title,
      authority: 'plan.read',
      load: () => import('./closing-list.tsx').then((page) => page.ClosingListPage),
    },
    {
      path: '/plan/closings/$closingId',
      title: closingWords.title,
      authority: 'plan.read',
      isHidden: true,
      load: () => import('./closing-page.tsx').then((page) => page.ClosingPage),
    },
  ],
}
