import { day } from '@dongzhou/terms/day'
import { month } from '@dongzhou/terms/month'
import { expect, test } from 'vitest'
import type { ActionSetting } from '../../platform/setting.ts'
import { aBook, aDraft, anAward, told, usualDrafts } from '../../testing/benefits.ts'
import { freshDatabase } from '../../testing/fresh-database.ts'
import { aVeteran } from '../../testing/people.ts'
import { COUNTY } from '../../testing/test-bureau.ts'
import { dueSource } from '../due-source.ts'
import { listChangeLines } from '../forecast/list-changes.ts'
import { listRules } from '../library/list-rules.ts'
import { screenNow } from '../screening/follow-changes.ts'
import { listFindingLines } from '../screening/list-findings.ts'
import { getTimeline } from './timeline.ts'
import { tryRule } from './try-rule.ts'

const { rolledBack } = freshDatabase()
const june = month(2025, 6)
const page = { page: 1, size: 50 }
const FINDING = /mental|精神/

// The nation's row says 25 % of the local wage of the year before.
const drafts = [
  ...usualDrafts,
  aDraft({ kind: 'start-month', key: 'care-allowance', choice: 'approval' }),
  ...[2023, 2024].map((year) =>
    aDraft({
      kind: 'average-wage',
      unit: 'fen-a-year',
      value: 12_000_000,
      validFrom: day(`${year}-01-01`),
      validTo: day(`${year + 1}-01-01`),
    }),
  ),
]

/** Rated five by illness and cared for at home; with the allowance, or with everything for it but the decision. */
function aRated(setting: ActionSetting, mental: boolean | undefined, isDrawing: boolean): Promise<number> {
  return aVeteran(setting, {
    more: [
      told('identity', { identity: 'disabled-veteran' }),
      told('birth', { day: day('1980-03-05'), precision: 'day' }),
      told('disability', { grade: 5, nature: 'illness', approved: day('2024-11-05'), mental }),
      told('care', { mode: 'dispersed' }),
      ...(isDrawing ? [anAward('care-allowance', '2024-11-20')] : []),
    ],
  })
}

/** Everything that is answered about a person without a purpose; what is told to payments stands on their lines and change sheets. */
async function viewsOf(setting: ActionSetting, personId: number) {
  await screenNow(setting, [personId])
  const months = { from: month(2025, 1), to: month(2026, 1) }
  const { rates } = await dueSource.due(setting, { benefits: ['care-allowance'], division: COUNTY, months })
  const { answers } = await tryRule(setting, { personId, benefit: 'care-allowance', month: june })
  return {
    answers,
    lines: (await getTimeline(setting, { personId })).lines,
    findings: (await listFindingLines(setting, { standing: 'open', personId }, page)).items,
    changes: (await listChangeLines(setting, page)).items,
    rates: rates.map(({ name }) => name),
  }
}

test.each([
  ['drawing the allowance', true, true, ['answers', 'lines', 'changes', 'rates']],
  ['waiting for the decision', true, false, ['answers', 'lines', 'findings', 'rates']],
  ['whose rating has another cause', false, true, ['answers', 'lines', 'findings', 'rates']],
  ['whose cause nobody wrote down', undefined, true, ['answers', 'lines', 'findings', 'rates']],
] as const)('no view about somebody %s says for what they were rated', (_who, mental, isDrawing, filled) =>
  rolledBack(async (setting) => {
    await aBook(setting, drafts)
    const personId = await aRated(setting, mental, isDrawing)

    const views = await viewsOf(setting, personId)

    for (const name of filled) expect(JSON.stringify(views[name]), name).toContain('护理费')
    expect(JSON.stringify(views)).not.toMatch(FINDING)
  })(),
)

test(
  'the amount is cited by its grades, without the number of its row in the book, which names the row',
  rolledBack(async (setting) => {
    await aBook(setting, drafts)
    const personId = await aRated(setting, true, true)

    const { answers } = await tryRule(setting, { personId, benefit: 'care-allowance', month: june })

    const rate = { id: null, key: 'grades-5-6', kindName: '护理费比例 五级、六级', valueText: '25%（按基数）' }
    expect(answers).toMatchObject([{ due: { kind: 'entitled', amount: 250_000, parts: [{ rate }] } }])
    expect(answers[0]?.letter.join('')).toContain('护理费比例 五级、六级')
    expect(JSON.stringify(await listRules(setting))).toMatch(FINDING)
  }),
)
