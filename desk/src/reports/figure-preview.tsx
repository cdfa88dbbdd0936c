import type { FigureInline } from '@dongzhou/terms/document'
import { writeNumber } from '../kit/format.ts'
import { troubleOf } from '../kit/trouble.ts'
import { figureWordsOf, missingSay } from './words.ts'

interface FigurePreviewProps {
  readonly figure: FigureInline | undefined
  readonly trouble: unknown
}

/** 文中写作: what will stand in the sentence, before it does. */
export function FigurePreview({ figure, trouble }: FigurePreviewProps) {
  if (trouble) return <p className="late">{troubleOf(trouble).say}</p>
  if (!figure?.reading) return null
  const { reading, shown } = figure
  return (
    <p className="report-note" aria-live="polite">
      {`${figureWordsOf.preview}：`}
      <strong>{shown}</strong>
      <br />
      <span className="quiet small">
        {'missing' in reading ? missingSay[reading.missing] : figureWordsOf.previewRows(writeNumber(reading.rows))}
      </span>
    </p>
  )
}
