import type { FactDraft } from '@dongzhou/contract/fact-draft'
import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { factKinds } from '@dongzhou/terms/fact'
import type { Rate } from '@dongzhou/terms/rate'
import { sql } from 'kysely'
import { confirmRates } from '../benefits/rates/confirm-rates.ts'
import { proposeRates } from '../benefits/rates/propose-rates.ts'
import { mergePeople } from '../linkage/merges/merge-people.ts'
import { listFactsOf, listPeopleByIds } from '../registry/index.ts'
import { correctFact } from '../registry/people/correct-fact.ts'
import { recordFact } from '../registry/people/record-fact.ts'
import { aDraft } from './benefits.ts'
import type { Hand, PayOffice } from './pay-office.ts'

/** 登记: something new in somebody's life. */
export async function learn(
  office: PayOffice,
  personId: number,
  fact: FactDraft,
  hand: Hand = 'registrar',
): Promise<void> {
  await office.act(hand, async (setting) => {
    const [person] = await listPeopleByIds(setting, [personId])
    await recordFact(setting, { personId, version: person?.version ?? 0, fact, note: '证件原件' })
  })
}

/** 更正: what stood on file of this kind was wrong. */
export async function correct(
  office: PayOffice,
  personId: number,
  fact: FactDraft,
  hand: Hand = 'registrar',
): Promise<void> {
  await office.act(hand, async (setting) => {
    const [person] = await listPeopleByIds(setting, [personId])
    const open = await listFactsOf(setting, [personId], 'open')
    const wrong = open.find(({ kind }) => kind === fact.kind)
    const input = { personId, version: person?.version ?? 0, factId: wrong?.id ?? 0, fact, because: '登记有误' }
    await correctFact(setting, input)
  })
}

export function dies(office: PayOffice, personId: number, on: string): Promise<void> {
  return learn(office, personId, { kind: 'death', value: { day: day(on), precision: 'day' } })
}

export function accountOf(account: string, holder: string): FactDraft {
  return { kind: 'bank-account', value: { bank: '农商行', account, holder } }
}

export function movedTo(division: DivisionCode, from: string): FactDraft {
  return { kind: 'residence', value: { division }, validFrom: day(from) }
}

/** 合并: two files of one person become one; of what they disagree on, the kept file's values stand. */
export async function merge(office: Pick<PayOffice, 'act'>, keepId: number, dropId: number): Promise<void> {
  await office.act('maker', async (setting) => {
    const people = await listPeopleByIds(setting, [keepId, dropId])
    const seen = (id: number) => ({ id, version: people.find((one) => one.id === id)?.version ?? 0 })
    const own = (await listFactsOf(setting, [keepId], 'open')).filter(({ kind }) => factKinds[kind].holds === 'single')
    const choices = Object.fromEntries(own.map(({ kind, id }) => [kind, id]))
    await mergePeople(setting, { keep: seen(keepId), drop: seen(dropId), choices, because: '同一人重复建档' })
  })
}

/** 标准 of a kind that stand from a day on: entered by one clerk, confirmed by another, in place of what stood before. */
export async function announceRate(
  office: PayOffice,
  rate: Pick<Rate, 'kind' | 'key' | 'value' | 'unit'> & { readonly validFrom: string; readonly announcedOn: string },
): Promise<void> {
  const { validFrom, announcedOn, ...rest } = rate
  const ids = await office.act('maker', async (setting) => {
    const { rows } = await sql<{ id: number }>`
      select id from rate where kind = ${rate.kind} and key = ${rate.key} and valid_from = ${validFrom}::date
        and jurisdiction = 'county' and counts_from is not null and superseded_at is null`.execute(setting.tx)
    const supersedes = rows[0]?.id
    const draft = aDraft({ ...rest, validFrom: day(validFrom), announcedOn: day(announcedOn) })
    const drafts = [supersedes === undefined ? draft : { ...draft, supersedes }]
    return (await proposeRates(setting, { drafts, reason: '迟到的文件，追溯执行' })).ids
  })
  await office.act('checker', (setting) => confirmRates(setting, { rates: ids.map((id) => ({ id, version: 1 })) }))
}
