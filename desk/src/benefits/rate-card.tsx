import type { RateComplaintView, RateLine } from '@dongzhou/contract/benefits-rates'
import { rateUnits } from '@dongzhou/terms/rate'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { nothing, writeActor, writeDay, writeInstant } from '../kit/format.ts'
import { PageLink, useOpenPage } from '../kit/navigation.tsx'
import { FactList } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { LateMark, RateState } from './rate-state.tsx'
import { roundingText } from './rate-value.ts'
import { kindWords, rateWords, weightWords, withdrawWords } from './rate-words.ts'
import { useRate } from './use-rates.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import './rate-sheet.css'

/** 标准明细: a row with its document and its two signatures, what spoke against it, what stood before, and what may be done. */
export function RateCard({ row: listed }: { readonly row: RateLine }) {
  const detail = useRate(listed.id)
  // The list's row stands at once; the answer brings the history and what has changed since.
  const row = detail.data?.rate ?? listed
  const past = (detail.data?.history ?? []).filter(({ id }) => id !== row.id)
  return (
    <div className="stack rate-card">
      <p className="rate-figure">
        <strong>{row.valueText}</strong> <RateState row={row} /> {row.isLate && <LateMark />}
      </p>
      <Complaints complaints={detail.data?.complaints ?? []} />
      <FactList facts={factsOf(row)} />
      <RowActions row={row} />
      {past.length > 0 && <Past rows={past} />}
    </div>
  )
}

function factsOf(row: RateLine) {
  return [
    { label: rateWords.jurisdiction, value: row.jurisdictionName },
    { label: rateWords.validFrom, value: writeDay(row.validFrom) },
    ...(row.validTo === null ? [] : [{ label: rateWords.validTo, value: writeDay(row.validTo) }]),
    { label: rateWords.announcedOn, value: writeDay(row.announcedOn ?? undefined) },
    { label: rateWords.document, value: row.document },
    { label: rateWords.source, value: row.source },
    ...(row.baseName === null ? [] : [{ label: rateWords.base, value: row.baseName }]),
    ...(row.unit === 'choice' || row.unit === 'date'
      ? []
      : [
          { label: rateWords.unit, value: rateUnits[row.unit] },
          { label: rateWords.rounding, value: roundingText(row.rounding) },
        ]),
    { label: rateWords.recorded, value: rateWords.byWhom(row.recordedBy, writeInstant(row.recordedAt)) },
    {
      label: rateWords.confirmed,
      value:
        row.confirmedAt === null ? nothing : rateWords.byWhom(row.confirmedBy ?? '', writeInstant(row.confirmedAt)),
    },
    ...(row.reason === '' ? [] : [{ label: rateWords.reason, value: row.reason }]),
    ...endOf(row),
  ]
}

function endOf({ supersededAt, withdrawnAt, withdrawnBy, withdrawnBecause }: RateLine) {
  return [
    ...(supersededAt === null ? [] : [{ label: kindWords.supersededAt, value: writeInstant(supersededAt) }]),
    ...(withdrawnAt === null
      ? []
      : [
          {
            label: kindWords.withdrawnBecause,
            value: `${withdrawnBecause}（${rateWords.byWhom(writeActor(withdrawnBy ?? ''), writeInstant(withdrawnAt))}）`,
          },
        ]),
  ]
}

/** What the checks found, the gravest first. */
export function Complaints({ complaints }: { readonly complaints: readonly RateComplaintView[] }) {
  if (complaints.length === 0) return null
  return (
    <ul className="rate-complaints" aria-label={kindWords.complaints}>
      {complaints.map(({ row, field, weight, say }) => (
        <li key={`${row} ${field} ${say}`} className={`is-${weight}`}>
          <span className="small">{weightWords[weight]}</span> {say}
        </li>
      ))}
    </ul>
  )
}

function RowActions({ row }: { readonly row: RateLine }) {
  const openPage = useOpenPage()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { displayName } = useMe()
  const mayWrite = useMay('rates.write')
  const isWaiting = row.state === 'proposed' && row.withdrawnAt === null
  return (
    <>
      {isWaiting && !row.may.confirm && (
        <p className="quiet small">{row.recordedBy === displayName ? kindWords.notOwn : kindWords.notMine}</p>
      )}
      <div className="row no-print">
        {row.may.confirm && (
          <Button type="primary" onClick={() => openPage('/benefits/rates/waiting')}>
            {kindWords.confirm}
          </Button>
        )}
        {row.may.correct && (
          <Button onClick={() => openPage(`/benefits/rates/new?kind=${row.kind}&correct=${row.id}`)}>
            {kindWords.correct}
          </Button>
        )}
        {row.may.withdraw && mayWrite && (
          <Button onClick={() => setWithdrawing(true)}>{isWaiting ? kindWords.withdraw : kindWords.void}</Button>
        )}
      </div>
      {isWithdrawing && <WithdrawRate row={row} onClose={() => setWithdrawing(false)} />}
    </>
  )
}

function WithdrawRate({ row, onClose }: { readonly row: RateLine; readonly onClose: () => void }) {
  const isWaiting = row.state === 'proposed'
  const what = `${row.kindName} ${row.keyName} ${row.valueText}`.replace(/ +/g, ' ')
  const { id, version } = row
  return (
    <WithdrawDialog
      isWaiting={isWaiting}
      title={isWaiting ? withdrawWords.dropTitle : withdrawWords.voidTitle}
      say={isWaiting ? withdrawWords.dropSay(what) : withdrawWords.voidSay(what)}
      withdraw={(sending) => api.benefits.withdrawRate({ ...sending, id, version })}
      onClose={onClose}
    />
  )
}

/** The rows of the same standard, the latest beginning first; what was corrected is struck through. */
function Past({ rows }: { readonly rows: readonly RateLine[] }) {
  return (
    <div>
      <h3 className="rate-past-head">{kindWords.history}</h3>
      <ul className="rate-past">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="rate-past-line">
              <PageLink to={`/benefits/rates/kinds/${row.kind}?jurisdiction=${row.jurisdiction}&row=${row.id}`}>
                {rateWords.since(writeDay(row.validFrom))}
              </PageLink>
              <span className={row.supersededAt === null && row.withdrawnAt === null ? 'number' : 'number is-past'}>
                {row.valueText}
              </span>
              <RateState row={row} />
            </span>
            <span className="small quiet">{row.document}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
