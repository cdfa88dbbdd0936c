import type { RateLine } from '@dongzhou/contract/benefits-rates'
import { Button } from 'antd'
import { useState } from 'react'
import { nothing, writeDay, writeInstant } from '../kit/format.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMay, useMe } from '../session/use-session.ts'
import { Complaints } from './rate-card.tsx'
import { type PlacedComplaints, placed } from './rate-complaints.ts'
import { RateConfirmDialog, RateDropDialog } from './rate-confirm-dialog.tsx'
import { RateEffect } from './rate-effect.tsx'
import { draftOf } from './rate-form.ts'
import { effectWords, proposeWords, waitingWords } from './rate-form-words.ts'
import { inForceOn, standingRows } from './rate-history.ts'
import { LateMark, RateState } from './rate-state.tsx'
import { changeText } from './rate-value.ts'
import { confirmable, type WaitingGroup, waitingGroups } from './rate-waiting.ts'
import { kindWords, rateWords } from './rate-words.ts'
import { useAllRates, useRateCheck } from './use-rates.ts'

/** 标准复核: what waits for a second person, document by document, with what speaks against it and whom it touches. */
export function RateWaitingPage() {
  const query = useAllRates({ state: 'proposed' })
  return (
    <>
      <PageTitle
        title={waitingWords.title}
        above={[{ title: rateWords.title, to: '/benefits/rates' }]}
        help={<HelpLines lines={waitingWords.help} />}
      />
      <Loaded
        query={query}
        rows={8}
        isEmpty={(rows) => rows.length === 0}
        empty={{ title: waitingWords.none, say: waitingWords.noneSay }}
      >
        {(rows) => (
          <div className="stack">
            {waitingGroups(rows).map((group) => (
              <GroupCard key={group.key} group={group} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}

function GroupCard({ group }: { readonly group: WaitingGroup }) {
  const [first] = group.rows
  const [isEffect, setEffect] = useState(false)
  const found = useComplaints(group)
  return (
    <Card
      title={titleOf(first)}
      extra={
        <span className="row rate-marks">
          {first.isLate && <LateMark />}
          <RateState row={first} />
        </span>
      }
    >
      <div className="stack">
        <div>
          <p>
            {first.document}
            {first.announcedOn !== null && `，${writeDay(first.announcedOn)}发文`}
            <span className="quiet">{`。${rateWords.source}：${first.source}`}</span>
          </p>
          <p className="quiet small">{waitingWords.by(first.recordedBy, writeInstant(first.recordedAt))}</p>
          {first.reason !== '' && <p>{waitingWords.reason(first.reason)}</p>}
        </div>
        <Complaints complaints={[...found.byField.values()].flat()} />
        <WaitingTable group={group} found={found} />
        <GroupActions group={group} isEffect={isEffect} onEffect={setEffect} />
        {isEffect && first.isVoid && <p className="quiet">{effectWords.voidLimit}</p>}
        {isEffect && <RateEffect asked={{ rateIds: group.rows.map(({ id }) => id) }} />}
      </div>
    </Card>
  )
}

function titleOf({ kindName, jurisdictionName, validFrom, supersedes, isVoid }: RateLine): string {
  const place = `${kindName}，${jurisdictionName}，${rateWords.since(writeDay(validFrom))}`
  return supersedes === null || isVoid ? place : `${place}（${kindWords.correct}）`
}

/** The checks are asked once more, beside what stands today; a row that only voids has nothing to be checked. */
function useComplaints({ rows }: WaitingGroup): PlacedComplaints {
  const mayWrite = useMay('rates.write')
  const isAsked = mayWrite && !rows[0].isVoid
  const check = useRateCheck(isAsked ? rows.map(draftOf) : undefined)
  return placed(
    check.data ?? [],
    rows.map(({ key }) => key),
  )
}

interface TableProps {
  readonly group: WaitingGroup
  readonly found: PlacedComplaints
}

function WaitingTable({ group: { rows }, found }: TableProps) {
  const [first] = rows
  const all = standingRows(useAllRates({ kind: first.kind }).data ?? [])
  return (
    <div className="rate-sheet is-narrow">
      <table>
        <thead>
          <tr>
            <th scope="col">{proposeWords.key}</th>
            <th scope="col" className="rate-before">
              {proposeWords.before}
            </th>
            <th scope="col" className="rate-before">
              {first.isVoid ? rateWords.state : proposeWords.fresh}
            </th>
            <th scope="col" className="rate-moved">
              {proposeWords.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <WaitingRow key={row.id} row={row} before={beforeOf(row, all)} found={found} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function beforeOf(row: RateLine, all: readonly RateLine[]): RateLine | undefined {
  const same = all.filter(({ key, jurisdiction }) => key === row.key && jurisdiction === row.jurisdiction)
  if (row.supersedes !== null) return same.find(({ id }) => id === row.supersedes)
  return inForceOn(same, row.validFrom)
}

interface RowProps {
  readonly row: RateLine
  readonly before: RateLine | undefined
  readonly found: PlacedComplaints
}

function WaitingRow({ row, before, found }: RowProps) {
  const says = found.byKey.get(row.key) ?? []
  return (
    <>
      <tr className={says.length > 0 ? 'has-complaints' : ''}>
        <th scope="row">
          <PageLink to={`/benefits/rates/kinds/${row.kind}?jurisdiction=${row.jurisdiction}&row=${row.id}`}>
            {row.keyName === '' ? kindWords.whole : row.keyName}
          </PageLink>
        </th>
        <td className="rate-before quiet">{before?.valueText ?? nothing}</td>
        <td className="rate-before">{row.isVoid ? rateWords.voidMark : row.valueText}</td>
        <td className="rate-moved small quiet">{row.isVoid ? '' : (changeText(row, before) ?? '')}</td>
      </tr>
      {says.length > 0 && (
        <tr>
          <td colSpan={4} className="rate-says">
            <Complaints complaints={says} />
          </td>
        </tr>
      )}
    </>
  )
}

interface ActionsProps {
  readonly group: WaitingGroup
  readonly isEffect: boolean
  readonly onEffect: (isShown: boolean) => void
}

function GroupActions({ group, isEffect, onEffect }: ActionsProps) {
  const [asking, setAsking] = useState<'confirm' | 'drop'>()
  const { displayName } = useMe()
  const [first] = group.rows
  const mine = confirmable(group)
  const droppable = group.rows.filter(({ may }) => may.withdraw)
  return (
    <div className="row no-print">
      <Button onClick={() => onEffect(!isEffect)}>{isEffect ? waitingWords.hideEffect : waitingWords.effect}</Button>
      {droppable.length > 0 && (
        <Button onClick={() => setAsking('drop')}>{waitingWords.dropAll(droppable.length)}</Button>
      )}
      {mine.length > 0 ? (
        <Button type="primary" onClick={() => setAsking('confirm')}>
          {first.isVoid ? waitingWords.voidVerb : waitingWords.verb(mine.length)}
        </Button>
      ) : (
        <span className="quiet">{first.recordedBy === displayName ? kindWords.notOwn : kindWords.notMine}</span>
      )}
      {asking === 'confirm' && <RateConfirmDialog rows={mine} onClose={() => setAsking(undefined)} />}
      {asking === 'drop' && <RateDropDialog rows={droppable} onClose={() => setAsking(undefined)} />}
    </div>
  )
}
