import type { ReportFile } from '@dongzhou/contract/reports'
import { mapFigures } from '@dongzhou/engines/reports'
import type { ReportDocument } from '@dongzhou/terms/document'
import { useReducer } from 'react'
import { api } from '../api.ts'
import { type Action, useAction } from '../kit/use-action.ts'
import { type Draft, type Edit, editDraft, openDraft } from './draft.ts'

/** The report under the pen. What the server answers anew is laid beside it as soon as it comes. */
export function useReportDraft(file: ReportFile): readonly [Draft, (edit: Edit) => void] {
  const [draft, edit] = useReducer(editDraft, file, openDraft)
  if (draft.seen !== file) edit({ kind: 'arrived', file })
  return [draft, edit]
}

/** What a saving sends: the text, and the version it was written on. */
export interface Saving {
  readonly version: number
  readonly document: ReportDocument
}

/** 保存报告: what was sent becomes what the server has; writing may have gone on meanwhile. */
export function useSaving(id: number, edit: (edit: Edit) => void): Action<Saving> {
  return useAction(
    async ({ actionId, version, document }: Saving & { readonly actionId: string }) => {
      const changed = await api.reports.saveReport({ actionId, id, version, document: unread(document) })
      return { version: changed.version, document }
    },
    ({ version, document }) => edit({ kind: 'saved', version, document }),
  )
}

/** What a figure asks goes to the server, what it answers does not: the server binds. */
function unread(document: ReportDocument): ReportDocument {
  return mapFigures(document, ({ reading: _reading, shown: _shown, ...figure }) => figure)
}
