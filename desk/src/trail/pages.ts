import type { Room } from '../kit/room.ts'
import { trailWords } from './words.ts'

/** 留痕: read and verified by the auditor. */
export const trailRoom: Room = {
  section: 'base',
  items: [
    {
      path: '/trail',
      title: trailWords.title,
      authority: 'trail.read',
      load: () => import('./trail-page.tsx').then((page) => page.TrailPage),
    },
  ],
}
