import type { Severity } from './marks.ts'
import { attributesOf, elementPattern, findSection } from './xml.ts'

/** How a cell is to look: filled as a complaint, or freed of the fill that an earlier marking gave it. */
export type Look = Severity | 'cleared'

const FILLS: Readonly<Record<Severity, string>> = { warned: 'FFFFE3A3', held: 'FFF8C9C6' }
const SEVERITIES: readonly Severity[] = ['warned', 'held']

interface StylesParts {
  readonly prefix: string
  readonly xfs: readonly string[]
  readonly fills: readonly string[]
}

/**
 * The cell formats of a workbook being marked. A marked cell gets a copy of its own format with only the fill changed, so
 * number format, font, border and alignment stay. Copies are numbered while the sheets are written and put in afterwards.
 */
export class MarkStyles {
  private readonly original: string
  private readonly parts: StylesParts
  private readonly copies = new Map<string, number>()
  private readonly markedBefore: ReadonlySet<number>

  constructor(stylesXml: string) {
    this.original = stylesXml
    this.parts = readStyles(stylesXml)
    const fills = new Set(this.parts.fills.flatMap((fill, index) => (isOurs(fill) ? [index] : [])))
    const xfs = this.parts.xfs.flatMap((xf, index) =>
      fills.has(Number(attributesOf(tagOf(xf)).get('fillId'))) ? [index] : [],
    )
    this.markedBefore = new Set(xfs)
  }

  /** The number of the format that looks like `base` with another fill. */
  copyOf(base: number, look: Look): number {
    const key = `${base} ${look}`
    const seen = this.copies.get(key)
    if (seen !== undefined) return seen
    const made = this.parts.xfs.length + this.copies.size
    this.copies.set(key, made)
    return made
  }

  /** Whether an earlier marking filled the cells of this format. */
  wasMarked(style: number): boolean {
    return this.markedBefore.has(style)
  }

  /** The styles part with the fills and the copies added. */
  xml(): string {
    const { prefix, xfs, fills } = this.parts
    const added = SEVERITIES.map((severity) => fillXml(prefix, FILLS[severity]))
    const copies = [...this.copies.keys()].map((key) => {
      const [base = '0', look = ''] = key.split(' ')
      const fill = look === 'cleared' ? 0 : fills.length + (look === 'warned' ? 0 : 1)
      return refilled(xfs[Number(base)] ?? xfs[0] ?? `<${prefix}xf/>`, fill)
    })
    const withFills = replaceSection(
      this.original,
      'fills',
      `<${prefix}fills count="${fills.length + 2}">${[...fills, ...added].join('')}</${prefix}fills>`,
    )
    return replaceSection(
      withFills,
      'cellXfs',
      `<${prefix}cellXfs count="${xfs.length + copies.length}">${[...xfs, ...copies].join('')}</${prefix}cellXfs>`,
    )
  }
}

function readStyles(xml: string): StylesParts {
  const prefix = /<((?:[\w.-]+:)?)styleSheet[\s>]/.exec(xml)?.[1] ?? ''
  const fills = wholeElements(findSection(xml, 'fills')?.text ?? '', 'fill')
  const xfs = wholeElements(findSection(xml, 'cellXfs')?.text ?? '', 'xf')
  return {
    prefix,
    fills:
      fills.length >= 2
        ? fills
        : ['none', 'gray125'].map(
            (kind) => `<${prefix}fill><${prefix}patternFill patternType="${kind}"/></${prefix}fill>`,
          ),
    xfs: xfs.length > 0 ? xfs : [`<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`],
  }
}

function replaceSection(xml: string, name: string, by: string): string {
  const section = findSection(xml, name)
  if (section) return xml.slice(0, section.from) + by + xml.slice(section.from + section.text.length)
  // The order of the sections is fixed: fills stand before borders, cell formats before cell styles.
  return xml.replace(NEXT_SECTION, (next) => by + next)
}

const NEXT_SECTION =
  /<(?:[\w.-]+:)?(?:borders|cellStyleXfs|cellXfs|cellStyles|dxfs)(?=[\s/>])|<\/(?:[\w.-]+:)?styleSheet>/

function wholeElements(xml: string, name: string): string[] {
  const elements: string[] = []
  for (const { 0: tag, index } of xml.matchAll(elementPattern(name))) {
    if (tag.endsWith('/>')) elements.push(tag)
    else elements.push(xml.slice(index, xml.indexOf('>', xml.indexOf(`${name}>`, index + tag.length)) + 1))
  }
  return elements
}

function tagOf(element: string): string {
  return element.slice(0, element.indexOf('>') + 1)
}

function refilled(xf: string, fill: number): string {
  const tag = tagOf(xf)
  const bare = tag.replace(/\s(?:fillId|applyFill)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
  return bare.replace(/^<[\w.:-]+/, (name) => `${name} fillId="${fill}" applyFill="1"`) + xf.slice(tag.length)
}

function fillXml(prefix: string, color: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${color}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`
}

function isOurs(fill: string): boolean {
  return SEVERITIES.some((severity) => fill.includes(`rgb="${FILLS[severity]}"`))
}
