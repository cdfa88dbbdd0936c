import { useState } from 'react'
import { type Action, useAction } from './use-action.ts'

/** What is sent: the form, and the record as it was seen when it opened (undefined for a new one). */
export interface DraftSending<Draft, Seen> {
  readonly actionId: string
  readonly draft: Draft
  readonly seen: Seen
}

/** 草稿 (draft): a form under the pen, and its way to the server. */
export interface DraftWork<Draft, Seen, Complaints> {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  /** Nothing is complained of before the first attempt to send. */
  readonly complaints: Partial<Complaints>
  readonly seen: Seen
  readonly action: Action<{ readonly draft: Draft; readonly seen: Seen }>
  /** Sends if nothing is complained of. */
  readonly send: () => void
  /** After a conflict: the joined form, on top of the record as it stands now. */
  readonly resend: (draft: Draft, seen: Seen) => void
}

interface DraftOptions<Draft, Seen, Complaints, Output> {
  readonly first: Draft
  readonly seen: Seen
  readonly complaintsOf: (draft: Draft) => Complaints
  readonly run: (sending: DraftSending<Draft, Seen>) => Promise<Output>
  readonly onDone: (output: Output) => void
}

/**
 * A form of several fields: it keeps what is typed, complains once somebody tried to send, and remembers which version it was opened on,
 * however often the page behind it is asked anew.
 */
export function useDraft<Draft extends object, Seen, Complaints extends object, Output>(
  options: DraftOptions<Draft, Seen, Complaints, Output>,
): DraftWork<Draft, Seen, Complaints> {
  const [draft, setDraft] = useState(options.first)
  const [seen, setSeen] = useState(options.seen)
  const [isSent, setSent] = useState(false)
  const found = options.complaintsOf(draft)
  const action = useAction(options.run, options.onDone)
  return {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    complaints: isSent ? found : {},
    seen,
    action,
    send: () => {
      setSent(true)
      if (Object.keys(found).length === 0) action.act({ draft, seen })
    },
    resend: (merged, now) => {
      action.clear()
      setDraft(merged)
      setSeen(now)
      action.act({ draft: merged, seen: now })
    },
  }
}
