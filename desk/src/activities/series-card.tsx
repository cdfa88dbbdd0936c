import type { SeriesLine } from '@dongzhou/contract/activities'
import { writeCount } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { Card, FactList } from '../kit/record-page.tsx'
import { useSeries } from './use-activities.ts'
import { eventPageWords, seriesWords } from './words.ts'

/** 所属系列: where this event stands in its year. */
export function SeriesCard({ seriesId }: { readonly seriesId: number }) {
  const series = useSeries(seriesId)
  return (
    <Card title={eventPageWords.ofSeries}>
      <Loaded query={series} rows={3}>
        {(it) => (
          <div className="stack">
            <FactList
              facts={[
                { label: seriesWords.name, value: it.title },
                { label: seriesWords.year, value: `${it.year}年` },
                { label: seriesWords.held, value: heldText(it) },
                { label: seriesWords.attendance, value: writeCount(it.attendance, '人次') },
              ]}
            />
            <PageLink to={`/activities?series=${it.id}`}>{eventPageWords.openSeries}</PageLink>
          </div>
        )}
      </Loaded>
    </Card>
  )
}

/** `3 / 12 场`; where nobody planned a number the count alone. */
export function heldText(series: Pick<SeriesLine, 'held' | 'planned'>): string {
  return series.planned === null
    ? writeCount(series.held, '场')
    : `${series.held} / ${writeCount(series.planned, '场')}`
}
