import type { DivisionCode } from '@dongzhou/terms/division'
import type { Fact, FactKind, FactSource, FactValues } from '@dongzhou/terms/fact'
import { checkCharacterOf } from '@dongzhou/terms/id-number'
import type { ActionSetting } from '../platform/setting.ts'
import { recordPeople } from '../registry/index.ts'
import { EAST_VILLAGE } from './test-bureau.ts'

export interface PersonStory {
  readonly name?: string
  readonly division?: DivisionCode
  readonly idNumber?: string
  readonly phone?: string
  readonly more?: readonly Fact[]
  readonly source?: FactSource
}

/** A veteran on file; states only what matters to the test. Answers the person's id. */
export async function aVeteran(setting: ActionSetting, story: PersonStory = {}): Promise<number> {
  const source = story.source ?? { kind: 'clerk', note: '测试登记' }
  const facts = [
    aFact('name', { name: story.name ?? '张三' }, source),
    aFact('residence', { division: story.division ?? EAST_VILLAGE }, source),
    aFact('identity', { identity: 'veteran' }, source),
    ...(story.idNumber === undefined ? [] : [aFact('id-number', { idNumber: story.idNumber }, source)]),
    ...(story.phone === undefined ? [] : [aFact('phone', { phone: story.phone }, source)]),
    ...(story.more ?? []),
  ]
  const [recorded] = await recordPeople(setting, 'registry.register-person', [{ personId: undefined, facts }])
  if (!recorded) throw new Error('nobody was recorded')
  return recorded.personId
}

export function aFact<K extends FactKind>(kind: K, value: FactValues[K], source: FactSource): Fact {
  // Kind and value are paired by the type parameter; the union of all facts cannot be rebuilt from it without saying so.
  return { kind, value, validFrom: undefined, validTo: undefined, source, certainty: 'stated' } as Fact
}

/** A checksum-valid ID number of the impossible county 999999. */
export function anIdNumber(birth = '19580501', sequence = '001'): string {
  const first17 = `999999${birth}${sequence}`
  return first17 + checkCharacterOf(first17)
}
