import type { IndicatorLine, ProgrammeLine } from '@dongzhou/contract/plan'
import type { ReportFile } from '@dongzhou/contract/reports'
import type { FigureInline } from '@dongzhou/terms/document'
import { halfYearSpan } from '@dongzhou/terms/half-year'
import { Select } from 'antd'
import { useState } from 'react'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { newId } from './block-menu.tsx'
import { type FigureAsk, figureOf, previewAsk } from './figure-ask.ts'
import { FigureFields } from './figure-fields.tsx'
import { FigurePreview } from './figure-preview.tsx'
import { usePreview, useProgrammes } from './use-reports.ts'
import { figureWordsOf } from './words.ts'

interface InsertDialogProps {
  readonly isOpen: boolean
  readonly report: ReportFile
  /** The hand-written number it takes the place of; undefined where it is set in at the caret. */
  readonly instead: string | undefined
  readonly onInsert: (figure: FigureInline) => void
  readonly onClose: () => void
}

/** 插入数字: an indicator, its span and its wording, seen before it stands in the text. */
export function InsertDialog(props: InsertDialogProps) {
  const programmes = useProgrammes()
  return (
    <FormDialog
      isOpen={props.isOpen}
      title={props.instead === undefined ? figureWordsOf.insertTitle : figureWordsOf.bindTitle}
      onClose={props.onClose}
    >
      <Loaded query={programmes}>{(found) => <InsertForm {...props} programmes={found} />}</Loaded>
    </FormDialog>
  )
}

function InsertForm(props: InsertDialogProps & { readonly programmes: readonly ProgrammeLine[] }) {
  const { report, instead, programmes } = props
  const [ask, setAsk] = useState<FigureAsk>(() => ({
    indicator: undefined,
    from: halfYearSpan(report).from,
    to: report.cutOff,
    unit: '件',
    format: { kind: 'plain' },
  }))
  const [isTried, setTried] = useState(false)
  const preview = usePreview(previewAsk(ask, report))
  const made = preview.data && figureOf(ask, newId(), preview.data.reading)

  function insert(): void {
    setTried(true)
    if (made) props.onInsert(made)
  }

  return (
    <PlainForm onSubmit={insert}>
      {instead !== undefined && <p>{figureWordsOf.bindSay(instead)}</p>}
      <FormField
        label={figureWordsOf.indicator}
        complaint={isTried && ask.indicator === undefined ? figureWordsOf.chooseIndicator : undefined}
      >
        {(id) => (
          <Select
            id={id}
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={figureWordsOf.indicatorHint}
            value={ask.indicator ?? null}
            options={programmes.map(optionsOf)}
            onChange={(code) => setAsk({ ...ask, indicator: code, unit: unitOf(programmes, code) ?? ask.unit })}
          />
        )}
      </FormField>
      <div className="form-grid">
        <FigureFields ask={ask} cutOff={report.cutOff} onAsk={setAsk} />
      </div>
      <FigurePreview figure={made} trouble={preview.error} />
      <FormEnd
        verb={instead === undefined ? figureWordsOf.insert : figureWordsOf.bind}
        isBusy={preview.isFetching}
        onCancel={props.onClose}
      />
    </PlainForm>
  )
}

function optionsOf({ name, indicators }: ProgrammeLine) {
  return {
    label: name,
    options: indicators.map((indicator) => ({ value: indicator.code, label: labelOf(indicator) })),
  }
}

function labelOf({ name, state }: IndicatorLine): string {
  return state === 'live' ? name : `${name}（${figureWordsOf.notBuilt}）`
}

function unitOf(programmes: readonly ProgrammeLine[], code: string): IndicatorLine['unit'] | undefined {
  return programmes.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code)?.unit
}
