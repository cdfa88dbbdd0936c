import type { DivisionCode } from '@dongzhou/terms/division'
import { Fault } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import {
  endPairingRow,
  type FoldedVisits,
  foldVisits,
  lockPairingsOf,
  type MergingPairing,
  pointPairings,
  reopenPairingRow,
  restorePairingRow,
  unfoldVisits,
  withdrawPairingRow,
} from './merging.sql.ts'

/** What a merge of two files did to their pairings, by ids: what taking it back needs. */
export interface PairingMoves {
  /** The dropped person's, now the kept person's. */
  readonly moved: readonly number[]
  /** Ended, because the same person has another organisation in the scheme. */
  readonly ended: readonly { readonly id: number; readonly state: string }[]
  /** The same two paired twice: withdrawn, its visits under the one that stands. */
  readonly folded: readonly ({ readonly id: number; readonly into: number } & FoldedVisits)[]
}

interface Placed {
  readonly id: number
  readonly division: DivisionCode
}

const SAME_PAIR = '合并档案：同一结对登记了两次'
const OTHER_ORGANISATION = '合并档案：该对象在同一方案中另有结对单位'

/**
 * 结对随合并 (merge pairings): the pairings of the dropped file become the kept one's. A pair told twice counts once, and of two
 * organisations in one scheme one stays: a confirmed one before a proposed one, else the kept file's.
 */
export async function mergePairings(
  setting: ActionSetting,
  verb: string,
  { keep, drop }: { readonly keep: Placed; readonly drop: Placed },
): Promise<PairingMoves> {
  const all = await lockPairingsOf(setting, [keep.id, drop.id])
  const own = all.filter(({ personId }) => personId === drop.id)
  const clashes = own.flatMap((dropped) => {
    const kept = all.find((other) => other.personId === keep.id && isClash(dropped, other))
    return kept ? [ranked(kept, dropped)] : []
  })
  const ended: PairingMoves['ended'][number][] = []
  const folded: PairingMoves['folded'][number][] = []
  // One scheme a year: a person stands in a handful of clashes at most.
  for (const { stands, yields } of clashes) {
    if (stands.organisationId !== yields.organisationId) {
      await endPairingRow(setting, yields, OTHER_ORGANISATION)
      ended.push({ id: yields.id, state: yields.state })
    } else {
      await withdrawPairingRow(setting, yields.id, SAME_PAIR)
      const visits = await foldVisits(setting, { from: yields.id, into: stands.id, because: SAME_PAIR })
      folded.push({ id: yields.id, into: stands.id, ...visits })
    }
  }
  const moved = own.map(({ id }) => id)
  if ((await pointPairings(setting, moved, keep)) !== moved.length) throw new Fault('platform.nothing-changed')
  await leaveTrail(setting, verb, { moves: { moved, ended, folded }, from: drop, to: keep })
  return { moved, ended, folded }
}

/** 结对随拆分: takes back what a merge did; what came since, and a pairing made since in the same scheme, stays where it is. */
export async function unmergePairings(
  setting: ActionSetting,
  verb: string,
  { moves, keep, drop }: { readonly moves: PairingMoves; readonly keep: Placed; readonly drop: Placed },
): Promise<void> {
  if ((await pointPairings(setting, moves.moved, drop)) !== moves.moved.length) {
    throw new Fault('platform.nothing-changed')
  }
  for (const { id, state } of moves.ended) await reopenPairingRow(setting, id, state, OTHER_ORGANISATION)
  for (const { id, ...visits } of moves.folded) {
    await restorePairingRow(setting, id, SAME_PAIR)
    await unfoldVisits(setting, id, visits)
  }
  await leaveTrail(setting, verb, { moves, from: keep, to: drop })
}

function isClash(one: MergingPairing, other: MergingPairing): boolean {
  return one.schemeId === other.schemeId && one.state !== 'ended' && other.state !== 'ended'
}

function ranked(kept: MergingPairing, dropped: MergingPairing) {
  const isBetter = dropped.state === 'confirmed' && kept.state === 'proposed'
  return isBetter ? { stands: dropped, yields: kept } : { stands: kept, yields: dropped }
}

interface Moving {
  readonly moves: PairingMoves
  readonly from: Placed
  readonly to: Placed
}

async function leaveTrail(setting: ActionSetting, verb: string, { moves, from, to }: Moving): Promise<void> {
  const touched = new Set([...moves.moved, ...moves.ended.map(({ id }) => id), ...moves.folded.map(({ id }) => id)])
  await recordTrails(
    setting,
    [...touched].map((id) => ({
      verb,
      subject: { kind: 'pairing', id },
      division: to.division,
      before: { personId: from.id },
      after: { personId: to.id },
    })),
  )
}
