// 2号 type is 22 pt, so twenty characters fill the 156 mm of the type area; one less keeps the title off both edges.
const LONGEST = 19

/**
 * 标题回行 (breaking a title): one line if it fits, else lines of whole words (GB/T 9704-2012, 7.3.1: 词意完整，排列对称). It breaks behind
 * the issuer's name, else near the middle; a number, a bracket and a quotation stay whole where they can.
 */
export function titleLines(title: string, issuer: string): readonly string[] {
  if (widthOf(title) <= LONGEST) return [title]
  const at = breakAfterIssuer(title, issuer) ?? breakNearMiddle(title)
  return [...titleLines(title.slice(0, at), issuer), ...titleLines(title.slice(at), issuer)]
}

/** Width in full-width characters: Latin letters, digits and spaces are half as wide. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\x20-\x7e]/.test(character) ? 0.5 : 1), 0)
}

function breakAfterIssuer(title: string, issuer: string): number | undefined {
  return issuer !== '' && title.startsWith(issuer) && title.length > issuer.length ? issuer.length : undefined
}

function breakNearMiddle(title: string): number {
  const half = widthOf(title) / 2
  const places = Array.from({ length: title.length - 1 }, (_, at) => at + 1)
  const scored = places.map((at) => ({
    at,
    cost: Math.abs(widthOf(title.slice(0, at)) - half) + costOfBreak(title, at),
  }))
  return scored.reduce((best, next) => (next.cost < best.cost ? next : best), { at: 1, cost: Number.POSITIVE_INFINITY })
    .at
}

// In characters of imbalance that the break is worth avoiding.
function costOfBreak(title: string, at: number): number {
  const [before, after] = [title.slice(0, at), title.slice(at)]
  if (/\d$/.test(before) && /^[\d年月日%]/.test(after)) return 100
  if (/[《“（〔]$/.test(before) || /^[》”）〕、，的]/.test(after)) return 100
  if (/[《“][^》”]*$/.test(before)) return 4
  return /[的年月》”、，]$/.test(before) ? 0 : 2
}
