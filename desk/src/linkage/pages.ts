import type { Room } from '../kit/room.ts'
import { linkageWords } from './words.ts'

/** 疑似重复 (linkage): the queue, two people side by side, and the merges that were made. */
export const linkageRoom: Room = {
  section: 'base',
  items: [
    {
      path: '/linkage',
      title: linkageWords.title,
      authority: 'registry.read',
      load: () => import('./pair-list.tsx').then((page) => page.PairListPage),
    },
    {
      path: '/linkage/pairs/$pairId',
      title: linkageWords.pairTitle,
      authority: 'registry.read',
      isHidden: true,
      load: () => import('./compare/pair-page.tsx').then((page) => page.PairPage),
    },
    {
      path: '/linkage/compare',
      title: linkageWords.compareTitle,
      authority: 'linkage.decide',
      isHidden: true,
      load: () => import('./compare/compare-page.tsx').then((page) => page.ComparePage),
    },
    {
      path: '/linkage/merges',
      title: linkageWords.mergesTitle,
      authority: 'registry.read',
      isHidden: true,
      load: () => import('./merges/merge-list.tsx').then((page) => page.MergeListPage),
    },
    {
      path: '/linkage/merges/$mergeId/undo',
      title: linkageWords.unmergeTitle,
      authority: 'linkage.decide',
      isHidden: true,
      load: () => import('./merges/unmerge-page.tsx').then((page) => page.UnmergePage),
    },
  ],
}
