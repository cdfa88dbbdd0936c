import type { Authority } from '@dongzhou/terms/role'
import type { ComponentType } from 'react'
import type { MenuSection } from '../words/sections.ts'

/** A page of a room. `load` fetches its code when it is first opened. */
export interface RoomPage {
  /** As the router writes it: `/registry/people`, `/registry/people/$personId`. */
  readonly path: string
  readonly title: string
  /** undefined: everybody who has signed in. */
  readonly authority: Authority | undefined
  readonly load: () => Promise<ComponentType>
  /** A page reached only from another one, as a record is from its list, is not in the menu. */
  readonly isHidden?: boolean
}

/** What a room's `pages.ts` exports; `routes.tsx` collects them. */
export interface Room {
  readonly section: MenuSection
  readonly items: readonly RoomPage[]
}

/** The menu as one person may see it. */
export interface MenuGroup {
  readonly section: MenuSection
  readonly items: readonly { readonly path: string; readonly title: string }[]
}

/** The pages a person may open, by section in the order of the rail; a section without any is left out. */
export function menuFor(
  rooms: readonly Room[],
  order: readonly MenuSection[],
  may: ReadonlySet<Authority>,
): readonly MenuGroup[] {
  return order
    .map((section) => ({
      section,
      items: rooms
        .filter((room) => room.section === section)
        .flatMap((room) => room.items)
        .filter((page) => !page.isHidden && mayOpen(page, may))
        .map(({ path, title }) => ({ path, title })),
    }))
    .filter((group) => group.items.length > 0)
}

/** May somebody with these authorities open the page at all? The server decides again for every record. */
export function mayOpen(page: Pick<RoomPage, 'authority'>, may: ReadonlySet<Authority>): boolean {
  return page.authority === undefined || may.has(page.authority)
}

/** The menu path an address belongs to: the longest that it begins with, by whole segments. */
export function activePath(paths: readonly string[], address: string): string | undefined {
  return paths
    .filter((path) => (path === '/' ? address === '/' : address === path || address.startsWith(`${path}/`)))
    .sort((one, other) => other.length - one.length)[0]
}
