import type { NoticeLine } from '@dongzhou/contract/payments-money'
import type { TransferView } from '@dongzhou/contract/payments-views'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { api, orpc } from '../../api.ts'

const PAGE = 200

interface Page<Row> {
  readonly items: readonly Row[]
}

/** Everything of a list that goes onto paper, page by page; who prints a town waits for a few pages, not for one endless answer. */
async function everyPage<Row>(ask: (page: number) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const { items } = await ask(page)
    rows.push(...items)
    if (items.length < PAGE) return rows
  }
}

interface SheetOf {
  readonly runId: number
  readonly division: string | undefined
}

function inputOf({ runId, division }: SheetOf) {
  return { runId, size: PAGE, ...(division === undefined ? {} : { division }) }
}

/** 花名册 of a run or of one town of it. */
export function useRosterSheet(of: SheetOf): UseQueryResult<readonly TransferView[]> {
  return useQuery({
    queryKey: [...orpc.payments.listTransfers.key(), 'sheet', of],
    queryFn: ({ signal }) =>
      everyPage((page) => api.payments.listTransfers({ ...inputOf(of), page, isOutstanding: false }, { signal })),
  })
}

/** 公示 of a run or of one town of it; masked by the server. */
export function useNoticeSheet(of: SheetOf): UseQueryResult<readonly NoticeLine[]> {
  return useQuery({
    queryKey: [...orpc.payments.listNotice.key(), 'sheet', of],
    queryFn: ({ signal }) => everyPage((page) => api.payments.listNotice({ ...inputOf(of), page }, { signal })),
  })
}

/** 告知书 (letter): its title and its paragraphs. */
export interface Letter {
  readonly title: string
  readonly paragraphs: readonly string[]
}

export function useLetter(kind: 'failed' | 'recovery', id: number): UseQueryResult<Letter> {
  return useQuery(orpc.payments.getLetter.queryOptions({ input: { kind, id } }))
}
