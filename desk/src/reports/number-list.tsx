import { Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { InspectorProps } from './inspector.tsx'
import type { ReportNumber } from './report-numbers.ts'
import { inspectorWords } from './words.ts'

type Kind = keyof typeof inspectorWords.kinds

/** 全部数字: each with what it says on the paper; those without records stand out. Enter jumps to the text. */
export function NumberList({ numbers, chosen, onChoose, onJump }: InspectorProps) {
  const [kind, setKind] = useState<Kind>('all')
  const shown = numbers.filter((number) => isOf(kind, number))
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (list.current && chosen) keepInSight(list.current)
  }, [chosen])
  return (
    <div className="stack">
      <Select<Kind>
        size="small"
        aria-label={inspectorWords.filter}
        value={kind}
        options={kindsIn(numbers)}
        onChange={setKind}
      />
      {shown.length === 0 && <p className="quiet">{inspectorWords.none}</p>}
      <ul ref={list} className="report-numbers" aria-label={inspectorWords.listName}>
        {shown.map((number) => (
          <li key={number.id}>
            <button
              type="button"
              className={number.id === chosen?.id ? 'report-number is-chosen' : 'report-number'}
              aria-current={number.id === chosen?.id}
              onClick={() => (number.id === chosen?.id ? onJump(number.id) : onChoose(number.id))}
            >
              <span>{number.standing === 'typed' ? inspectorWords.typedName : number.name}</span>
              <span className={number.standing === 'bound' ? 'number' : 'number risk'}>{number.shown}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet small">{inspectorWords.keys}</p>
    </div>
  )
}

// Only the inspector is scrolled: the browser's own way would move the paper too.
function keepInSight(list: HTMLElement): void {
  const inspector = list.closest<HTMLElement>('.paper-inspector')
  const chosen = list.querySelector<HTMLElement>('.is-chosen')
  if (!(inspector && chosen)) return
  const [frame, line] = [inspector.getBoundingClientRect(), chosen.getBoundingClientRect()]
  if (line.bottom > frame.bottom) inspector.scrollTop += line.bottom - frame.bottom
  if (line.top < frame.top) inspector.scrollTop -= frame.top - line.top
}

function isOf(kind: Kind, { standing, drift }: ReportNumber): boolean {
  if (kind === 'all') return true
  return kind === 'drifted' ? (drift?.isDrifted ?? false) : standing === kind
}

// 有差异 is a question of finished reports only.
function kindsIn(numbers: readonly ReportNumber[]): { readonly value: Kind; readonly label: string }[] {
  const kinds: readonly Kind[] = ['all', 'missing', 'typed', 'drifted']
  return kinds
    .map((value) => ({ value, count: numbers.filter((number) => isOf(value, number)).length }))
    .filter(({ value, count }) => value !== 'drifted' || count > 0)
    .map(({ value, count }) => ({ value, label: `${inspectorWords.kinds[value]} ${count}` }))
}
