/** What may be known of an error of the reading thread: its message may quote a cell, and a cell holds people. */
export interface ReadingTrouble {
  readonly name: string
  readonly code: string | undefined
  /** Where it was thrown: the lines of its stack, without the message. */
  readonly places: readonly string[]
}

const PLACE = /^at \S.*:\d+:\d+\)?$/
const CODE = /^[A-Z][A-Z0-9_]*$/
const PLACES = 12

/** Takes name, code and places out of an error, in the thread, before anything is passed on. */
export function troubleIn(error: unknown): ReadingTrouble {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, places: [] }
  const { code } = error as { code?: unknown }
  // The message goes first, whole: a line of it may look like a place.
  const stack = (error.stack ?? '').replace(error.message, '')
  const lines = stack.split('\n').map((line) => line.trim())
  return {
    name: error.name,
    code: typeof code === 'string' && CODE.test(code) ? code : undefined,
    places: lines.filter((line) => PLACE.test(line)).slice(0, PLACES),
  }
}

/** The same trouble as an error that a log may print. */
export function errorOf({ name, code, places }: ReadingTrouble): Error {
  const error = new Error('the reading thread failed')
  const stack = [`${name}: ${error.message}`, ...places.map((place) => `    ${place}`)].join('\n')
  return Object.assign(error, { name, stack, ...(code === undefined ? {} : { code }) })
}
