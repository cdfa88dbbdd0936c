import type { Memory } from './column-memory.ts'

const place = 'dongzhou.reminders-seen'

/** The reminders that are new to this person: of these the bell shows the count. */
export function freshKeys(reminders: readonly { readonly key: string }[], seen: readonly string[]): readonly string[] {
  return reminders.map(({ key }) => key).filter((key) => !seen.includes(key))
}

/** What was there when the bell was last opened in this browser; nothing where that cannot be read. */
export function seenKeys(memory: Memory): readonly string[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(place) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

/** Keeps what was seen. Only keys of work are kept: numbers of batches and jobs, never of people. */
export function keepSeen(memory: Memory, keys: readonly string[]): void {
  try {
    memory.setItem(place, JSON.stringify(keys))
  } catch {
    // Storage is forbidden or full: it holds until the page is closed.
    return
  }
}
