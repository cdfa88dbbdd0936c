import { MoreOutlined } from '@ant-design/icons'
import type { Block, HeadingLevel, Inline, ListBlock, ReportDocument } from '@dongzhou/terms/document'
import { Button, Dropdown, type MenuProps } from 'antd'
import { newActionId } from '../kit/action-id.ts'
import type { Edit } from './draft.ts'
import { blockWords, reportWords } from './words.ts'

interface BlockMenuProps {
  readonly document: ReportDocument
  readonly block: Block
  readonly item: number | undefined
  readonly label: string
  readonly onEdit: (edit: Edit) => void
}

type Items = NonNullable<MenuProps['items']>

/** 段落: what can be done to one paragraph, in the margin beside it. */
export function BlockMenu({ document, block, item, label, onEdit }: BlockMenuProps) {
  const items: Items =
    block.kind === 'list' && item !== undefined
      ? [...itemItems(block, item, onEdit), { type: 'divider' }, ...listItems(document, block, onEdit)]
      : blockItems(document, block, onEdit)
  return (
    <span className="report-block-menu no-print">
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" icon={<MoreOutlined aria-hidden />} aria-label={blockWords.menuOf(label)} />
      </Dropdown>
    </span>
  )
}

function blockItems(document: ReportDocument, block: Block, onEdit: BlockMenuProps['onEdit']): Items {
  return [
    ...moveItems(document, block, onEdit),
    addBelow(document, block, onEdit),
    ...turnItems(block, onEdit),
    { type: 'divider' },
    {
      key: 'remove',
      danger: true,
      label: block.kind === 'appendix' ? blockWords.removeAppendix : blockWords.remove,
      onClick: () => onEdit({ kind: 'remove', block: block.id }),
    },
  ]
}

function listItems(document: ReportDocument, block: ListBlock, onEdit: BlockMenuProps['onEdit']): Items {
  const other = block.marks === 'first-is' ? 'bracketed' : 'first-is'
  return [
    {
      key: 'marks',
      label: blockWords.marks[other],
      onClick: () => onEdit({ kind: 'change', block: { ...block, marks: other } }),
    },
    addBelow(document, block, onEdit),
    {
      key: 'remove',
      danger: true,
      label: blockWords.removeList,
      onClick: () => onEdit({ kind: 'remove', block: block.id }),
    },
  ]
}

function itemItems(block: ListBlock, item: number, onEdit: BlockMenuProps['onEdit']): Items {
  const change = (items: readonly (readonly Inline[])[]) => onEdit({ kind: 'change', block: { ...block, items } })
  return [
    { key: 'item-up', label: blockWords.itemUp, disabled: item === 0, onClick: () => change(swapped(block, item - 1)) },
    {
      key: 'item-down',
      label: blockWords.itemDown,
      disabled: item === block.items.length - 1,
      onClick: () => change(swapped(block, item)),
    },
    {
      key: 'item-add',
      label: blockWords.addItem,
      onClick: () => change(block.items.flatMap((old, at) => (at === item ? [old, []] : [old]))),
    },
    {
      key: 'item-remove',
      danger: true,
      label: blockWords.removeItem,
      disabled: block.items.length === 1,
      onClick: () => change(block.items.filter((_, at) => at !== item)),
    },
  ]
}

/** The items of a list with the one at a place and the one after it changed about. */
function swapped({ items }: ListBlock, at: number): readonly (readonly Inline[])[] {
  const [one, other] = [items[at], items[at + 1]]
  if (!(one && other)) return items
  return items.map((item) => (item === one ? other : item === other ? one : item))
}

function moveItems(document: ReportDocument, block: Block, onEdit: BlockMenuProps['onEdit']): Items {
  const at = document.blocks.findIndex(({ id }) => id === block.id)
  const move = (by: -1 | 1) => onEdit({ kind: 'move', block: block.id, by })
  return [
    { key: 'up', label: blockWords.up, disabled: at <= 0, onClick: () => move(-1) },
    { key: 'down', label: blockWords.down, disabled: at === document.blocks.length - 1, onClick: () => move(1) },
  ]
}

const levels: readonly HeadingLevel[] = [1, 2, 3]

function addBelow(document: ReportDocument, block: Block, onEdit: BlockMenuProps['onEdit']): Items[number] {
  const add = (made: Block) => onEdit({ kind: 'add', after: block.id, block: made })
  const hasAppendix = document.blocks.some(({ kind }) => kind === 'appendix')
  return {
    key: 'add',
    label: blockWords.addBelow,
    children: [
      {
        key: 'add-text',
        label: blockWords.paragraph,
        onClick: () => add({ kind: 'paragraph', id: newId(), inlines: [] }),
      },
      ...levels.map((level) => ({
        key: `add-${level}`,
        label: blockWords.headings[level],
        onClick: () => add({ kind: 'heading', id: newId(), level, inlines: [] }),
      })),
      {
        key: 'add-list',
        label: blockWords.list,
        onClick: () => add({ kind: 'list', id: newId(), marks: 'first-is', items: [[]] }),
      },
      ...(hasAppendix
        ? []
        : [
            {
              key: 'add-appendix',
              label: blockWords.appendix,
              onClick: () => add({ kind: 'appendix', id: newId(), title: reportWords.appendixTitle }),
            },
          ]),
    ],
  }
}

/** 正文 becomes a heading or the other way about; its words and figures stay. */
function turnItems(block: Block, onEdit: BlockMenuProps['onEdit']): Items {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return []
  const { id, inlines } = block
  return [
    {
      key: 'turn',
      label: blockWords.turnInto,
      children: [
        {
          key: 'turn-text',
          label: blockWords.paragraph,
          disabled: block.kind === 'paragraph',
          onClick: () => onEdit({ kind: 'change', block: { kind: 'paragraph', id, inlines } }),
        },
        ...levels.map((level) => ({
          key: `turn-${level}`,
          label: blockWords.headings[level],
          disabled: block.kind === 'heading' && block.level === level,
          onClick: () => onEdit({ kind: 'change', block: { kind: 'heading', id, level, inlines } }),
        })),
      ],
    },
  ]
}

/** An id for a new part of a report. */
export function newId(): string {
  return `p-${newActionId()}`
}
