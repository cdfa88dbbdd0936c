import type { EventFile } from '@dongzhou/contract/activities'
import { api } from '../api.ts'
import { type Action, useAction } from '../kit/use-action.ts'
import { type EventDraft, type EventPurpose, evidenceOf, placedOf } from './event-draft.ts'

interface Sending {
  readonly draft: EventDraft
  /** The event as it was seen; undefined for a new one. */
  readonly event: EventFile | undefined
}

interface Done {
  readonly id: unknown
}

/** The action behind a form of an event, by what the form is for. */
export function useEventAction(purpose: EventPurpose, onDone: (id: number) => void): Action<Sending> {
  return useAction(
    (sending: Sending & { readonly actionId: string }): Promise<Done> => runs[purpose](sending),
    ({ id }) => onDone(Number(id)),
  )
}

type Run = (sending: Sending & { readonly actionId: string }) => Promise<Done>

const runs: { readonly [P in EventPurpose]: Run } = {
  schedule: ({ draft, actionId }) => api.activities.scheduleEvent({ actionId, ...placedOf(draft, []) }),
  record: recordHeld,
  hold: recordHeld,
  correct: ({ draft, event, actionId }) =>
    api.activities.correctEvent({
      actionId,
      ...seen(event),
      ...placedOf(draft, event?.partners ?? []),
      ...evidenceOf(draft),
      counting: draft.counting ?? null,
      because: draft.because.trim(),
    }),
}

function recordHeld({ draft, event, actionId }: Sending & { readonly actionId: string }): Promise<Done> {
  return api.activities.recordEvent({
    actionId,
    ...(event === undefined ? {} : { scheduled: seen(event) }),
    ...placedOf(draft, event?.partners ?? []),
    ...evidenceOf(draft),
    counting: draft.counting ?? 'not-counted',
  })
}

function seen(event: EventFile | undefined): { readonly id: number; readonly version: number } {
  return { id: event?.id ?? 0, version: event?.version ?? 0 }
}
