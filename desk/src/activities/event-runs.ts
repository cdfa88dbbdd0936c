import type { EventFile } from '@dongzhou/contract/activities'
import { api } from '../api.ts'
import type { DraftSending } from '../kit/use-draft.ts'
import { type EventDraft, type EventPurpose, evidenceOf, placedOf } from './event-draft.ts'

interface Done {
  readonly id: unknown
}

/** What a form of an event sends; the event as it was seen is undefined for a new one. */
type Sending = DraftSending<EventDraft, EventFile | undefined>

type Run = (sending: Sending) => Promise<Done>

/** The action behind a form of an event, by what the form is for. */
export const eventRuns: { readonly [P in EventPurpose]: Run } = {
  schedule: ({ draft, actionId }) => api.activities.scheduleEvent({ actionId, ...placedOf(draft, []) }),
  record: recordHeld,
  hold: recordHeld,
  correct: ({ draft, seen: event, actionId }) =>
    api.activities.correctEvent({
      actionId,
      ...versionSeen(event),
      ...placedOf(draft, event?.partners ?? []),
      ...evidenceOf(draft),
      counting: draft.counting ?? null,
      because: draft.because.trim(),
    }),
}

function recordHeld({ draft, seen: event, actionId }: Sending): Promise<Done> {
  return api.activities.recordEvent({
    actionId,
    ...(event === undefined ? {} : { scheduled: versionSeen(event) }),
    ...placedOf(draft, event?.partners ?? []),
    ...evidenceOf(draft),
    counting: draft.counting ?? 'not-counted',
  })
}

function versionSeen(event: EventFile | undefined): { readonly id: number; readonly version: number } {
  return { id: event?.id ?? 0, version: event?.version ?? 0 }
}
