import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, type GetRef, Input } from 'antd'
import { useRef, useState } from 'react'
import { frameWords } from '../words/kit.ts'
import { holdFocus, isCovered } from './hold-focus.ts'
import { useOpenPage } from './navigation.tsx'
import { useShortcut } from './shortcuts.ts'
import { sizes } from './theme.ts'
import { useMedia } from './use-media.ts'
import { useSettled } from './use-settled.ts'

/** A person as the search offers them: enough to tell two of the same name apart, nothing sensitive in full. */
export interface PersonHit {
  readonly id: string
  readonly name: string
  readonly age: number | undefined
  readonly division: string
  readonly identities: readonly string[]
  /** Masked, with the part that matched. */
  readonly idNumber: string | undefined
  readonly opensAt: string
}

export type SearchPerson = (text: string, signal: AbortSignal) => Promise<readonly PersonHit[]>

/** 查找人员: from anywhere by `/`; results appear while one types, arrows choose, Enter opens. */
export function PersonSearch({ search }: { readonly search: SearchPerson }) {
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const input = useRef<GetRef<typeof AutoComplete>>(null)
  const open = useOpenPage()
  const isNarrow = useMedia('(max-width: 800px)')
  const asked = useSettled(text.trim(), 150)
  const hits = useQuery({
    queryKey: ['person-search', asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: asked !== '' && isOpen,
    placeholderData: (before) => before,
    staleTime: 5_000,
  })
  useShortcut('/', () => {
    if (input.current && !isCovered()) holdFocus(input.current)
  })

  function pick(at: string): void {
    setText('')
    setOpen(false)
    input.current?.blur()
    open(at)
  }

  const found = asked === '' ? [] : (hits.data ?? [])
  return (
    <AutoComplete
      ref={input}
      value={text}
      open={isOpen && text.trim() !== ''}
      options={found.map((hit) => ({ value: hit.opensAt, label: <HitLine hit={hit} /> }))}
      onSearch={setText}
      onSelect={pick}
      onOpenChange={setOpen}
      defaultActiveFirstOption
      notFoundContent={<p className="quiet search-say">{sayOf(hits)}</p>}
      popupMatchSelectWidth={isNarrow ? sizes.search : true}
      classNames={{ popup: { root: 'search-popup' } }}
    >
      <Input
        prefix={<SearchOutlined aria-hidden className="quiet" />}
        suffix={<kbd title={frameWords.searchHint}>/</kbd>}
        placeholder={isNarrow ? frameWords.searchShort : frameWords.search}
        aria-label={frameWords.search}
        onFocus={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') input.current?.blur()
        }}
      />
    </AutoComplete>
  )
}

function sayOf(hits: { readonly isFetching: boolean; readonly isError: boolean; readonly isPending: boolean }): string {
  if (hits.isFetching || hits.isPending) return frameWords.searching
  return hits.isError ? frameWords.searchFailed : frameWords.searchNothing
}

function HitLine({ hit }: { readonly hit: PersonHit }) {
  return (
    <span className="hit">
      <span className="hit-name">{hit.name}</span>
      <span className="hit-age">{hit.age === undefined ? '' : `${hit.age} 岁`}</span>
      <span className="hit-division">{hit.division}</span>
      <span className="hit-more quiet small">
        {[hit.identities.join('、'), hit.idNumber].filter((part) => part !== undefined && part !== '').join(' · ')}
      </span>
    </span>
  )
}
