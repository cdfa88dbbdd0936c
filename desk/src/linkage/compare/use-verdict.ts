import { App } from 'antd'
import { useState } from 'react'
import { queries } from '../../api.ts'
import { useOpenPage } from '../../kit/navigation.tsx'
import type { Action } from '../../kit/use-action.ts'
import { compareWords } from '../words.ts'

/** The reason of a verdict, and what was wrong with it or with sending it. */
export interface Verdict {
  readonly because: string
  readonly setBecause: (because: string) => void
  /** What is wrong with the reason; what the server refused is in the action. */
  readonly complaint: string | undefined
  /** Sends if a reason is given. */
  readonly send: () => void
  /** Closes; after a conflict both files are asked anew. */
  readonly close: () => void
}

export function useVerdict<Input extends object>(
  action: Action<Input & { readonly because: string }>,
  input: () => Input | undefined,
  onClose: () => void,
): Verdict {
  const [because, setBecause] = useState('')
  const [isAsked, setAsked] = useState(false)
  return {
    because,
    setBecause,
    complaint: isAsked && !isStated(because) ? compareWords.becauseNeeded : undefined,
    send: () => {
      setAsked(true)
      const given = input()
      if (isStated(because) && given) action.act({ ...given, because: because.trim() })
    },
    close: () => {
      // Not before: new versions would take the dialog off the screen, and with it what it says.
      if (action.trouble?.kind === 'stale') void queries.invalidateQueries()
      action.clear()
      setBecause('')
      setAsked(false)
      onClose()
    },
  }
}

/** After a verdict: says so, and goes back to the queue, where the next pair is. */
export function useBackToQueue(): (say: string) => void {
  const { message } = App.useApp()
  const open = useOpenPage()
  return (say) => {
    void message.success(say)
    open('/linkage')
  }
}

/** Is the reason long enough to say anything? The contract asks for two characters. */
function isStated(because: string): boolean {
  return [...because.trim()].length >= 2
}
