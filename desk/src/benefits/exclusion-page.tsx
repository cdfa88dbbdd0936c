import type { ExclusionLine } from '@dongzhou/contract/benefits-rates'
import { type Benefit, isBenefit } from '@dongzhou/terms/benefit'
import { Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { useOpenPage, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { sizes } from '../kit/theme.ts'
import { useMedia } from '../kit/use-media.ts'
import { useMay, useMe } from '../session/use-session.ts'
import './exclusion.css'
import { ExclusionCard } from './exclusion-card.tsx'
import { ExclusionDialog } from './exclusion-dialog.tsx'
import { ExclusionGrid } from './exclusion-grid.tsx'
import { ExclusionList } from './exclusion-list.tsx'
import { matrixOf, type Pair } from './exclusion-matrix.ts'
import { exclusionWays, exclusionWords } from './exclusion-words.ts'
import { SampleRowsSay } from './rate-state.tsx'
import { useExclusions } from './use-exclusions.ts'

/** 不得兼得: the matrix of which benefits exclude, cap or stack, each cell with its document. */
export function ExclusionPage() {
  const query = useExclusions()
  const mayWrite = useMay('rates.write')
  const [proposing, setProposing] = useState<Pair>()
  // Of a screen only: paper is narrower than it too, and the other face would be drawn in the middle of printing.
  const isPhone = useMedia('screen and (max-width: 800px)')
  const { view } = usePageSearch()
  const openPage = useOpenPage()
  // 18 columns do not fit a telephone: there the rows are sentences, unless one asks for the matrix.
  const isList = view === undefined ? isPhone : view === 'list'
  return (
    <>
      <PageTitle
        title={exclusionWords.title}
        help={<HelpLines lines={exclusionWords.help} />}
        actions={
          <Segmented
            aria-label={exclusionWords.faces}
            value={isList ? 'list' : 'matrix'}
            options={[
              { value: 'matrix', label: exclusionWords.matrix },
              { value: 'list', label: exclusionWords.list },
            ]}
            onChange={(face) => openPage(`/benefits/exclusions?view=${face}`)}
          />
        }
        {...(mayWrite
          ? {
              primary: {
                label: exclusionWords.propose,
                onClick: () => setProposing({ other: undefined, benefit: undefined }),
              },
            }
          : {})}
      />
      <Loaded query={query} rows={14}>
        {(rows) => <ExclusionBody rows={rows} isList={isList} onPropose={mayWrite ? setProposing : undefined} />}
      </Loaded>
      {proposing && <ExclusionDialog pair={proposing} onClose={() => setProposing(undefined)} />}
    </>
  )
}

interface BodyProps {
  readonly rows: readonly ExclusionLine[]
  readonly isList: boolean
  readonly onPropose: ((pair: Pair) => void) | undefined
}

function ExclusionBody({ rows, isList, onPropose }: BodyProps) {
  const { today } = useMe()
  const { other, benefit, view } = usePageSearch()
  const openPage = useOpenPage()
  const face = typeof view === 'string' ? `view=${view}&` : ''
  const at = (pair: Pair) =>
    openPage(`/benefits/exclusions?${face}other=${pair.other ?? ''}&benefit=${pair.benefit ?? ''}`)
  const opened = rows.filter((row) => row.other === benefitOf(other) && row.benefit === benefitOf(benefit))
  const [first] = opened
  const hasSample = rows.some(({ state }) => state === 'sample')
  return (
    <div className="stack">
      {isList && hasSample && <SampleRowsSay />}
      {isList ? (
        <ExclusionList rows={rows} onOpen={at} />
      ) : (
        <>
          <Legend hasSample={hasSample} />
          <ExclusionGrid matrix={matrixOf(rows, today)} onOpen={at} onPropose={onPropose} />
        </>
      )}
      <Drawer
        open={first !== undefined}
        onClose={() => openPage(`/benefits/exclusions${face === '' ? '' : `?view=${String(view)}`}`)}
        size={sizes.drawer}
        mask={false}
        title={first && `${first.otherName} × ${first.benefitName}`}
      >
        <div className="stack">
          {opened.map((row) => (
            <ExclusionCard key={row.id} row={row} />
          ))}
        </div>
      </Drawer>
    </div>
  )
}

function benefitOf(text: unknown): Benefit | undefined {
  return typeof text === 'string' && isBenefit(text) ? text : undefined
}

function Legend({ hasSample }: { readonly hasSample: boolean }) {
  return (
    <ul className="row small quiet exclusion-legend">
      {Object.entries(exclusionWays).map(([way, { short, long }]) => (
        <li key={way} className="row">
          <span className={`exclusion-mark is-${way}`}>{short}</span>
          {long}
        </li>
      ))}
      {hasSample && (
        <li className="row risk">
          <span className="exclusion-mark is-sample">{exclusionWords.sampleShort}</span>
          {exclusionWords.sample}
        </li>
      )}
    </ul>
  )
}
