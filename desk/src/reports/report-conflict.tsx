import type { ReportFile } from '@dongzhou/contract/reports'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../api.ts'
import { writeDay, writeInstant } from '../kit/format.ts'
import { type ConflictField, StaleDialog } from '../kit/stale.tsx'
import type { Action } from '../kit/use-action.ts'
import type { Draft, Edit } from './draft.ts'
import { excerptsOf } from './excerpts.ts'
import { type Clash, clashesOf, mergeDocuments, type Three } from './merge-documents.ts'
import type { Saving } from './use-report-draft.ts'
import { blockWords, headWords } from './words.ts'

interface ReportConflictProps {
  readonly draft: Draft
  readonly saving: Action<Saving>
  readonly onEdit: (edit: Edit) => void
}

/** 冲突: somebody saved the report meanwhile. What only one of us changed is joined; what both changed is decided one by one. */
export function ReportConflict({ draft, saving, onEdit }: ReportConflictProps) {
  const found = useQuery({
    ...orpc.reports.getReport.queryOptions({ input: { id: draft.seen.id } }),
    refetchOnMount: 'always',
    staleTime: 0,
  })
  const theirs = found.data
  if (!theirs || theirs.version === draft.version || found.isFetching) return null
  const three: Three = { base: draft.saved, mine: draft.document, theirs: theirs.document }

  function keep(file: ReportFile, mine: readonly string[]): void {
    const document = mergeDocuments(three, new Set(mine))
    onEdit({ kind: 'merged', theirs: file, document })
    saving.clear()
    saving.act({ version: file.version, document })
  }
  function drop(file: ReportFile): void {
    onEdit({ kind: 'dropped', theirs: file })
    saving.clear()
  }

  return (
    <StaleDialog
      isOpen
      by={{ who: theirs.changedBy, when: writeInstant(theirs.changedAt) }}
      fields={clashesOf(three).map((clash) => fieldOf(clash, three))}
      onKeep={(mine) => keep(theirs, mine)}
      onDrop={() => drop(theirs)}
      onClose={saving.clear}
    />
  )
}

const headLabels: Readonly<Record<string, string>> = {
  title: headWords.reportTitle,
  issuer: headWords.issuer,
  documentNumber: headWords.documentNumber,
  addressee: headWords.addressee,
  date: headWords.date,
}

function fieldOf(clash: Clash, three: Three): ConflictField {
  const { key } = clash
  if (clash.kind === 'head') {
    const write = (text: string) => (key === 'date' ? writeDay(text) : text)
    const label = headLabels[key] ?? key
    return { key, label, before: write(clash.before), mine: write(clash.mine), theirs: write(clash.theirs) }
  }
  const at = three.mine.blocks.findIndex(({ id }) => id === key)
  const block = three.mine.blocks[at] ?? three.theirs.blocks.find(({ id }) => id === key)
  const [before, mine, theirs] = excerptsOf([clash.before, clash.mine, clash.theirs])
  return {
    key,
    label: blockWords.place(blockWords.names[block?.kind ?? 'paragraph'], Math.max(at, 0) + 1),
    before: before || blockWords.gone,
    mine: mine || blockWords.gone,
    theirs: theirs || blockWords.gone,
  }
}
