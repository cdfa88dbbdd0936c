import type { registry } from '@dongzhou/contract/registry'
import type { InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { Fault } from '../../platform/fault.ts'
import type { Setting } from '../../platform/setting.ts'
import { listTrailOf } from '../../platform/trail.sql.ts'
import { verbName } from '../../platform/verb-names.ts'
import { findPerson } from './people.sql.ts'

type Contract = (typeof registry.listLookers)['~orpc']
type Input = InferSchemaOutput<NonNullable<Contract['inputSchema']>>
type Output = InferSchemaInput<NonNullable<Contract['outputSchema']>>

/** 谁看过: who looked at or changed this person, newest first, with the stated purpose. */
export async function listLookers(setting: Setting, input: Input): Promise<Output> {
  if (!(await findPerson(setting, input.personId))) throw new Fault('registry.person-not-found')
  const found = await listTrailOf(setting, { kind: 'person', id: String(input.personId) }, input)
  return {
    ...found,
    items: found.items.map((row) => ({
      at: row.at.toISOString(),
      actor: row.actorName,
      verbName: verbName(row.verb),
      purpose: row.purpose ?? null,
    })),
  }
}
