import { holdsSealed } from '@dongzhou/terms/fact'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayOpenSealed } from '../policy.ts'
import { clearText } from '../present-fact.ts'
import { listFactsOf } from './facts.sql.ts'
import { findPerson } from './people.sql.ts'

export interface OpenSealed {
  readonly personId: number
  readonly factId: number
  readonly purpose: string
}

/**
 * 查看原文: a fact in clear, sealed as a whole or in part, for a stated purpose that the trail keeps. The one way by which what is sealed gets
 * onto a screen; rules read the sealed part of a rating without it, in bulk, and what they answer names no finding.
 */
export async function openSealed(setting: ActionSetting, input: OpenSealed): Promise<{ text: string }> {
  const person = await findPerson(setting, input.personId)
  if (!person) throw new Fault('registry.person-not-found')
  requireMay(mayOpenSealed(setting.clerk, person))
  const fact = (await listFactsOf(setting, [person.id], 'all')).find(({ id }) => id === input.factId)
  if (!fact) throw new Fault('registry.fact-not-found')
  if (!holdsSealed(fact)) throw new Fault('registry.nothing-to-open')
  await recordTrail(setting, {
    verb: 'registry.open-sealed',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    after: { factId: fact.id, kind: fact.kind },
    purpose: input.purpose,
  })
  return { text: clearText(fact) }
}
