import type { Clerk } from './clerk.ts'
import type { Bureau } from './setting.ts'

/** Who asks, on whose behalf, and how surely we know. */
export interface Identity {
  readonly bureau: Bureau
  readonly clerk: Clerk
  readonly userName: string
  readonly secondFactor: 'on' | 'off' | 'required'
}
