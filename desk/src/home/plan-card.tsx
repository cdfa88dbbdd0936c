import type { Board } from '@dongzhou/contract/plan'
import { PlanStrip } from '../kit/board.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { standingOfProgress, stripLine } from '../plan/progress.ts'
import { programmeStrips } from './lateness.ts'
import { useHomeBoard } from './use-home-board.ts'
import { homeWords } from './words.ts'

/** 年度计划: one strip a programme, by the indicator that is furthest behind. */
export function PlanCard() {
  const home = useHomeBoard()
  const year = home.data?.board.year
  return (
    <Card
      title={year === undefined ? homeWords.plan : homeWords.planOf(year)}
      extra={year !== undefined && <PageLink to={`/plan?year=${year}`}>{homeWords.planAll}</PageLink>}
    >
      <Loaded query={home} rows={5}>
        {({ board, thisYear }) => <Strips board={board} thisYear={thisYear} />}
      </Loaded>
    </Card>
  )
}

function Strips({ board, thisYear }: { readonly board: Board; readonly thisYear: number }) {
  const strips = programmeStrips(board)
  if (strips.length === 0)
    return <p className="quiet">{board.isWholeBureau ? homeWords.planNone : homeWords.planPart}</p>
  return (
    <>
      {board.year !== thisYear && <p className="quiet small">{homeWords.planInstead(board.year, thisYear)}</p>}
      <ul className="plan-strips">
        {strips.map(({ line, others }) => (
          <li key={line.indicator.code} className="plan-strip-line">
            <span className="work-words">
              <PageLink
                to={
                  others > 0
                    ? `/plan?year=${board.year}&programme=${line.indicator.programme.code}`
                    : `/plan/indicators/${line.indicator.code}?dayFrom=${board.year}-01-01&dayTo=${board.year}-12-31`
                }
              >
                {line.indicator.programme.name}
              </PageLink>
              <span className="quiet small">
                {[line.indicator.name, others > 0 ? homeWords.more(others) : ''].filter(Boolean).join('，')}
              </span>
            </span>
            <PlanStrip line={stripLine(line)} unit={line.indicator.unit} standing={standingOfProgress(line.progress)} />
          </li>
        ))}
      </ul>
    </>
  )
}
