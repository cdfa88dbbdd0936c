import type { ReportFile } from '@dongzhou/contract/reports'
import { halfYearSpan } from '@dongzhou/terms/half-year'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { DayPicker } from '../kit/day-picker.tsx'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { writeDay } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAction } from '../kit/use-action.ts'
import { stateWords } from '../words/kit.ts'
import { FigureChangeTable } from './figure-change-table.tsx'
import { changedFigures } from './figure-changes.ts'
import { useComparison } from './use-reports.ts'
import { cutOffWords } from './words.ts'

interface CutOffDialogProps {
  readonly isOpen: boolean
  readonly file: ReportFile
  readonly onClose: () => void
}

/** 调整截止日期: what changes is seen before it does. */
export function CutOffDialog(props: CutOffDialogProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={cutOffWords.title} onClose={props.onClose} isWide>
      <CutOffForm {...props} />
    </FormDialog>
  )
}

function CutOffForm({ file, onClose }: CutOffDialogProps) {
  const { message } = App.useApp()
  const [seen] = useState(file)
  const [day, setDay] = useState<string>()
  const span = halfYearSpan(seen)
  const isRight = day !== undefined && day !== seen.cutOff && day >= span.from && day <= span.to
  const comparison = useComparison(seen.id, isRight ? day : undefined)
  const queries = useQueryClient()
  const change = (input: Parameters<typeof api.reports.changeCutOff>[0]) =>
    api.reports.changeCutOff(input).catch(askAnew(queries))
  const action = useAction(change, () => {
    onClose()
    void message.success(cutOffWords.done)
  })
  return (
    <PlainForm onSubmit={() => isRight && action.act({ id: seen.id, version: seen.version, cutOff: day })}>
      <p>{cutOffWords.now(writeDay(seen.cutOff))}</p>
      <FormField
        label={cutOffWords.label}
        hint={cutOffWords.hint(writeDay(span.from), writeDay(span.to))}
        complaint={complaintOf(day, seen.cutOff, isRight, span)}
      >
        {(id) => <DayPicker id={id} value={day} earliest={span.from} latest={span.to} onChange={setDay} />}
      </FormField>
      {isRight ? (
        <Loaded query={comparison} rows={4}>
          {({ figures }) => {
            // The comparison lays the other day before the report; here the report is what was, and the other day what will be.
            const changes = changedFigures(figures, 'to-other')
            return (
              <div className="stack">
                <p>{cutOffWords.preview(changes.length)}</p>
                {changes.length > 0 && (
                  <FigureChangeTable changes={changes} before={writeDay(seen.cutOff)} after={writeDay(day)} />
                )}
              </div>
            )
          }}
        </Loaded>
      ) : (
        <p className="quiet">{cutOffWords.choose}</p>
      )}
      <FormEnd
        verb={cutOffWords.verb}
        isBusy={action.isBusy}
        onCancel={onClose}
        trouble={action.trouble}
        whenStale={stateWords.staleReopen}
      />
    </PlainForm>
  )
}

function complaintOf(
  day: string | undefined,
  now: string,
  isRight: boolean,
  span: { readonly from: string; readonly to: string },
): string | undefined {
  if (day === undefined || isRight) return undefined
  return day === now ? cutOffWords.same : cutOffWords.hint(writeDay(span.from), writeDay(span.to))
}
