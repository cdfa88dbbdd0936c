import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { project } from '@dongzhou/engines/registry'
import { type Fact, factKinds, partsOfValue } from '@dongzhou/terms/fact'
import { Fault, requireMay } from '../../platform/fault.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { recordTrail } from '../../platform/trail.sql.ts'
import { mayWritePerson } from '../policy.ts'
import { factsOfClerk } from './fact-draft.ts'
import { findFactForUpdate, listFactsOf, recordFacts, supersedeFacts } from './facts.sql.ts'
import { loadPersonForChange } from './load-person.ts'
import { changeProjections, moveToDivision, type Person } from './people.sql.ts'
import { requireKeepable } from './record-people.ts'

export interface CorrectFact {
  readonly personId: number
  readonly version: number
  readonly factId: number
  readonly fact: FactDraft
  readonly because: string
}

/** 更正事实: the wrong value is superseded, never overwritten; both stay on the timeline with the reason. */
export async function correctFact(
  setting: ActionSetting,
  input: CorrectFact,
): Promise<{ id: number; version: number }> {
  const person = await loadPersonForChange(setting, input)
  const wrong = await findFactForUpdate(setting, person.id, input.factId)
  if (!wrong || wrong.supersededAt !== undefined) throw new Fault('registry.fact-not-found')
  if (wrong.kind !== input.fact.kind) throw new Fault('registry.fact-kind-differs')
  const facts = factsOfClerk([input.fact], input.because).map((fact) => withUnseen(fact, wrong))
  await supersedeFacts(setting, [wrong.id], input.because)
  const recorded = await recordFacts(
    setting,
    facts.map((fact) => ({ personId: person.id, division: person.division, fact })),
  )
  await refreshPerson(setting, person)
  await recordTrail(setting, {
    verb: 'registry.correct-fact',
    subject: { kind: 'person', id: person.id },
    division: person.division,
    // Numbers only: the audit administrator reads the trail and may see nobody's file. Who may, finds the values there.
    before: { kind: wrong.kind, factIds: [wrong.id] },
    after: { kind: wrong.kind, factIds: recorded },
    purpose: input.because,
  })
  return { id: person.id, version: person.version + 1 }
}

// A clerk who corrects a grade does not see what is sealed beside it: what they leave unsaid of that stays as it was.
function withUnseen(fact: Fact, wrong: Fact): Fact {
  const { sealed } = partsOfValue(wrong)
  if (factKinds[wrong.kind].sealed || sealed === undefined || fact.kind !== wrong.kind) return fact
  const said = Object.fromEntries(Object.entries(fact.value).filter(([, value]) => value !== undefined))
  // Both values are of one kind, which a union cannot say of a spread.
  return { ...fact, value: { ...sealed, ...said } } as Fact
}

/** Rewrites the projection from the facts in force, and moves the person when the place changed. */
export async function refreshPerson(setting: ActionSetting, person: Person): Promise<void> {
  const facts = await listFactsOf(setting, [person.id], 'open')
  const projection = requireKeepable(project(facts, setting.today))
  requireMay(mayWritePerson(setting.clerk, { division: projection.divisionCode }))
  if ((await changeProjections(setting, [{ id: person.id, projection }])) !== 1)
    throw new Fault('platform.nothing-changed')
  if (projection.divisionCode !== person.division)
    await moveToDivision(setting.tx, [person.id], projection.divisionCode)
}
