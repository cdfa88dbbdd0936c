import type { CaseLine } from '@dongzhou/contract/casework-views'
import { Segmented } from 'antd'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { HelpLines } from '../kit/help-lines.tsx'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter, LedgerPage } from '../kit/ledger-types.ts'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { type CasesAsk, casesAsk, withList, withoutList } from './case-ask.ts'
import { caseColumns, caseSummary } from './case-columns.tsx'
import { useCases, useProcedures } from './use-casework.ts'
import { caseLists, caseWords, emptyLists } from './words.ts'

/** 办件: what waits for oneself, what runs, what is late, and what has ended. */
export function CaseListPage() {
  const { today } = useMe()
  const [ask, setAsk] = useLedgerAsk()
  const mayApply = useMay('cases.apply')
  const open = useOpenPage()
  const query = useCases(ask)
  const asked = casesAsk(ask.filters)
  const begin = { label: caseWords.begin, onClick: () => open(beginAddress(asked)) }
  return (
    <>
      <PageTitle
        title={caseWords.title}
        help={<HelpLines lines={caseWords.help} />}
        {...(mayApply ? { primary: begin } : {})}
      />
      <div className="stack">
        <div className="scroll-across no-print">
          <Segmented
            aria-label={caseWords.lists}
            value={asked.list}
            options={lists.map((value) => ({ value, label: caseLists[value] }))}
            onChange={(list) => setAsk({ ...withList(ask, list), page: 1 })}
          />
        </div>
        <LedgerTable<CaseLine>
          key={asked.list}
          pageKey={asked.list === 'ended' ? 'casework.ended' : 'casework.cases'}
          counted={{ noun: caseWords.noun, unit: '件' }}
          ask={withoutList(ask)}
          onAsk={(next) => setAsk(withList(next, asked.list))}
          query={query}
          columns={caseColumns(asked.list, today)}
          filters={useFilters(asked, query.data)}
          keyOf={({ id }) => String(id)}
          summary={caseSummary(today)}
          empty={{ ...emptyLists[asked.list], ...(mayApply && asked.list !== 'overdue' ? { action: begin } : {}) }}
        />
      </div>
    </>
  )
}

const lists = ['mine', 'open', 'overdue', 'ended'] as const

/** 登记申请 of the procedure and the person that the list is narrowed to. */
function beginAddress({ procedure, personId }: CasesAsk): string {
  const known = new URLSearchParams()
  if (procedure !== undefined) known.set('procedure', procedure)
  if (personId !== undefined) known.set('person', String(personId))
  const search = known.toString()
  return `/casework/cases/new${search === '' ? '' : `?${search}`}`
}

function useFilters({ personId }: CasesAsk, page: LedgerPage<CaseLine> | undefined): readonly LedgerFilter[] {
  const tree = useDivisionFilterTree(useMe().division.code)
  const procedures = useProcedures().data ?? []
  const [first] = page?.items ?? []
  // A person that a link asked for stands among the filters under their name, so that they can be dropped.
  const linked: readonly LedgerFilter[] =
    personId === undefined
      ? []
      : [
          {
            kind: 'one',
            key: 'person',
            label: caseWords.person,
            options: [{ value: String(personId), label: first?.person.name ?? caseWords.linkedPerson }],
          },
        ]
  return [
    {
      kind: 'one',
      key: 'procedure',
      label: caseWords.procedure,
      options: procedures.map(({ code, name }) => ({ value: code, label: name })),
    },
    ...linked,
    { kind: 'tree', key: 'division', label: caseWords.division, tree },
  ]
}
