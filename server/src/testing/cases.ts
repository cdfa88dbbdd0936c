import { day } from '@dongzhou/terms/day'
import type { Fact, FactKind, FactValues } from '@dongzhou/terms/fact'
import type { ActionSetting } from '../platform/setting.ts'
import { recordPeople } from '../registry/index.ts'
import { aFact, anIdNumber } from './people.ts'
import { EAST_VILLAGE } from './test-bureau.ts'

/** Somebody of the eastern village of whom the bureau has seen every paper the subsidy at 60 asks for. Answers their id. */
export async function anApplicant(setting: ActionSetting, sequence: string): Promise<number> {
  const facts = [
    seen('name', { name: '王建国' }),
    seen('id-number', { idNumber: anIdNumber('19640610', sequence) }),
    seen('birth', dated('1964-06-10')),
    seen('residence', { division: EAST_VILLAGE }),
    { ...seen('household-registration', { kind: 'rural', division: EAST_VILLAGE }), validFrom: day('1970-01-01') },
    seen('identity', { identity: 'veteran' }),
    seen('service', {
      enlisted: dated('1983-11-05'),
      discharged: dated('1986-10-30'),
      conscriptFrom: dated('1983-11-05'),
      conscriptTo: dated('1986-10-30'),
    }),
    seen('bank-account', { bank: '农商银行', account: `62148500000${sequence}`, holder: '王建国' }),
    seen('pension-insurance', { kind: '城乡居民养老保险' }),
    seen('arrangement', { mode: 'demobilised' }),
  ]
  const [recorded] = await recordPeople(setting, 'registry.register-person', [{ personId: undefined, facts }])
  if (!recorded) throw new Error('nobody was recorded')
  return recorded.personId
}

function seen<K extends FactKind>(kind: K, value: FactValues[K]): Fact {
  return { ...aFact(kind, value, { kind: 'clerk', note: '原件' }), certainty: 'confirmed' } as Fact
}

function dated(text: string) {
  return { day: day(text), precision: 'day' } as const
}
