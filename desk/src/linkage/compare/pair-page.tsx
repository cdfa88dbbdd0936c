import { writeInstant } from '../../kit/format.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { usePageParam } from '../../kit/navigation.tsx'
import { PageTitle } from '../../kit/page-title.tsx'
import { LinkageHelp } from '../linkage-help.tsx'
import '../linkage.css'
import { usePair } from '../use-pairs.ts'
import { linkageWords, pairStates } from '../words.ts'
import { BesideView } from './beside-view.tsx'

/** 两人对照 of a pair in the queue. */
export function PairPage() {
  const pair = usePair(Number(usePageParam('pairId')))
  return (
    <Loaded
      query={pair}
      rows={10}
      head={{ title: linkageWords.pairTitle, above: [{ title: linkageWords.title, to: '/linkage' }] }}
    >
      {(it) => (
        <>
          <PageTitle
            title={`${it.first.name} · ${it.second.name}`}
            above={[{ title: linkageWords.title, to: '/linkage' }]}
            note={`${pairStates[it.state]}${it.decidedAt === null ? '' : ` ${writeInstant(it.decidedAt)}`}`}
            help={<LinkageHelp />}
          />
          {/* Another version is another question: what was chosen against the old one is gone. */}
          <BesideView
            key={`${it.version} ${it.first.person?.version} ${it.second.person?.version}`}
            beside={it}
            pair={it}
          />
        </>
      )}
    </Loaded>
  )
}
