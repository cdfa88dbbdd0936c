import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { DeskFrame } from './desk-frame.tsx'
import { CrashPage, NotFoundPage } from './error-pages.tsx'
import { FirstPage } from './first-page.tsx'
import { Waiting } from './kit/loaded.tsx'
import type { RoomPage } from './kit/room.ts'
import { parseSearch, stringifySearch } from './kit/search-params.ts'
import { PageGate } from './page-gate.tsx'
import { rooms } from './rooms.ts'
import { Gate } from './session/gate.tsx'

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: CrashPage })
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk })
const pages = rooms.flatMap((room) => room.items)

/** The desk's pages: one route for each that a room registers. Their code is fetched when they are first opened. */
export const router = createRouter({
  routeTree: root.addChildren([desk.addChildren([...pages.map(routeOf), ...firstPage()]), ...galleryInDevelopment()]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: false,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFound,
})

function Desk() {
  return (
    <Gate>
      <DeskFrame rooms={rooms}>
        <Outlet />
      </DeskFrame>
    </Gate>
  )
}

/** An address nobody knows still stands in the frame, so that one can go on from there. */
function NotFound() {
  return (
    <Gate>
      <DeskFrame rooms={rooms}>
        <NotFoundPage />
      </DeskFrame>
    </Gate>
  )
}

function routeOf(page: RoomPage): AnyRoute {
  const Page = lazy(() => page.load().then((Loaded) => ({ default: Loaded })))
  return createRoute({
    getParentRoute: () => desk,
    path: page.path,
    component: () => (
      <PageGate page={page}>
        <Suspense fallback={<Waiting />}>
          <Page />
        </Suspense>
      </PageGate>
    ),
  })
}

/** Where no room has taken `/`, it leads to the first page that the person may open. */
function firstPage(): readonly AnyRoute[] {
  if (pages.some((page) => page.path === '/')) return []
  return [createRoute({ getParentRoute: () => desk, path: '/', component: FirstPage })]
}

/** The gallery of the kit stands outside the gate and is not in what is built for use. */
function galleryInDevelopment(): readonly AnyRoute[] {
  if (!import.meta.env.DEV) return []
  const Gallery = lazyRouteComponent(() => import('./gallery/gallery-page.tsx'), 'GalleryPage')
  return [createRoute({ getParentRoute: () => root, path: '/gallery', component: Gallery })]
}
