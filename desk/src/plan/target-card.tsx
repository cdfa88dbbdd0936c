import type { BoardLine } from '@dongzhou/contract/plan'
import { PlanStrip } from '../kit/board.tsx'
import { writeDay } from '../kit/format.ts'
import { Card, FactList } from '../kit/record-page.tsx'
import { writeFigure } from './figure.ts'
import { standingOfProgress, stripLine } from './progress.ts'
import { indicatorWords } from './words.ts'

/** 目标: what was set, by which document, and how far the year has come. */
export function TargetCard({ line, year }: { readonly line: BoardLine; readonly year: number }) {
  const { target, indicator, progress } = line
  const title = `${year}年${indicatorWords.target}`
  if (!target)
    return (
      <Card title={title}>
        <p className="quiet">{indicatorWords.noTarget}</p>
      </Card>
    )
  return (
    <Card title={title}>
      <div className="stack">
        {line.done !== null && (
          <PlanStrip line={stripLine(line)} unit={indicator.unit} standing={standingOfProgress(progress)} />
        )}
        <FactList
          facts={[
            { label: indicatorWords.target, value: writeFigure(target.value, indicator.unit) },
            { label: indicatorWords.targetDue, value: `${writeDay(target.from)}至${writeDay(target.to)}` },
            { label: indicatorWords.document, value: target.document },
            { label: indicatorWords.reason, value: target.reason },
            { label: indicatorWords.decidedOn, value: target.decidedOn === null ? '' : writeDay(target.decidedOn) },
          ].filter(({ value }) => value !== '')}
        />
      </div>
    </Card>
  )
}
