import { matchPeople } from '../linkage/index.ts'
import type { Setting } from '../platform/setting.ts'
import type { Match } from './matches.sql.ts'
import type { MatchKey } from './staged.ts'

/** Who on file the rows may speak of, two questions for all of them. */
export async function matchRows(setting: Setting, keys: readonly MatchKey[]): Promise<readonly Match[]> {
  if (keys.length === 0) return []
  const found = await matchPeople(setting, keys)
  return [...found].flatMap(([row, candidates]) =>
    candidates.flatMap(({ personId, likeness }): readonly Match[] =>
      likeness.band === 'different'
        ? []
        : [
            {
              row,
              personId,
              band: likeness.band,
              score: Math.round(likeness.score),
              reasons: likeness.reasons,
              decided: undefined,
            },
          ],
    ),
  )
}
