import { writeDay } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { SampleTag } from './entitlement-sample.tsx'
import type { KindLine } from './rate-kinds.ts'
import './rate.css'
import { kindWords, rateGroups, rateWords } from './rate-words.ts'

/** 按种类: what is in force of each kind, one line each, by group. */
export function KindsTable({ lines }: { readonly lines: readonly KindLine[] }) {
  return (
    <div className="card rate-kinds">
      <table>
        <thead>
          <tr>
            <th scope="col">{rateWords.kind}</th>
            <th scope="col">{rateWords.range}</th>
            <th scope="col">{rateWords.jurisdiction}</th>
            <th scope="col">{rateWords.validFrom}</th>
            <th scope="col">{rateWords.document}</th>
            <th scope="col">{rateWords.state}</th>
          </tr>
        </thead>
        {[...Map.groupBy(lines, ({ group }) => group)].map(([group, own]) => (
          <tbody key={group}>
            <tr className="rate-group">
              <th scope="rowgroup" colSpan={6}>
                {rateGroups[group]}
              </th>
            </tr>
            {own.map((line) => (
              <KindRow key={line.kind} line={line} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function KindRow({ line }: { readonly line: KindLine }) {
  const [document = ''] = line.documents
  return (
    <tr>
      <th scope="row">
        <PageLink to={`/benefits/rates/kinds/${line.kind}`}>{line.name}</PageLink>
        {line.grades > 1 && <span className="small quiet rate-grades">{rateWords.grades(line.grades)}</span>}
      </th>
      <td className="rate-value">
        {line.value === '' ? (
          <span className="risk" title={rateWords.noneSay}>
            {rateWords.none}
          </span>
        ) : (
          line.value
        )}
      </td>
      <td>{line.jurisdiction}</td>
      <td className="rate-day">{line.validFrom !== undefined && writeDay(line.validFrom)}</td>
      <td className="quiet rate-document" title={line.documents.join('、')}>
        {line.documents.length > 1 ? kindWords.several(line.documents.length) : document}
      </td>
      <td>
        <span className="row">
          {line.isSample && <SampleTag />}
          {line.waiting > 0 && <span className="risk small">{rateWords.waitingOne(line.waiting)}</span>}
        </span>
      </td>
    </tr>
  )
}
