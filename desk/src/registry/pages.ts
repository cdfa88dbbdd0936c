import type { Room } from '../kit/room.ts'
import { divisionPageWords, organisationWords, peopleWords, registerWords } from './words.ts'

/** 人员与机构: people, organisations, divisions. */
export const registryRoom: Room = {
  section: 'base',
  items: [
    {
      path: '/registry/people',
      title: peopleWords.title,
      authority: 'registry.read',
      load: () => import('./people-page.tsx').then((page) => page.PeoplePage),
    },
    {
      path: '/registry/people/new',
      title: registerWords.title,
      authority: 'registry.write',
      isHidden: true,
      load: () => import('./register-person-page.tsx').then((page) => page.RegisterPersonPage),
    },
    {
      path: '/registry/people/$personId',
      title: peopleWords.title,
      authority: 'registry.read',
      isHidden: true,
      load: () => import('./person-page.tsx').then((page) => page.PersonPage),
    },
    {
      path: '/registry/organisations',
      title: organisationWords.title,
      authority: 'registry.read',
      load: () => import('./organisations-page.tsx').then((page) => page.OrganisationsPage),
    },
    {
      path: '/registry/divisions',
      title: divisionPageWords.title,
      authority: undefined,
      load: () => import('./divisions-page.tsx').then((page) => page.DivisionsPage),
    },
  ],
}
