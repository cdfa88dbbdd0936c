const KEPT = 'dongzhou.large-type'

/** 大字 (large type): a button that enlarges the page and remembers it on this phone. */
export function switchLargeType(button: HTMLButtonElement): void {
  show(button, recall())
  button.addEventListener('click', () => {
    const isLarge = button.getAttribute('aria-pressed') !== 'true'
    show(button, isLarge)
    remember(isLarge)
  })
}

function show(button: HTMLButtonElement, isLarge: boolean): void {
  button.setAttribute('aria-pressed', String(isLarge))
  document.documentElement.classList.toggle('larger', isLarge)
}

// A browser in private mode may refuse storage: the button then works for this visit only.
function recall(): boolean {
  try {
    return localStorage.getItem(KEPT) === 'yes'
  } catch {
    return false
  }
}

function remember(isLarge: boolean): void {
  try {
    localStorage.setItem(KEPT, isLarge ? 'yes' : 'no')
  } catch {
    return
  }
}
