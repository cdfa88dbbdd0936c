import { bureauDivision } from '../platform/bureau-division.ts'
import type { Setting } from '../platform/setting.ts'

/** Does the clerk see the whole bureau? Targets are the bureau's; a part of it is set against none. */
export function seesWholeBureau({ clerk, bureau }: Setting): boolean {
  return clerk.division === bureauDivision(bureau)
}
