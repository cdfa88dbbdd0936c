import type { Room } from '../kit/room.ts'
import { accessWords } from './words.ts'

/** 账号: opened, stopped and granted by the administrators, read by the auditor. */
export const accessRoom: Room = {
  section: 'base',
  items: [
    {
      path: '/access/accounts',
      title: accessWords.title,
      authority: 'accounts.read',
      load: () => import('./accounts-page.tsx').then((page) => page.AccountsPage),
    },
  ],
}
