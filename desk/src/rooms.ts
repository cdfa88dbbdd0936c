import { accessRoom } from './access/pages.ts'
import { activitiesRoom } from './activities/pages.ts'
import { benefitsRoom } from './benefits/pages.ts'
import { caseworkRoom } from './casework/pages.ts'
import { homeRoom } from './home/pages.ts'
import { intakeRoom } from './intake/pages.ts'
import type { Room } from './kit/room.ts'
import { linkageRoom } from './linkage/pages.ts'
import { paymentsRoom } from './payments/pages.ts'
import { planRoom } from './plan/pages.ts'
import { registryRoom } from './registry/pages.ts'
import { reportsRoom } from './reports/pages.ts'
import { sessionRoom } from './session/pages.ts'
import { trailRoom } from './trail/pages.ts'
import { visitsRoom } from './visits/pages.ts'

/** Every room of the desk, in the order their pages stand in the menu. A new room is one line here. */
export const rooms: readonly Room[] = [
  homeRoom,
  sessionRoom,
  registryRoom,
  accessRoom,
  trailRoom,
  intakeRoom,
  linkageRoom,
  benefitsRoom,
  caseworkRoom,
  paymentsRoom,
  activitiesRoom,
  visitsRoom,
  planRoom,
  reportsRoom,
]
