/** Longer than any motion of the desk: by then what is closing has given the focus back. */
const heldForMilliseconds = 500

/**
 * Puts the keyboard somewhere and keeps it there for a moment. A drawer or dialog that is just closing hands the focus back to where it
 * was taken from, after its motion: whoever pressed a shortcut meanwhile would type into nothing.
 */
export function holdFocus(place: { focus(): void }): void {
  place.focus()
  const own = document.activeElement
  // What was typed before is there to be typed over.
  if (own instanceof HTMLInputElement) own.select()
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), heldForMilliseconds)
  stop.signal.addEventListener('abort', () => clearTimeout(timer))
  const options = { signal: stop.signal, capture: true }
  // The person's own wish to be elsewhere goes first.
  document.addEventListener('pointerdown', () => stop.abort(), options)
  document.addEventListener(
    'keydown',
    (event) => ['Tab', 'Enter', 'Escape'].includes(event.key) && stop.abort(),
    options,
  )
  document.addEventListener('focusin', (event) => event.target !== own && place.focus(), options)
}

const dialogs = '.ant-drawer-open:has(.ant-drawer-mask), .ant-modal-wrap:not(:has([class*="-leave"]))'

/** Is the page behind a dialog, so that its shortcuts would work on what cannot be seen? What is just closing covers nothing any more. */
export function isCovered(): boolean {
  return [...document.querySelectorAll<HTMLElement>(dialogs)].some((dialog) => dialog.checkVisibility())
}
