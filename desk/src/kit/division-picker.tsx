import { TreeSelect } from 'antd'
import { divisionWords } from '../words/kit.ts'
import { type DivisionNode, divisionTree, isNamed } from './division-tree.ts'
import type { FilterTreeNode } from './ledger-types.ts'
import { troubleOf } from './trouble.ts'
import { useDivisions } from './use-divisions.ts'
import './form.css'

interface DivisionPickerProps {
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
  /** Only this division and what is inside it, usually one's own; the server refuses others in any case. */
  readonly within?: string | undefined
  /** Ties the field to its label. */
  readonly id?: string
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly isWrong?: boolean
  /** Chosen must be one of these: a village, a town. All when missing. */
  readonly mayChoose?: (code: string) => boolean
}

/** 选择区划 (division picker): the tree, searched by any name a village ever had. */
export function DivisionPicker(props: DivisionPickerProps) {
  const { value, onChange, within, mayChoose } = props
  const divisions = useDivisions()
  const tree = divisionTree(divisions.data ?? [], { within, chosen: value })
  return (
    <TreeSelect
      {...(props.id === undefined ? {} : { id: props.id })}
      className="division-picker"
      allowClear
      disabled={props.isDisabled ?? false}
      {...(props.isWrong ? { status: 'error' as const } : {})}
      loading={divisions.isPending}
      placeholder={props.placeholder ?? divisionWords.choose}
      showSearch={{ filterTreeNode: (typed, node) => isNamed(node as unknown as DivisionNode, typed) }}
      notFoundContent={divisions.error === null ? divisionWords.nothing : troubleOf(divisions.error).say}
      treeNodeLabelProp="fullTitle"
      treeData={tree.map((node) => choosable(node, mayChoose))}
      // One's own town opens at once; a whole county would be 329 lines.
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      value={value ?? null}
      onChange={(code: string | null) => onChange(code ?? undefined)}
    />
  )
}

/** The tree for a ledger's filter `{ kind: 'tree' }`; empty until the divisions are there. */
export function useDivisionFilterTree(within?: string): readonly FilterTreeNode[] {
  return divisionTree(useDivisions().data ?? [], { within })
}

interface ChoosableNode extends DivisionNode {
  readonly selectable: boolean
  readonly children: ChoosableNode[]
}

function choosable(node: DivisionNode, mayChoose: ((code: string) => boolean) | undefined): ChoosableNode {
  return {
    ...node,
    selectable: mayChoose?.(node.value) ?? true,
    children: node.children.map((child) => choosable(child, mayChoose)),
  }
}
