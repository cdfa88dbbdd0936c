import { useState } from 'react'
import { type ColumnChoice, chosenColumns, inOrder, recallColumns, rememberColumns } from './column-memory.ts'
import type { LedgerColumn } from './ledger-types.ts'
import { useMedia } from './use-media.ts'

const narrowScreen = '(max-width: 640px)'

/** A page's columns as chosen, and what changes the choice. */
export interface Columns<Row> {
  readonly all: readonly LedgerColumn<Row>[]
  readonly shown: readonly LedgerColumn<Row>[]
  readonly show: (key: string, isShown: boolean) => void
  readonly move: (key: string, by: -1 | 1) => void
  readonly reset: () => void
}

/** The columns of a page, as this browser remembers them. */
export function useColumns<Row>(pageKey: string, columns: readonly LedgerColumn<Row>[]): Columns<Row> {
  const [choice, setChoice] = useState<ColumnChoice | undefined>(() => recallColumns(localStorage, pageKey))
  const all = inOrder(columns, choice?.order ?? [])
  const isNarrow = useMedia(narrowScreen)
  const shown = chosenColumns(columns, choice).filter(({ isWideOnly }) => !(isNarrow && isWideOnly && !choice))

  function keep(order: readonly string[], visible: ReadonlySet<string>): void {
    const next = { order, hidden: order.filter((key) => !visible.has(key)) }
    rememberColumns(localStorage, pageKey, next)
    setChoice(next)
  }

  const order = all.map((column) => column.key)
  const visible = new Set(shown.map((column) => column.key))
  return {
    all,
    shown,
    show: (key, isShown) =>
      keep(order, new Set(isShown ? [...visible, key] : [...visible].filter((one) => one !== key))),
    move: (key, by) => keep(moved(order, key, by), visible),
    reset: () => {
      rememberColumns(localStorage, pageKey, { order: [], hidden: [] })
      setChoice(undefined)
    },
  }
}

function moved(order: readonly string[], key: string, by: -1 | 1): readonly string[] {
  const at = order.indexOf(key)
  const to = Math.min(Math.max(at + by, 0), order.length - 1)
  const others = order.filter((one) => one !== key)
  return [...others.slice(0, to), key, ...others.slice(to)]
}
