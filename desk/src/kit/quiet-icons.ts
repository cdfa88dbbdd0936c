import { words } from '../words/kit.ts'

/** Ant Design's own icons: images named in English (`down`, `close-circle`), each beside a control that has its name in Chinese. */
const loud = '.anticon[role="img"]:not([aria-hidden])'

/** Names that the library gives its own controls whatever its language is. */
const chinese: Readonly<Record<string, string>> = { Clear: words.clear, Close: words.close }
const foreign = Object.keys(chinese)
  .map((name) => `button[aria-label="${name}"]`)
  .join(',')

/** Keeps the library's own icons silent and its own controls named in Chinese, now and whenever more come; answers how to stop. */
export function keepIconsQuiet(root: HTMLElement): () => void {
  quieten(root)
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) quieten(node)
    }
  })
  watch.observe(root, { childList: true, subtree: true })
  return () => watch.disconnect()
}

function quieten(part: HTMLElement): void {
  for (const icon of within(part, loud)) {
    // One of ours that says something says it in Chinese.
    if (/^[a-z-]+$/.test(icon.getAttribute('aria-label') ?? '')) icon.setAttribute('aria-hidden', 'true')
  }
  for (const control of within(part, foreign)) {
    const name = chinese[control.getAttribute('aria-label') ?? '']
    if (name !== undefined) control.setAttribute('aria-label', name)
  }
}

function within(part: HTMLElement, what: string): readonly Element[] {
  return [...(part.matches(what) ? [part] : []), ...part.querySelectorAll(what)]
}
