import type { Progress, plan } from '@dongzhou/contract/plan'
import { figureKey } from '@dongzhou/engines/reports'
import { programmes } from '../activities/index.ts'
import type { RoutesOf } from '../platform/routes.ts'
import { withinDivision } from '../platform/within-division.ts'
import { closePeriod } from './closings/close-period.ts'
import { countFigures, listClosings } from './closings/closings.sql.ts'
import { getClosing } from './closings/get-closing.ts'
import { restatePeriod } from './closings/restate-period.ts'
import { figuresFor, getIndicator, indicatorRows } from './figures-for.ts'
import { type BoardRow, getBoard } from './get-board.ts'
import { mayClosePeriod, maySetTarget } from './policy.ts'
import {
  presentBoardRow,
  presentClosing,
  presentFigure,
  presentIndicator,
  presentProgramme,
  presentRow,
} from './present.ts'
import { indicators } from './registry.ts'
import { setTarget } from './targets/set-target.ts'

/** The routes of 年度计划: programmes and indicators, the board, drill-down, targets, period close. */
export const planRoutes: RoutesOf<typeof plan> = {
  listProgrammes: async () => {
    const byProgramme = Map.groupBy(indicators, ({ programme }) => programme)
    return programmes.map((it) => presentProgramme(it, byProgramme.get(it.code) ?? []))
  },
  getBoard: async (setting, input) => {
    const { rows, ...board } = await getBoard(setting, input)
    const { clerk, bureau } = setting
    return {
      ...board,
      lines: rows.map(presentBoardRow),
      counts: countsOf(rows),
      may: {
        setTarget: maySetTarget(clerk, bureau) === 'yes',
        close: mayClosePeriod(clerk, bureau) === 'yes',
      },
    }
  },
  getIndicator: async (setting, { code, from, to, division = setting.clerk.division }) => {
    const indicator = getIndicator(code)
    const query = { indicator: indicator.code, from, to }
    const readings = await withinDivision(setting, division, (inside) => figuresFor(inside, [query]))
    const reading = readings.get(figureKey(query)) ?? { missing: 'no-rows' as const }
    const known = 'missing' in reading ? { value: null, rows: null } : { value: reading.value, rows: reading.rows }
    const missing = 'missing' in reading ? reading.missing : null
    return { indicator: presentIndicator(indicator), from, to, ...known, missing }
  },
  listIndicatorRows: async (setting, { code, from, to, division = setting.clerk.division, ...page }) => {
    const query = { indicator: getIndicator(code).code, from, to }
    const found = await withinDivision(setting, division, (inside) => indicatorRows(inside, query, page))
    return { ...found, items: found.items.map(presentRow) }
  },
  setTarget: (setting, input) => setTarget(setting, input),
  listClosings: async (setting, input) => {
    const found = await listClosings(setting, input, input)
    const figures = await countFigures(
      setting,
      found.items.map(({ id }) => id),
    )
    return { ...found, items: found.items.map((closing) => presentClosing(closing, figures.get(closing.id) ?? 0)) }
  },
  getClosing: async (setting, input) => {
    const { closing, figures } = await getClosing(setting, input.id)
    return { ...presentClosing(closing, figures.length), closed: figures.map(presentFigure) }
  },
  closePeriod: (setting, input) => closePeriod(setting, input),
  restatePeriod: (setting, input) => restatePeriod(setting, input),
}

function countsOf(rows: readonly BoardRow[]): Record<Progress, number> {
  const count = (progress: Progress) => rows.filter((row) => row.progress === progress).length
  return {
    late: count('late'),
    'at-risk': count('at-risk'),
    'on-track': count('on-track'),
    done: count('done'),
    'no-target': count('no-target'),
    'room-not-built': count('room-not-built'),
  }
}
