import { useState } from 'react'

/** A small choice that this browser remembers: a folded rail, large type. Never anything about a person. */
export function useRemembered(name: string, usual: boolean): readonly [boolean, (value: boolean) => void] {
  const key = `dongzhou.${name}`
  const [value, setValue] = useState(() => recall(key) ?? usual)
  function remember(next: boolean): void {
    setValue(next)
    try {
      localStorage.setItem(key, String(next))
    } catch {
      // Storage is forbidden or full: the choice holds until the page is closed.
      return
    }
  }
  return [value, remember]
}

function recall(key: string): boolean | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? undefined : kept === 'true'
  } catch {
    return undefined
  }
}
