import type { KindBeside } from '@dongzhou/contract/linkage'
import { Button, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { writeDay } from '../../kit/format.ts'
import { compareWords, pairWords } from '../words.ts'
import { type Choices, differingFirst } from './merge-draft.ts'

interface KindTableProps {
  readonly kinds: readonly KindBeside[]
  readonly choices: Choices
  readonly onChoose?: (thing: string, factId: number | undefined) => void
}

/** The facts of both by kind: contradictions first, each to be settled by choosing the value that stands. */
export function KindTable({ kinds, choices, onChoose }: KindTableProps) {
  const [show, setShow] = useState<'all' | 'differs'>('all')
  if (kinds.length === 0) return <p className="compare-none quiet">{compareWords.none}</p>
  const shown = differingFirst(kinds).filter((kind) => show === 'all' || kind.standing !== 'same')
  return (
    <>
      <div className="compare-bar no-print">
        <Segmented<'all' | 'differs'>
          aria-label={compareWords.show}
          value={show}
          options={[
            { value: 'all', label: compareWords.all },
            { value: 'differs', label: compareWords.onlyDiffering },
          ]}
          onChange={setShow}
        />
      </div>
      <table className="compare-kinds">
        <colgroup>
          <col className="compare-kind" />
          <col />
          <col />
        </colgroup>
        <thead className="unseen">
          <tr>
            <th scope="col">{compareWords.kind}</th>
            <th scope="col">{pairWords.who}</th>
            <th scope="col">{pairWords.other}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => (
            <KindRow key={kind.thing} kind={kind} chosen={choices[kind.thing]} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface KindRowProps {
  readonly kind: KindBeside
  readonly chosen: number | undefined
  readonly onChoose: KindTableProps['onChoose'] | undefined
}

const standingWords: { readonly [Standing in KindBeside['standing']]: string } = {
  same: compareWords.same,
  differs: compareWords.differs,
  'only-first': compareWords.onlyOne,
  'only-second': compareWords.onlyOne,
  both: compareWords.both,
}

function KindRow({ kind, chosen, onChoose }: KindRowProps) {
  return (
    <tr className={`is-${kind.standing}`}>
      <th scope="row">
        {kind.kindName}
        <span className="small compare-standing">{standingWords[kind.standing]}</span>
        {kind.isChoice && kind.kind === 'award' && <span className="small quiet">{compareWords.awardSay}</span>}
        {onChoose && chosen !== undefined && (
          <Button type="link" size="small" onClick={() => onChoose(kind.thing, undefined)}>
            {compareWords.undecided}
          </Button>
        )}
      </th>
      {(['first', 'second'] as const).map((side) => (
        <td key={side}>
          {kind[side].length === 0 && <span className="quiet">{compareWords.nothing}</span>}
          {kind[side].map((fact) =>
            kind.isChoice && onChoose ? (
              <Radio
                key={fact.id}
                name={`choice-${kind.thing}`}
                checked={chosen === fact.id}
                onChange={() => onChoose(kind.thing, fact.id)}
              >
                <FactText fact={fact} />
              </Radio>
            ) : (
              <FactText key={fact.id} fact={fact} />
            ),
          )}
        </td>
      ))}
    </tr>
  )
}

function FactText({ fact }: { readonly fact: KindBeside['first'][number] }) {
  const since = fact.validFrom === null ? '' : `${writeDay(fact.validFrom)}起，`
  return (
    <span className="compare-fact">
      {fact.text}
      <span className="quiet small">{`${since}${fact.source}`}</span>
    </span>
  )
}
