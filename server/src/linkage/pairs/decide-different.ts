import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrails } from '../../platform/trail.sql.ts'
import { listPeopleByIds } from '../../registry/index.ts'
import { mayDecide } from '../policy.ts'
import { closePairs, findPairForUpdate, type Pair } from './pairs.sql.ts'

export interface DecideDifferent {
  readonly pairId: number
  readonly version: number
  readonly because: string
}

/** 裁定为不同人: the pair leaves the queue and does not come back by itself; the reason stays in the trail of both. */
export async function decideDifferent(
  setting: ActionSetting,
  input: DecideDifferent,
): Promise<{ id: number; version: number }> {
  const pair = await findPairForUpdate(setting, input.pairId)
  if (!pair) throw new Fault('linkage.pair-not-found')
  await requireBoth(setting, pair)
  if (pair.version !== input.version) throw new Fault('platform.changed-meanwhile', { version: pair.version })
  if (pair.state !== 'open') throw new Fault('linkage.pair-decided', { state: pair.state })
  const closed = await closePairs(setting, [pair.id], { state: 'different', because: input.because })
  if (closed !== 1) throw new Fault('platform.nothing-changed')
  await recordTrails(
    setting,
    [pair.firstId, pair.secondId].map((personId, at) => ({
      verb: 'linkage.decide-different',
      subject: { kind: 'person', id: personId },
      division: pair.divisions[at],
      before: { pairId: pair.id, state: pair.state, score: pair.score },
      after: { pairId: pair.id, state: 'different', otherPersonId: at === 0 ? pair.secondId : pair.firstId },
      purpose: input.because,
    })),
  )
  return { id: pair.id, version: pair.version + 1 }
}

// Where they live today counts: the pair keeps the divisions of the day it was found.
async function requireBoth(setting: ActionSetting, pair: Pair): Promise<void> {
  const people = await listPeopleByIds(setting, [pair.firstId, pair.secondId])
  if (people.length !== 2) throw new Fault('access.outside-jurisdiction')
  requireMay(
    mayDecide(
      setting.clerk,
      people.map(({ division }) => division),
    ),
  )
}
