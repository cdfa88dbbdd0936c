/** How many characters of what is the same stand on either side of a difference. */
const AROUND = 12

type Texts = readonly [string, string, string]

/** 摘录: of three versions of a long paragraph only where they differ, with a few characters around. Pure. */
export function excerptsOf(texts: Texts): Texts {
  const shortest = Math.min(...texts.map((text) => text.length))
  if (texts.some((text) => text === '')) return texts
  const start = commonStart(texts, shortest)
  const end = commonEnd(texts, shortest - start)
  const from = Math.max(0, start - AROUND)
  const [one, two, three] = texts
  const cut = (text: string) => {
    const to = Math.min(text.length, text.length - end + AROUND)
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
  }
  return [cut(one), cut(two), cut(three)]
}

function commonStart(texts: Texts, most: number): number {
  const [first] = texts
  let at = 0
  while (at < most && texts.every((text) => text[at] === first[at])) at += 1
  return at
}

function commonEnd(texts: Texts, most: number): number {
  const [first] = texts
  let at = 0
  while (at < most && texts.every((text) => text[text.length - 1 - at] === first[first.length - 1 - at])) at += 1
  return at
}
