import type { ReportFile } from '@dongzhou/contract/reports'
import type { FigureInline } from '@dongzhou/terms/document'
import { Button } from 'antd'
import { useState } from 'react'
import { PlainForm } from '../kit/form.tsx'
import { type FigureAsk, figureOf, previewAsk } from './figure-ask.ts'
import { FigureFields } from './figure-fields.tsx'
import { FigurePreview } from './figure-preview.tsx'
import { usePreview } from './use-reports.ts'
import { figureWordsOf } from './words.ts'

interface FigureWordingProps {
  readonly report: ReportFile
  readonly figure: FigureInline
  readonly onSet: (figure: FigureInline) => void
}

/** 写法: another span, unit or wording for the chosen figure. */
export function FigureWording({ report, figure, onSet }: FigureWordingProps) {
  const [ask, setAsk] = useState<FigureAsk>(figure)
  const preview = usePreview(previewAsk(ask, report))
  const made = preview.data && figureOf(ask, figure.id, preview.data.reading)
  return (
    <PlainForm onSubmit={() => made && onSet(made)}>
      <FigureFields ask={ask} cutOff={report.cutOff} onAsk={setAsk} />
      <FigurePreview figure={made} trouble={preview.error} />
      <Button htmlType="submit" disabled={!made}>
        {figureWordsOf.apply}
      </Button>
    </PlainForm>
  )
}
