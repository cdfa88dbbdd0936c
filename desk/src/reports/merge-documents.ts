import { wordsOf } from '@dongzhou/engines/reports'
import type { Block, Inline, ReportDocument } from '@dongzhou/terms/document'
import { unreachable } from '@dongzhou/terms/unreachable'
import type { HeadFields } from './edit-document.ts'

/** What two people changed differently: the name of a head field, or the id of a block. */
export interface Clash {
  readonly key: string
  readonly kind: 'head' | 'block'
  readonly before: string
  readonly mine: string
  readonly theirs: string
}

export interface Three {
  /** As it was when I opened it. */
  readonly base: ReportDocument
  readonly mine: ReportDocument
  readonly theirs: ReportDocument
}

const headFields = [
  'title',
  'issuer',
  'documentNumber',
  'addressee',
  'date',
] as const satisfies readonly (keyof HeadFields)[]

/** 冲突项: what both changed since, and not to the same. What only one of the two changed is nobody's question. */
export function clashesOf(three: Three): readonly Clash[] {
  return [...headClashes(three), ...blockClashes(three)]
}

/** 合并: their text with my changes put into it; where both changed, mine only where it was chosen. Pure. */
export function mergeDocuments(three: Three, mineChosen: ReadonlySet<string>): ReportDocument {
  const clashes = new Set(clashesOf(three).map(({ key }) => key))
  const { base, mine, theirs } = three
  const isMine = (key: string, isChangedByMe: boolean) => (clashes.has(key) ? mineChosen.has(key) : isChangedByMe)
  const head = Object.fromEntries(
    headFields.map((field) => [field, (isMine(field, mine[field] !== base[field]) ? mine : theirs)[field]]),
  )
  const [was, my, their] = [base, mine, theirs].map(blocksById) as [Blocks, Blocks, Blocks]
  const blocks = orderOf(three).flatMap((id) => {
    const chosen = isMine(id, textOf(my.get(id)) !== textOf(was.get(id))) ? my.get(id) : their.get(id)
    return chosen === undefined ? [] : [chosen]
  })
  return { ...theirs, ...head, blocks }
}

/** A block as the conflict dialog shows it. */
export function blockWords(block: Block | undefined): string {
  if (block === undefined) return ''
  if (block.kind === 'appendix') return block.title
  return block.kind === 'list' ? block.items.map(wordsOf).join('\n') : wordsOf(block.inlines)
}

type Blocks = ReadonlyMap<string, Block>

function blocksById({ blocks }: ReportDocument): Blocks {
  return new Map(blocks.map((block) => [block.id, block]))
}

function headClashes({ base, mine, theirs }: Three): readonly Clash[] {
  return headFields.flatMap((key) => {
    const texts = { before: base[key] ?? '', mine: mine[key] ?? '', theirs: theirs[key] ?? '' }
    return isClash(texts) ? [{ key, kind: 'head' as const, ...texts }] : []
  })
}

function blockClashes({ base, mine, theirs }: Three): readonly Clash[] {
  const [was, my, their] = [blocksById(base), blocksById(mine), blocksById(theirs)]
  return [...new Set([...was.keys(), ...my.keys(), ...their.keys()])].flatMap((key) => {
    const [before, own, other] = [was.get(key), my.get(key), their.get(key)]
    if (!isClash({ before: textOf(before), mine: textOf(own), theirs: textOf(other) })) return []
    return [
      { key, kind: 'block' as const, before: blockWords(before), mine: blockWords(own), theirs: blockWords(other) },
    ]
  })
}

function isClash(it: Pick<Clash, 'before' | 'mine' | 'theirs'>): boolean {
  return it.mine !== it.theirs && it.mine !== it.before && it.theirs !== it.before
}

/** Everything a block says and asks, as one text: two blocks of the same text are the same. */
function textOf(block: Block | undefined): string {
  if (block === undefined) return ''
  switch (block.kind) {
    case 'heading':
      return `heading ${block.level} ${inlinesText(block.inlines)}`
    case 'paragraph':
      return `paragraph ${inlinesText(block.inlines)}`
    case 'list':
      return `list ${block.marks} ${block.items.map(inlinesText).join('\n')}`
    case 'appendix':
      return `appendix ${block.title}`
    default:
      return unreachable(block)
  }
}

// What a figure reads today is not what anybody wrote, and a number marked as hand-written is still the same text.
function inlinesText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind !== 'figure') return inline.text
      const { id, indicator, from, to, unit, format } = inline
      return JSON.stringify([id, indicator, from, to, unit, format])
    })
    .join('')
}

/** The order of the one who moved something; a block the other added stands behind the block it was added to. */
function orderOf({ base, mine, theirs }: Three): readonly string[] {
  const [was, my, their] = [base, mine, theirs].map(({ blocks }) => blocks.map(({ id }) => id)) as [
    string[],
    string[],
    string[],
  ]
  const theyMoved = !isSameOrder(was, their)
  const [leading, other] = theyMoved ? [their, my] : [my, their]
  const order = [...leading]
  other.forEach((id, at) => {
    if (order.includes(id)) return
    const above = other[at - 1]
    order.splice(above === undefined ? 0 : order.indexOf(above) + 1, 0, id)
  })
  return order
}

function isSameOrder(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((id) => other.includes(id))
  return other.filter((id) => one.includes(id)).join('\n') === common.join('\n')
}
