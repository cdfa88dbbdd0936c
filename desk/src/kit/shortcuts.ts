import { useEffect, useRef } from 'react'

/** What a key press is, as far as shortcuts care; a KeyboardEvent fits. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
}

/** Does a press mean this shortcut? Shortcuts are written `/`, `Escape`, `mod+Enter`; mod is Ctrl, or ⌘ on a Mac. */
export function isPress(press: Press, shortcut: string): boolean {
  // While an input method composes, Enter and the letters belong to it.
  if (press.isComposing) return false
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const wantsMod = parts.includes('mod')
  const hasMod = press.ctrlKey || press.metaKey
  if (wantsMod !== hasMod || press.altKey !== parts.includes('alt')) return false
  if (parts.includes('shift') && !press.shiftKey) return false
  // Chinese input methods send the full-width or Chinese mark for the same physical key.
  return press.key.toLowerCase() === key.toLowerCase() || (key === '/' && (press.key === '、' || press.key === '／'))
}

/** The next row of a list for a key: stays within it, jumps with PageUp, PageDown, Home and End; undefined for other keys. */
export function nextRow(key: string, at: number | undefined, count: number): number | undefined {
  if (count === 0) return undefined
  const from = at ?? -1
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, count - 1)
    case 'ArrowUp':
      return Math.max((at ?? count) - 1, 0)
    case 'PageDown':
      return Math.min(Math.max(from, 0) + 10, count - 1)
    case 'PageUp':
      return Math.max((at ?? 0) - 10, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** Is somebody typing there, so that a plain letter is text and no shortcut? */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // Somebody who has just ticked a box or chosen a view is not typing.
  if (target instanceof HTMLInputElement && ['radio', 'checkbox', 'button', 'file'].includes(target.type)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** Listens on the whole page for a shortcut; plain ones are left alone while somebody types. */
export function useShortcut(shortcut: string, onPress: () => void): void {
  const latest = useRef(onPress)
  useEffect(() => {
    latest.current = onPress
  })
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (!isPress(event, shortcut)) return
      if (!shortcut.includes('mod') && isTypingIn(event.target)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [shortcut])
}
