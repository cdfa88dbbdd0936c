import { type FaultCode, faults } from '@dongzhou/contract/faults'

/**
 * Something that must not go on, with its place in the catalogue. `details` holds ids and field names for the screen,
 * never a person's name, number or phone.
 */
export class Fault extends Error {
  readonly code: FaultCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FaultCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }

  get status(): number {
    return faults[this.code].status
  }

  get say(): string {
    return faults[this.code].say
  }
}

/** Turns a `may…` answer into a refusal; the reason is a code of the catalogue. */
export function requireMay(answer: May): void {
  if (answer !== 'yes') throw new Fault(answer)
}

/** What a `may…` function answers: yes, or which refusal. */
export type May = 'yes' | 'access.not-authorised' | 'access.outside-jurisdiction'
