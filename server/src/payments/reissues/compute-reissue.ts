import type { Benefit } from '@dongzhou/terms/benefit'
import { houseRulesOf } from '../../benefits/index.ts'
import type { ActionSetting } from '../../platform/setting.ts'
import { keptPersonIds, listRecipients } from '../../registry/index.ts'
import { checkRecipients } from '../runs/recipient-checks.ts'
import { changeRun, type Run } from '../runs/runs.sql.ts'
import { recordFindings, recordLines, recordTransfers } from '../runs/store.sql.ts'
import { type Claimed, isClaimedSample, listClaimed } from './claims.sql.ts'

/** 计算补发退汇: each claimed transfer once more, into the account that stands on file now. */
export async function computeReissue(setting: ActionSetting, run: Run): Promise<void> {
  const claimed = await claimedOf(setting, run)
  const ids = [...new Set(claimed.map(({ person }) => person))]
  const people = new Map((await listRecipients(setting, ids)).map((one) => [one.id, one]))
  const amounts = new Map<number, number>()
  for (const { person, amount } of claimed) amounts.set(person, (amounts.get(person) ?? 0) + amount)
  const payees = ids.map((person) => ({
    person,
    amount: amounts.get(person) ?? 0,
    benefits: [] as readonly Benefit[],
    since: run.month,
  }))
  const { findings, held } = await checkRecipients(setting, run.id, payees, {
    ...{ people, excluded: [] },
    house: await houseRulesOf(setting, setting.today),
  })
  const divisions = new Map(claimed.map(({ person, division }) => [person, division]))
  const divisionOf = (person: number) => divisions.get(person) ?? run.division
  await recordLines(
    setting,
    run,
    claimed.map(({ person, benefit, month, amount, cause }) => ({
      person,
      benefit,
      month,
      kind: 'reissue',
      amount,
      cause,
    })),
    { divisionOf, basis: { rateIdsOf: () => [], versionOf: () => 0, knownAt: setting.now } },
  )
  await recordTransfers(
    setting,
    run,
    claimed.map(({ id, person, amount, division }) => ({
      share: { person, gross: amount, offset: 0, amount, withheld: [] },
      division,
      onFile: people.get(person),
      heldBecause: held.get(person)?.say,
      reissueOf: id,
    })),
  )
  await recordFindings(setting, run, findings, { divisionOf, amountOf: (person) => amounts.get(person) ?? 0 })
  await changeRun(setting, run.id, {
    jobId: null,
    computedAt: setting.now,
    isSample: await isClaimedSample(setting.tx, run.id),
    people: ids.length,
    list: claimed.reduce((sum, { amount }) => sum + amount, 0),
    unknown: 0,
    unexplained: 0,
  })
}

/** What the run has taken up, under the file each person has today: a file that was merged has no account any more. */
async function claimedOf({ tx }: ActionSetting, { id }: Run): Promise<readonly Claimed[]> {
  const claimed = await listClaimed(tx, id)
  const kept = await keptPersonIds(tx, [...new Set(claimed.map(({ person }) => person))])
  return claimed.map((one) => ({ ...one, person: kept.get(one.person) ?? one.person }))
}
