import type { DivisionLine } from '@dongzhou/contract/registry'
import { divisionCode, levelOf } from '@dongzhou/terms/division'
import { useNavigate } from '@tanstack/react-router'
import { Input, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { type DivisionNode, divisionTree, isNamed } from '../kit/division-tree.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { useDivisions } from '../kit/use-divisions.ts'
import { useMay } from '../session/use-session.ts'
import { DivisionCard } from './division-card.tsx'
import { DivisionDialog } from './division-dialog.tsx'
import { countLevels } from './division-entry.ts'
import './registry.css'
import { divisionPageWords } from './words.ts'

type Open =
  | { readonly kind: 'add'; readonly under: DivisionLine }
  | { readonly kind: 'change'; readonly line: DivisionLine }

/** 区划 (divisions): the tree on the left, the chosen one on the right. */
export function DivisionsPage() {
  const divisions = useDivisions()
  const mayWrite = useMay('divisions.write')
  const [open, setOpen] = useState<Open>()
  const [code, choose] = useChosen()
  const chosen = divisions.data?.find((line) => line.code === code)
  const town = townOf(chosen, divisions.data ?? [])
  const levels = countLevels(divisions.data ?? [])
  return (
    <>
      <PageTitle
        title={divisionPageWords.title}
        note={divisions.data && divisionPageWords.note(levels.towns, levels.villages)}
        help={<HelpLines lines={divisionPageWords.help} />}
        {...(mayWrite
          ? {
              primary: {
                label: divisionPageWords.add,
                isDisabled: town === undefined,
                ...(divisions.data ? { whyNot: divisionPageWords.addWhyNot } : {}),
                onClick: () => town && setOpen({ kind: 'add', under: town }),
              },
            }
          : {})}
      />
      <Loaded query={divisions} rows={12}>
        {(lines) => (
          <div className="division-page">
            <section className="card card-body" aria-label={divisionPageWords.title}>
              <DivisionTree lines={lines} chosen={code} onChoose={choose} />
            </section>
            <DivisionCard
              line={chosen}
              lines={lines}
              {...(mayWrite && chosen ? { onChange: () => setOpen({ kind: 'change', line: chosen }) } : {})}
            />
          </div>
        )}
      </Loaded>
      {open?.kind === 'add' && <DivisionDialog under={open.under} onDone={choose} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'change' && (
        <DivisionDialog line={open.line} onDone={choose} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function useChosen(): readonly [string | undefined, (code: string) => void] {
  const { code } = usePageSearch()
  const navigate = useNavigate()
  return [
    typeof code === 'string' ? code : undefined,
    (next) => void navigate({ to: '.', search: { code: next }, replace: true, resetScroll: false }),
  ]
}

/** The town a new village would belong to: the chosen one, or that of the chosen village. */
function townOf(chosen: DivisionLine | undefined, lines: readonly DivisionLine[]): DivisionLine | undefined {
  if (!chosen) return undefined
  switch (levelOf(divisionCode(chosen.code))) {
    case 'county':
      return undefined
    case 'town':
      return chosen
    case 'village':
      return lines.find((line) => line.code === chosen.parentCode)
  }
}

interface DivisionTreeProps {
  readonly lines: readonly DivisionLine[]
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}

function DivisionTree({ lines, chosen, onChoose }: DivisionTreeProps) {
  const [typed, setTyped] = useState('')
  const [opened, setOpened] = useState<readonly string[]>(() => openedAtFirst(lines, chosen))
  const tree = useMemo(() => divisionTree(lines, { withStopped: true }), [lines])
  const shown = typed.trim() === '' ? tree : tree.flatMap((node) => found(node, typed))
  const stopped = new Set(lines.filter((line) => !line.isActive).map((line) => line.code))
  return (
    <div className="stack">
      <Input.Search
        aria-label={divisionPageWords.search}
        placeholder={divisionPageWords.search}
        allowClear
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {shown.length === 0 && <p className="quiet">{divisionPageWords.nobody}</p>}
      <Tree<TreeNode>
        blockNode
        treeData={shown.map(withKey)}
        selectedKeys={chosen === undefined ? [] : [chosen]}
        expandedKeys={typed.trim() === '' ? [...opened] : codesIn(shown)}
        onExpand={(keys) => setOpened(keys.map(String))}
        onSelect={(keys, { node }) => onChoose(keys.length > 0 ? String(keys[0]) : node.key)}
        titleRender={(node) => (
          <span className={stopped.has(node.key) ? 'quiet' : ''}>
            {node.title}
            {stopped.has(node.key) && <span className="small">（{divisionPageWords.stopped}）</span>}
          </span>
        )}
      />
    </div>
  )
}

interface TreeNode {
  readonly key: string
  readonly title: string
  readonly children: TreeNode[]
}

function withKey({ value, title, children }: DivisionNode): TreeNode {
  return { key: value, title, children: children.map(withKey) }
}

/** A node that is meant, or that holds one that is; a town that is meant shows all its villages. */
function found(node: DivisionNode, typed: string): DivisionNode[] {
  if (isNamed(node, typed)) return [node]
  const children = node.children.flatMap((child) => found(child, typed))
  return children.length > 0 ? [{ ...node, children }] : []
}

function codesIn(nodes: readonly DivisionNode[]): string[] {
  return nodes.flatMap((node) => [node.value, ...codesIn(node.children)])
}

function openedAtFirst(lines: readonly DivisionLine[], chosen: string | undefined): readonly string[] {
  const roots = lines.filter((line) => line.parentCode === null).map((line) => line.code)
  const parent = lines.find((line) => line.code === chosen)?.parentCode
  return parent === undefined || parent === null ? roots : [...roots, parent]
}
