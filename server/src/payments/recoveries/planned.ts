import type { Recovery } from '@dongzhou/engines/payments'
import type { Setting } from '../../platform/setting.ts'
import { mergedFilesOf } from '../../registry/index.ts'
import { listPlannedRecoveries } from '../runs/ground.sql.ts'
import type { Run } from '../runs/runs.sql.ts'
import { listWithheld, type Withheld } from './withheld.sql.ts'

/** 待扣款项: what the plans of some people still ask of the month of a run. An instalment is one a month, whatever runs the month has. */
export async function plannedRecoveriesOf(
  { tx }: Setting,
  run: Pick<Run, 'id' | 'month'>,
  people: readonly number[],
): Promise<ReadonlyMap<number, readonly Recovery[]>> {
  const planned = await listPlannedRecoveries(tx, people, await mergedFilesOf(tx, people))
  if (planned.size === 0) return planned
  const withheld = await listWithheld(tx, run)
  return new Map([...planned].map(([person, own]) => [person, own.map((one) => less(one, withheld.get(one.id)))]))
}

function less({ monthly = 0, rest, ...recovery }: Recovery, withheld: Withheld | undefined): Recovery {
  const { ofMonth = 0, unbooked = 0 } = withheld ?? {}
  return { ...recovery, rest: rest - unbooked, monthly: Math.max(0, monthly - ofMonth) }
}
