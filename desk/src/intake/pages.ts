import type { Room } from '../kit/room.ts'
import { intakeWords } from './words.ts'

/** 台账导入 (intake): the ledger of batches, and the wizard of one. */
export const intakeRoom: Room = {
  section: 'base',
  items: [
    {
      path: '/intake',
      title: intakeWords.title,
      authority: 'intake.read',
      load: () => import('./batch-list.tsx').then((page) => page.BatchListPage),
    },
    {
      path: '/intake/new',
      title: intakeWords.newTitle,
      authority: 'intake.write',
      isHidden: true,
      load: () => import('./start-page.tsx').then((page) => page.StartPage),
    },
    {
      path: '/intake/batches/$batchId',
      title: intakeWords.batchTitle,
      authority: 'intake.read',
      isHidden: true,
      load: () => import('./batch-page.tsx').then((page) => page.BatchPage),
    },
  ],
}
