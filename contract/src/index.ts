import { access } from './access.ts'
import { jobs, trail } from './platform.ts'
import { registry } from './registry.ts'

/** Everything that crosses the wire, room by room. The server implements it, the screens call it, tests walk it. */
export const contract = { access, jobs, registry, trail }
