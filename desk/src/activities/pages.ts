import type { Room } from '../kit/room.ts'
import { eventWords, seriesWords } from './words.ts'

/** 活动 (activities): the ledger of events, one event, and the series under each programme. */
export const activitiesRoom: Room = {
  section: 'culture',
  items: [
    {
      path: '/activities',
      title: eventWords.title,
      authority: 'activities.read',
      load: () => import('./event-list.tsx').then((page) => page.EventListPage),
    },
    {
      path: '/activities/series',
      title: seriesWords.title,
      authority: 'activities.read',
      load: () => import('./series-list.tsx').then((page) => page.SeriesListPage),
    },
    {
      path: '/activities/events/$eventId',
      title: eventWords.noun,
      authority: 'activities.read',
      isHidden: true,
      load: () => import('./event-page.tsx').then((page) => page.EventPage),
    },
  ],
}
