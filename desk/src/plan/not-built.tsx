import type { BoardLine } from '@dongzhou/contract/plan'
import { Card } from '../kit/record-page.tsx'
import { writeFigure } from './figure.ts'
import './plan.css'
import { boardWords } from './words.ts'

/** 尚未取数: indicators by the room that will bring them. Said in words, because a dash in a table looks like a fault. */
export function NotBuilt({ lines }: { readonly lines: readonly BoardLine[] }) {
  const rooms = Map.groupBy(lines, ({ indicator }) => indicator.room ?? indicator.programme.name)
  return (
    <Card title={`${boardWords.notBuilt}（${lines.length} 项）`}>
      <div className="stack">
        <p className="quiet">{boardWords.notBuiltSay}</p>
        <div className="plan-rooms">
          {[...rooms].map(([room, own]) => (
            <section key={room}>
              <h3>{room}</h3>
              <ul>
                {own.map(({ indicator, target }) => (
                  <li key={indicator.code}>
                    <span>{indicator.name}</span>
                    <span className="number">
                      {target && boardWords.notBuiltTarget(writeFigure(target.value, indicator.unit))}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Card>
  )
}
