import type { Room } from './kit/room.ts'
import { sessionRoom } from './session/pages.ts'

/** Every room of the desk, in the order their pages stand in the menu. A new room is one line here. */
export const rooms: readonly Room[] = [sessionRoom]
