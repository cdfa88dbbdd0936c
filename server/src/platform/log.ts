import { type DestinationStream, pino } from 'pino'

/** Structured logs. They carry ids, codes and durations; a name, number or phone in a log is an incident. */
export type Log = Pick<ReturnType<typeof pino>, 'info' | 'warn' | 'error' | 'debug'>

/** A log that writes JSON lines to standard error, or where a test reads them. Level by DONGZHOU_LOG: debug, info, warn, error or silent. */
export function openLog(level: string, destination?: DestinationStream): Log {
  const to = destination ?? pino.destination({ dest: 2, sync: true })
  return pino({ level, base: null, serializers: { err: describeError } }, to)
}

/** Only code and place of an error: a database error quotes the row, and the row holds people. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'unknown error' }
  const { code } = error as { code?: unknown }
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined
  return {
    name: error.name,
    code,
    message: isFromDatabase(error) ? undefined : error.message,
    stack: placesOf(error),
    cause,
  }
}

function isFromDatabase(error: Error): boolean {
  return 'severity' in error || 'detail' in error || 'constraint' in error
}

function placesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .map((line) => line.trim())
}
