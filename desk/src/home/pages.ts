import type { Room } from '../kit/room.ts'
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
  ],
}
