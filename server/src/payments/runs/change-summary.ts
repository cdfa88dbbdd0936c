import type { ChangeSummary } from '@dongzhou/contract/payments-views'
import { monthCode } from '@dongzhou/terms/month'
import { type ChangeCause, changeCauses } from '@dongzhou/terms/payment'
import type { Setting } from '../../platform/setting.ts'
import { sumCauses, sumChanges, sumRegular } from './changes.sql.ts'
import { findRun, type Run } from './runs.sql.ts'
import { countUnexplained } from './standing.sql.ts'

/** 人员增减汇总: in, out, changed and the same, by the month's own money. */
export async function changeSummary(setting: Setting, run: Run): Promise<ChangeSummary> {
  const previous = run.previousRunId === undefined ? undefined : await findRun(setting, run.previousRunId)
  const rows = await sumChanges(setting.tx, run)
  const of = (change: string) => rows.find((row) => row.change === change) ?? { people: 0, before: 0, now: 0 }
  const now = await sumRegular(setting.tx, run)
  const [came, gone, changed] = [of('in'), of('out'), of('changed')]
  const same = { people: now.people - came.people - changed.people, amount: now.amount - came.now - changed.now }
  return {
    previousRunId: previous?.id ?? null,
    previousMonth: previous === undefined ? null : monthCode(previous.month),
    before: run.before ?? {
      people: previous === undefined ? 0 : Math.max(same.people, 0) + changed.people + gone.people,
      amount: previous === undefined ? 0 : same.amount + changed.before + gone.before,
    },
    now,
    in: { people: came.people, amount: came.now },
    out: { people: gone.people, amount: -gone.before },
    changed: { people: changed.people, amount: changed.now - changed.before },
    same: { people: Math.max(same.people, 0), amount: same.amount },
    byCause: (await sumCauses(setting.tx, run)).map(({ cause, people, amount }) => ({
      cause: cause as ChangeCause,
      causeName: changeCauses[cause as ChangeCause],
      people,
      amount,
    })),
    unexplained: await countUnexplained(setting.tx, run),
  }
}
