import type { Room } from '../kit/room.ts'
import { healthPageWords } from './health-words.ts'
import { homeWords } from './words.ts'

/** 工作台 (home): what waits for the one who has signed in. Open to everybody; each sees what their authorities allow. */
export const homeRoom: Room = {
  section: 'home',
  items: [
    {
      path: '/',
      title: homeWords.title,
      authority: undefined,
      load: () => import('./home-page.tsx').then((page) => page.HomePage),
    },
    {
      path: '/health',
      title: healthPageWords.title,
      authority: 'benefits.read',
      load: () => import('./health-page.tsx').then((page) => page.HealthPage),
    },
    {
      path: '/health/$code',
      title: healthPageWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./health-rows-page.tsx').then((page) => page.HealthRowsPage),
    },
  ],
}
