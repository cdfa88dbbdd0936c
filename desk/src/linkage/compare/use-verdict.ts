import { App } from 'antd'
import { useState } from 'react'
import { queries } from '../../api.ts'
import { useOpenPage } from '../../kit/navigation.tsx'
import type { Action } from '../../kit/use-action.ts'
import { compareWords } from '../words.ts'
import { isStated } from './because-field.tsx'

/** The reason of a verdict, and what was wrong with it or with sending it. */
export interface Verdict {
  readonly because: string
  readonly setBecause: (because: string) => void
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
  const isStale = action.trouble?.kind === 'stale'
  const missing = isAsked && !isStated(because) ? compareWords.becauseNeeded : undefined
  return {
    because,
    setBecause,
    complaint: missing ?? (isStale ? compareWords.stale : action.trouble?.say),
    send: () => {
      setAsked(true)
      const given = input()
      if (isStated(because) && given) action.act({ ...given, because: because.trim() })
    },
    close: () => {
      if (isStale) void queries.invalidateQueries()
      action.clear()
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
