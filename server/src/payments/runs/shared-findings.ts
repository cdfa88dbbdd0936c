import type { HouseRules } from '@dongzhou/engines/benefits'
import { gravestFirst, heldBy } from '@dongzhou/engines/payments'
import type { ActionSetting } from '../../platform/setting.ts'
import { listRecipients } from '../../registry/index.ts'
import { listFindingsOfAll, listStandingOf, setHolds } from './findings.sql.ts'
import { listPassed } from './ground.sql.ts'
import { checkRecipients } from './recipient-checks.ts'
import type { Run } from './runs.sql.ts'
import { recordFindings } from './store.sql.ts'

const PEOPLE_AT_ONCE = 20_000

/**
 * 重号核查: the checks that compare recipients with each other, over those whose number came up more than once. Whoever stands in another
 * portion is found only when all portions are stored; the money of theirs that is not held yet is held then.
 */
export async function recordSharedFindings(
  setting: ActionSetting,
  run: Run,
  people: readonly number[],
  house: HouseRules,
): Promise<void> {
  if (people.length === 0) return
  const onFile = new Map((await listRecipients(setting, people)).map((one) => [one.id, one]))
  const payees = people.map((person) => ({ person, amount: 0, benefits: [], since: undefined }))
  const { findings } = await checkRecipients(setting, run.id, payees, {
    people: onFile,
    excluded: [],
    which: 'compared',
    house,
  })
  const concerned = [...new Set(findings.map(({ person }) => person))]
  const passed = await listPassed(setting.tx, run.id)
  for (let from = 0; from < concerned.length; from += PEOPLE_AT_ONCE) {
    const some = concerned.slice(from, from + PEOPLE_AT_ONCE)
    const ids = new Set(some)
    const shared = findings.filter(({ person }) => ids.has(person))
    const own = await listFindingsOfAll(setting.tx, run, some)
    const standing = await listStandingOf(setting.tx, run, some)
    await recordFindings(setting, run, shared, {
      divisionOf: (person) => standing.get(person)?.division ?? run.division,
      amountOf: (person) => standing.get(person)?.amount ?? 0,
    })
    const held = heldBy(gravestFirst([...own, ...shared]), ({ check, person }) => passed.has(`${check} ${person}`))
    await setHolds(setting, run, held)
  }
}
