import { itemMark, officialDate, outline } from '@dongzhou/engines/reports'
import type { Block, HeadingBlock, Inline, ListBlock, ReportDocument } from '@dongzhou/terms/document'
import { FigureChip, Paper, PaperText } from '../kit/paper.tsx'
import { BlockMenu } from './block-menu.tsx'
import type { Edit } from './draft.ts'
import { type Caret, keyOf, type Stretch } from './edit-document.ts'
import { FigureTable } from './figure-table.tsx'
import type { ReportNumber } from './report-numbers.ts'
import './reports.css'
import { type Pen, StretchField } from './stretch-field.tsx'
import { blockWords, reportWords } from './words.ts'

export interface PaperTextProps {
  readonly document: ReportDocument
  readonly numbers: readonly ReportNumber[]
  readonly chosen: string | undefined
  readonly caret: Caret | undefined
  readonly pen: Pen
  /** Missing where the report may not be changed: then nothing is a field. */
  readonly onEdit: ((edit: Edit) => void) | undefined
  readonly onHead: (() => void) | undefined
}

/** 报告正文: the paper it will be, written on in place. */
export function ReportPaper(props: PaperTextProps) {
  const { document, onHead } = props
  const headings = new Map(outline(document).map((line) => [line.id, line.number]))
  const appendices = document.blocks.filter((block) => block.kind === 'appendix')
  const first = document.blocks.findIndex((block) => block.kind === 'appendix')
  const end = first < 0 ? document.blocks.length : first
  const block = (it: Block, at: number) => (
    <PaperBlock key={it.id} {...props} block={it} at={at} heading={headings.get(it.id) ?? ''} />
  )
  return (
    <Paper>
      {document.documentNumber !== undefined && document.documentNumber !== '' && (
        <p className="report-document-number">{document.documentNumber}</p>
      )}
      <PaperText as="title">
        <HeadPart onHead={onHead}>
          <TitleLines document={document} />
        </HeadPart>
      </PaperText>
      {document.addressee !== undefined && document.addressee !== '' && (
        <PaperText as="sender">{`${document.addressee}：`}</PaperText>
      )}
      {document.blocks.slice(0, end).map(block)}
      {appendices.length > 0 && (
        <p className="paper-text report-attached">{`${reportWords.attached}${appendices.map(titleOf).join('；')}`}</p>
      )}
      <PaperText as="sign">
        <HeadPart onHead={onHead}>{document.issuer}</HeadPart>
      </PaperText>
      {document.date !== undefined && (
        <PaperText as="sign">
          <HeadPart onHead={onHead}>{officialDate(document.date)}</HeadPart>
        </PaperText>
      )}
      {document.blocks.slice(end).map((it, at) => block(it, end + at))}
    </Paper>
  )
}

function titleOf(block: Block): string {
  return block.kind === 'appendix' ? block.title : ''
}

/** Head and signature are changed in a form: they are lines of the official layout, not running text. */
function HeadPart({
  onHead,
  children,
}: {
  readonly onHead: (() => void) | undefined
  readonly children: React.ReactNode
}) {
  if (!onHead) return children
  return (
    <button type="button" className="report-head-part" onClick={onHead}>
      {children}
    </button>
  )
}

/** A title breaks between its words: behind the issuer's name first. */
function TitleLines({ document: { title, issuer } }: Pick<PaperTextProps, 'document'>) {
  const parts = title.startsWith(issuer) ? [issuer, title.slice(issuer.length)] : [title]
  return parts.map((part) => (
    <span key={part} className="report-title-line">
      {part}
    </span>
  ))
}

interface PaperBlockProps extends PaperTextProps {
  readonly block: Block
  readonly at: number
  readonly heading: string
}

function PaperBlock(props: PaperBlockProps) {
  const { block, heading } = props
  switch (block.kind) {
    case 'heading':
      return <Heading {...props} block={block} number={heading} />
    case 'paragraph':
      return <PaperRow {...props} stretch={{ block: block.id }} className="paper-text" inlines={block.inlines} />
    case 'list':
      return <ListRows {...props} block={block} />
    case 'appendix':
      return (
        <section className="report-appendix">
          <p className="paper-head">{reportWords.attachment}</p>
          <PaperRow
            {...props}
            stretch={{ block: block.id }}
            className="paper-title"
            inlines={[{ kind: 'text', text: block.title }]}
          />
          <FigureTable numbers={props.numbers} chosen={props.chosen} onChoose={props.pen.onChoose} />
        </section>
      )
  }
}

function Heading(props: PaperBlockProps & { readonly block: HeadingBlock; readonly number: string }) {
  const { block, number } = props
  const names = { 1: 'paper-head', 2: 'paper-subhead', 3: 'paper-text' } as const
  return (
    <PaperRow
      {...props}
      stretch={{ block: block.id }}
      className={names[block.level]}
      level={block.level + 2}
      mark={number}
      inlines={block.inlines}
    />
  )
}

function ListRows(props: PaperBlockProps & { readonly block: ListBlock }) {
  const { block } = props
  return block.items.map((inlines, item) => (
    <PaperRow
      // Items have no id of their own; their place is what an edit names them by.
      // biome-ignore lint/suspicious/noArrayIndexKey: what is only read never changes places
      key={item}
      {...props}
      stretch={{ block: block.id, item }}
      className="paper-text"
      mark={itemMark(block.marks, item)}
      inlines={inlines}
    />
  ))
}

interface PaperRowProps extends PaperBlockProps {
  readonly stretch: Stretch
  readonly className: string
  readonly inlines: readonly Inline[]
  /** 一、 or 一是: counted, never typed. */
  readonly mark?: string
  /** The level of a heading, for those who hear the page. */
  readonly level?: number
}

/** One paragraph of the paper, with the menu in its margin while it may be changed. */
function PaperRow({ stretch, className, mark = '', level, inlines, ...props }: PaperRowProps) {
  const { onEdit, caret, chosen, pen } = props
  const key = keyOf(stretch)
  const label = blockWords.place(blockWords.names[props.block.kind], props.at + 1)
  return (
    <div className="report-row" id={`block-${key}`}>
      {onEdit && (
        <BlockMenu document={props.document} block={props.block} item={stretch.item} label={label} onEdit={onEdit} />
      )}
      <div className={className} {...(level === undefined ? {} : { role: 'heading', 'aria-level': level })}>
        {onEdit ? (
          <StretchField
            at={stretch}
            label={label}
            mark={mark}
            inlines={inlines}
            pen={pen}
            chosen={chosen}
            caret={caret && keyOf(caret.stretch) === key ? caret : undefined}
          />
        ) : (
          <Reading mark={mark} inlines={inlines} chosen={chosen} pen={pen} />
        )}
      </div>
    </div>
  )
}

function Reading({ mark = '', inlines, chosen, pen }: Pick<PaperRowProps, 'mark' | 'inlines' | 'chosen' | 'pen'>) {
  const parts: readonly Inline[] = [{ kind: 'text', text: mark }, ...inlines]
  return parts.map((inline, at) => {
    if (inline.kind === 'text') return inline.text
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is only read never changes places
      <span key={at} data-number={inline.id} className={isMissing(inline) ? 'report-missing' : undefined}>
        <FigureChip
          isBound={inline.kind === 'figure'}
          isChosen={inline.id === chosen}
          say={pen.sayOf(inline.id)}
          onChoose={() => pen.onChoose(inline.id)}
        >
          {inline.kind === 'figure' ? inline.shown : inline.text}
        </FigureChip>
      </span>
    )
  })
}

function isMissing(inline: Inline): boolean {
  return inline.kind === 'figure' && (inline.reading === undefined || 'missing' in inline.reading)
}
