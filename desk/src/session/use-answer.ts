import { type FormEvent, useState } from 'react'

/** A small form that asks the server once: what is wrong, whether it waits, and its submit. */
export interface AnswerForm {
  readonly say: string
  readonly isBusy: boolean
  readonly submit: (event: FormEvent) => void
  readonly clear: () => void
}

/** Runs the work of a form; what it returns is the complaint to show, undefined when all went well. */
export function useAnswer(work: () => Promise<string | undefined>): AnswerForm {
  const [say, setSay] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function run(): Promise<void> {
    setBusy(true)
    setSay('')
    try {
      setSay((await work()) ?? '')
    } finally {
      setBusy(false)
    }
  }

  return {
    say,
    isBusy,
    submit: (event) => {
      event.preventDefault()
      void run()
    },
    clear: () => setSay(''),
  }
}
