import type { benefits } from '@dongzhou/contract/benefits'
import type { benefitsRates } from '@dongzhou/contract/benefits-rates'
import type { RoutesOf } from '../platform/routes.ts'
import { entitlementRoutes } from './entitlement-routes.ts'
import { ratesRoutes } from './rates/routes.ts'

/** The routes of 优待抚恤: the rate book, and what the rules make of it. */
export const benefitsRoutes: RoutesOf<typeof benefits & typeof benefitsRates> = { ...ratesRoutes, ...entitlementRoutes }
