import type { PersonLine } from '@dongzhou/contract/registry'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useMemo } from 'react'
import { api, orpc } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { useDivisionFilterTree } from '../kit/division-picker.tsx'
import { writeNumber } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { identityOptions } from '../kit/identity-options.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerFilter, LedgerPage } from '../kit/ledger-types.ts'
import { useLedgerAsk, useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { type Purpose, purposeText } from '../kit/purposes.ts'
import type { LedgerAsk } from '../kit/search-params.ts'
import { useMay, useMe } from '../session/use-session.ts'
import { countedAs, peopleFilter } from './people-ask.ts'
import { peopleColumns } from './people-columns.tsx'
import { PersonSummary } from './person-summary.tsx'
import './registry.css'
import { usePeople } from './use-people.ts'
import { peopleWords } from './words.ts'

/** 人员 (people's ledger): filters, a page of the server's rows, summary, export with its purpose. */
export function PeoplePage() {
  const [ask, setAsk] = useLedgerAsk()
  const mayWrite = useMay('registry.write')
  const mayExport = useMay('registry.export')
  const filters = usePeopleFilters()
  const exportPeople = useExport(ask.filters)
  const open = useOpenPage()
  const register = { label: peopleWords.register, onClick: () => open('/registry/people/new') }
  return (
    <>
      <PageTitle
        title={peopleWords.title}
        help={<HelpLines lines={peopleWords.help} />}
        {...(mayWrite ? { primary: register } : {})}
      />
      <LedgerTable<PersonLine>
        pageKey="registry.people"
        counted={{ noun: peopleWords.noun, unit: '人' }}
        ask={ask}
        onAsk={setAsk}
        query={usePeople(ask)}
        columns={peopleColumns}
        filters={filters}
        keyOf={(person) => String(person.id)}
        summary={{
          title: (person) => person.name,
          body: (person) => <PersonSummary person={person} />,
          opensAt: (person) => `/registry/people/${person.id}`,
        }}
        totals={(page) => totalsOf(page, ask.filters)}
        {...(mayExport ? { onExport: exportPeople } : {})}
        empty={{
          title: peopleWords.emptyTitle,
          say: peopleWords.emptySay,
          ...(mayWrite ? { action: register } : {}),
        }}
      />
    </>
  )
}

function totalsOf(page: LedgerPage<PersonLine>, filters: LedgerAsk['filters']): string {
  return `${countedAs(filters)} ${writeNumber(page.total)}${page.more ? '+' : ''} 人`
}

function usePeopleFilters(): readonly LedgerFilter[] {
  const me = useMe()
  const tree = useDivisionFilterTree(me.division.code)
  return useMemo(
    () => [
      { kind: 'text', key: 'text', label: peopleWords.text, hint: peopleWords.textHint },
      { kind: 'tree', key: 'division', label: peopleWords.division, tree },
      { kind: 'one', key: 'standing', label: peopleWords.standing, options: standings, usual: peopleWords.alive },
      { kind: 'numbers', key: 'age', label: peopleWords.age, unit: peopleWords.years, most: 150 },
      { kind: 'several', key: 'disputed', label: peopleWords.disputed, options: disputed },
      { kind: 'several', key: 'identity', label: peopleWords.identity, options: identityOptions },
    ],
    [tree],
  )
}

const standings = [
  { value: 'alive', label: peopleWords.alive },
  { value: 'dead', label: peopleWords.dead },
  { value: 'all', label: peopleWords.all },
]

const disputed = [{ value: 'yes', label: peopleWords.disputedOption }]

/** 导出: ordered as a job; the bar on top shows it and hands the file over. */
function useExport(filters: LedgerAsk['filters']): (purpose: Purpose) => Promise<void> {
  const { message } = App.useApp()
  const queries = useQueryClient()
  return async (purpose) => {
    const filter = peopleFilter(filters)
    await api.registry.exportPeople({ actionId: newActionId(), filter, purpose: purposeText(purpose) })
    await queries.invalidateQueries({ queryKey: orpc.jobs.listMine.key() })
    void message.success(peopleWords.exported, 5)
  }
}
