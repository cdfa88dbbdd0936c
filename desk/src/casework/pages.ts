import type { Room } from '../kit/room.ts'
import { beginWords, calendarWords, caseWords, guideWords } from './words.ts'

/** 办件 (casework): applications on their way, the guide to each procedure, and the calendar their clocks are read by. */
export const caseworkRoom: Room = {
  section: 'benefits',
  items: [
    {
      path: '/casework/cases',
      title: caseWords.title,
      authority: 'cases.read',
      load: () => import('./case-list.tsx').then((page) => page.CaseListPage),
    },
    {
      path: '/casework/cases/new',
      title: beginWords.title,
      authority: 'cases.apply',
      isHidden: true,
      load: () => import('./begin-page.tsx').then((page) => page.BeginPage),
    },
    {
      path: '/casework/cases/$caseId',
      title: caseWords.noun,
      authority: 'cases.read',
      isHidden: true,
      load: () => import('./case-page.tsx').then((page) => page.CasePage),
    },
    {
      path: '/casework/guides',
      title: guideWords.title,
      authority: 'cases.read',
      load: () => import('./guide-list.tsx').then((page) => page.GuideListPage),
    },
    {
      path: '/casework/guides/$procedure',
      title: guideWords.title,
      authority: 'cases.read',
      isHidden: true,
      load: () => import('./guide-page.tsx').then((page) => page.GuidePage),
    },
    {
      path: '/casework/calendar',
      title: calendarWords.title,
      authority: 'cases.read',
      load: () => import('./calendar-page.tsx').then((page) => page.CalendarPage),
    },
  ],
}
