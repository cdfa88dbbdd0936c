import type { linkage } from '@dongzhou/contract/linkage'
import { comparePeople } from '@dongzhou/engines/linkage'
import { Fault, requireMay } from '../platform/fault.ts'
import type { RoutesOf } from '../platform/routes.ts'
import type { ActionSetting, Setting } from '../platform/setting.ts'
import { divisionNames, listFactsOf } from '../registry/index.ts'
import { besideEachOther } from './beside.ts'
import { recordOfFacts, recordOfPerson } from './candidates/link-records.ts'
import { findLikely } from './candidates/match-people.ts'
import { startScan } from './candidates/scan.ts'
import { thinkUnmerge } from './merges/later-facts.ts'
import { mergePeople } from './merges/merge-people.ts'
import { findMerge, listMerges } from './merges/merges.sql.ts'
import { unmergePeople } from './merges/unmerge-people.ts'
import { decideDifferent } from './pairs/decide-different.ts'
import { findPair, listPairs } from './pairs/pairs.sql.ts'
import { mayDecide } from './policy.ts'
import {
  divisionsIn,
  lookUp,
  presentCandidates,
  presentLaterFact,
  presentMerge,
  presentPair,
  presentSide,
} from './present.ts'
import { uncoveredMonths } from './uncovered-months.ts'

/** The routes of 疑似同一人: the queue, two people side by side, merge, un-merge, scan. */
export const linkageRoutes: RoutesOf<typeof linkage> = {
  listPairs: async (setting, input) => {
    const found = await listPairs(setting, input, input)
    const seen = await lookUp(
      setting,
      found.items.flatMap(({ firstId, secondId }) => [firstId, secondId]),
    )
    return { ...found, items: found.items.map((pair) => presentPair(setting, pair, seen)) }
  },
  getPair: (setting, input) => getPair(setting, input.id),
  compareTwo: (setting, input) => compareTwo(setting, input.firstId, input.secondId),
  findLikely: async (setting, input) => {
    const matches = await findLikely(setting, recordOfFacts(input.facts))
    const seen = await lookUp(
      setting,
      matches.map(({ personId }) => personId),
    )
    return presentCandidates(setting, matches, seen)
  },
  decideDifferent: (setting, input) => decideDifferent(setting, input),
  mergePeople: (setting, input) => mergePeople(setting, input),
  listMerges: async (setting, input) => {
    const found = await listMerges(setting, input.personId, input)
    const seen = await lookUp(
      setting,
      found.items.flatMap(({ keptId, droppedId }) => [keptId, droppedId]),
    )
    return { ...found, items: found.items.map((merge) => presentMerge(setting, merge, seen)) }
  },
  planUnmerge: (setting, input) => planUnmerge(setting, input.mergeId),
  unmergePeople: (setting, input) => unmergePeople(setting, input),
  startScan: (setting) => startScan(setting),
}

async function getPair(setting: ActionSetting, id: number) {
  const pair = await findPair(setting, id)
  if (!pair) throw new Fault('linkage.pair-not-found')
  const seen = await lookUp(setting, [pair.firstId, pair.secondId])
  // Both may have moved away since the pair was found.
  if (seen.people.size === 0) throw new Fault('linkage.pair-not-found')
  const kinds = seen.people.size === 2 ? await kindsBeside(setting, pair.firstId, pair.secondId) : []
  return { ...presentPair(setting, pair, seen), kinds }
}

async function compareTwo(setting: ActionSetting, firstId: number, secondId: number) {
  if (firstId === secondId) throw new Fault('linkage.same-person')
  const seen = await lookUp(setting, [firstId, secondId])
  const [first, second] = [seen.people.get(firstId), seen.people.get(secondId)]
  if (!first || !second) throw new Fault('registry.person-not-found')
  const { band, score, reasons } = comparePeople(recordOfPerson(first), recordOfPerson(second))
  return {
    band: band === 'different' ? null : band,
    score,
    reasons: reasons.map(({ say }) => say),
    first: presentSide(setting, seen, firstId),
    second: presentSide(setting, seen, secondId),
    kinds: await kindsBeside(setting, firstId, secondId),
    mayDecide: mayDecide(setting.clerk, [first.division, second.division]) === 'yes',
  }
}

async function kindsBeside(setting: Setting, firstId: number, secondId: number) {
  const facts = await listFactsOf(setting, [firstId, secondId], 'open')
  const names = await divisionNames(setting, divisionsIn(facts))
  const of = (id: number) => facts.filter(({ personId }) => personId === id)
  const [mine, theirs] = [of(firstId), of(secondId)]
  return besideEachOther(mine, theirs, names, await uncoveredMonths(setting, mine, theirs))
}

async function planUnmerge(setting: ActionSetting, mergeId: number) {
  const merge = await findMerge(setting, mergeId)
  if (!merge) throw new Fault('linkage.merge-not-found')
  const seen = await lookUp(setting, [merge.keptId, merge.droppedId])
  if (seen.people.size !== 2) throw new Fault('access.outside-jurisdiction')
  requireMay(
    mayDecide(
      setting.clerk,
      [...seen.people.values()].map(({ division }) => division),
    ),
  )
  const { plan, later } = await thinkUnmerge(setting, merge, [])
  const names = await divisionNames(setting, divisionsIn(later.map(({ fact }) => fact)))
  return {
    merge: presentMerge(setting, merge, seen),
    returning: plan.returns.length,
    reopening: plan.reopens.length,
    later: later.map((placed) => presentLaterFact(placed, names)),
  }
}
