import type { DivisionCode } from '@dongzhou/terms/division'
import type { ActionSetting } from '../../platform/setting.ts'
import { listPeopleByIds } from '../../registry/index.ts'
import {
  closePairs,
  findPairOf,
  listOpenPairsOf,
  listPairsOfMerge,
  type NewPair,
  type Pair,
  recordPairs,
  reopenPairs,
} from '../pairs/pairs.sql.ts'

interface Side {
  readonly id: number
  readonly division: DivisionCode
}

/** Who may have been the dropped person may now be the kept one: the open pairs move over, except where somebody has decided already. */
export async function carryPairs(
  setting: ActionSetting,
  { mergeId, keep, drop }: { readonly mergeId: number; readonly keep: Side; readonly drop: Side },
): Promise<void> {
  const open = await listOpenPairsOf(setting, [drop.id])
  await closePairs(
    setting,
    open.map(({ id }) => id),
    { state: 'withdrawn', because: '其中一份档案已并入另一份', byMerge: mergeId },
  )
  const fresh: NewPair[] = []
  for (const pair of open) {
    // A person stands in a handful of open pairs at most.
    const carried = carriedTo(keep, drop.id, pair, mergeId)
    if (!(await findPairOf(setting, carried.firstId, carried.secondId))) fresh.push(carried)
  }
  await recordPairs(setting, fresh)
}

/** The queue after a merge was taken back: what it had withdrawn waits again, what it had opened goes, the pair itself is decided. */
export async function carryPairsBack(setting: ActionSetting, mergeId: number, because: string): Promise<void> {
  const closed = await listPairsOfMerge(setting, mergeId, 'closed_by_merge')
  const opened = await listPairsOfMerge(setting, mergeId, 'opened_by_merge')
  await closePairs(
    setting,
    opened.filter(({ state }) => state === 'open').map(({ id }) => id),
    { state: 'withdrawn', because: '合并已拆分' },
  )
  await closePairs(
    setting,
    closed.filter(({ state }) => state === 'same').map(({ id }) => id),
    { state: 'different', because },
  )
  await reopenPairs(setting, await idsOfListed(setting, closed))
}

// The other of the two may have been merged or withdrawn meanwhile.
async function idsOfListed(setting: ActionSetting, pairs: readonly Pair[]): Promise<readonly number[]> {
  const people = await listPeopleByIds(setting, [
    ...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId])),
  ])
  const listed = new Set(people.filter(({ isListed }) => isListed).map(({ id }) => id))
  return pairs.filter(({ firstId, secondId }) => listed.has(firstId) && listed.has(secondId)).map(({ id }) => id)
}

function carriedTo(keep: Side, dropId: number, pair: Pair, mergeId: number): NewPair {
  const isFirst = pair.firstId === dropId
  const other = { id: isFirst ? pair.secondId : pair.firstId, division: pair.divisions[isFirst ? 1 : 0] }
  const [first, second] = keep.id < other.id ? [keep, other] : [other, keep]
  return {
    firstId: first.id,
    secondId: second.id,
    divisions: [first.division, second.division],
    likeness: pair,
    openedByMerge: mergeId,
  }
}
