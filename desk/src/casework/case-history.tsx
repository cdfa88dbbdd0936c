import type { EventView } from '@dongzhou/contract/casework-views'
import { writeInstant } from '../kit/format.ts'
import { pageWords } from './words.ts'

/** Under a line of the history: the reasons as they were written, who did it, and when it was entered. */
export function eventBody({ because, by, at }: EventView): React.ReactNode {
  return (
    <>
      {because !== '' && <p className="case-text">{pageWords.because(because)}</p>}
      <p className="small">{`${pageWords.by(by)}　${pageWords.recorded(writeInstant(at))}`}</p>
    </>
  )
}
