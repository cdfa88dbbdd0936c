import { access } from './access.ts'
import { intake } from './intake.ts'
import { jobs, trail } from './platform.ts'
import { registry } from './registry.ts'

/** Everything that crosses the wire, room by room. The server implements it, the screens call it, tests walk it. */
export const contract = { access, intake, jobs, registry, trail }
