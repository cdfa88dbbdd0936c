import type { Room } from '../kit/room.ts'
import { compareWords, listWords, reportWords } from './words.ts'

/** 报告 (reports): the list, one report as the paper it will be, and the same report beside another cut-off. */
export const reportsRoom: Room = {
  section: 'plan-and-report',
  items: [
    {
      path: '/reports',
      title: listWords.title,
      authority: 'reports.read',
      load: () => import('./report-list.tsx').then((page) => page.ReportListPage),
    },
    {
      path: '/reports/$reportId',
      title: reportWords.noun,
      authority: 'reports.read',
      isHidden: true,
      load: () => import('./report-page.tsx').then((page) => page.ReportPage),
    },
    {
      path: '/reports/$reportId/compare',
      title: compareWords.title,
      authority: 'reports.read',
      isHidden: true,
      load: () => import('./compare-page.tsx').then((page) => page.ComparePage),
    },
  ],
}
