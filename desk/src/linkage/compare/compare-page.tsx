import { EmptyState } from '../../kit/drawn-state.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageSearch } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { LinkageHelp } from '../linkage-help.tsx'
import '../linkage.css'
import { useBeside } from '../use-pairs.ts'
import { compareWords, linkageWords } from '../words.ts'
import { BesideView } from './beside-view.tsx'

/** 两人对照 of any two people: `/linkage/compare?first=12&second=31`. */
export function ComparePage() {
  const { first, second } = usePageSearch()
  const ids = [Number(first), Number(second)] as const
  const isAsked = ids.every((id) => Number.isSafeInteger(id) && id > 0)
  return (
    <>
      <PageTitle
        title={linkageWords.compareTitle}
        above={[{ title: linkageWords.title, to: '/linkage' }]}
        help={<LinkageHelp />}
      />
      {isAsked ? <Compared firstId={ids[0]} secondId={ids[1]} /> : <EmptyState title={compareWords.pickTwo} />}
    </>
  )
}

function Compared({ firstId, secondId }: { readonly firstId: number; readonly secondId: number }) {
  const beside = useBeside(firstId, secondId)
  return (
    <Loaded query={beside} rows={10}>
      {(it) => <BesideView key={`${it.first.person?.version} ${it.second.person?.version}`} beside={it} />}
    </Loaded>
  )
}
