import type { RunView } from '@dongzhou/contract/payments-views'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { HelpLines } from '../../kit/help-lines.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageParam, usePageSearch } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { sizes } from '../../kit/theme.ts'
import '../payments.css'
import { useRun } from '../use-runs.ts'
import { runWords } from '../words.ts'
import { paperWords } from './paper-words.ts'

interface SheetPageProps {
  readonly title: string
  readonly help: readonly string[]
  /** More choices beside the town. */
  readonly choices?: React.ReactNode
  readonly children: (run: RunView, division: string | undefined) => React.ReactNode
}

/** A paper of a run, the whole of it or one town: which town stands in the address. */
export function SheetPage({ title, help, choices, children }: SheetPageProps) {
  const runId = Number(usePageParam('runId'))
  const run = useRun(runId)
  const above = [
    { title: runWords.title, to: '/payments/runs' },
    { title: run.data?.title ?? runWords.noun, to: `/payments/runs/${runId}` },
  ]
  return (
    <Loaded query={run} rows={12} head={{ title, above }}>
      {(it) => (
        <SheetOf run={it} title={title} help={help} above={above} choices={choices}>
          {children}
        </SheetOf>
      )}
    </Loaded>
  )
}

interface SheetOfProps extends SheetPageProps {
  readonly run: RunView
  readonly above: readonly { readonly title: string; readonly to: string }[]
}

// More than this would be a paper of fifty sheets: one begins with a town.
const WHOLE = 1000

function SheetOf({ run, title, help, above, choices, children }: SheetOfProps) {
  const navigate = useNavigate()
  const search = usePageSearch()
  const { town } = search
  const towns = run.byDivision.map(({ division }) => division)
  const first = run.totals.people > WHOLE ? towns[0]?.code : undefined
  const division = town === 'all' ? undefined : (towns.find(({ code }) => code === town)?.code ?? first)
  return (
    <>
      <PageTitle
        title={title}
        above={above}
        help={<HelpLines lines={help} />}
        actions={
          <span className="row pay-choices">
            {choices}
            <Select
              aria-label={paperWords.town}
              value={division ?? 'all'}
              style={{ width: sizes.filters }}
              options={[
                { value: 'all', label: paperWords.whole },
                ...towns.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(next) => void navigate({ to: '.', search: { ...search, town: next } })}
            />
          </span>
        }
        primary={{ label: paperWords.print, onClick: () => window.print() }}
      />
      <div className="pay-sheet-place">{children(run, division)}</div>
    </>
  )
}
