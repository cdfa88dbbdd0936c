import type { RatePreview, TouchedLine } from '@dongzhou/contract/benefits'
import { Pagination } from 'antd'
import { useState } from 'react'
import { writeCount, writeMoney } from '../kit/format.ts'
import { Loaded } from '../kit/loaded.tsx'
import { PageLink } from '../kit/navigation.tsx'
import './rate-sheet.css'
import { effectWords } from './rate-form-words.ts'
import { type EffectAsk, useEffectOf } from './use-rates.ts'

/** 影响: whom rows that do not count yet would touch, the sum of arrears, and what each month costs from then on. */
export function RateEffect({ asked }: { readonly asked: EffectAsk }) {
  const [page, setPage] = useState(1)
  const query = useEffectOf(asked, page)
  return (
    <>
      {query.isPending && <p className="quiet">{effectWords.counting}</p>}
      <Loaded query={query} rows={4}>
        {(effect) => <Effect effect={effect} page={page} onPage={setPage} />}
      </Loaded>
    </>
  )
}

interface EffectProps {
  readonly effect: RatePreview
  readonly page: number
  readonly onPage: (page: number) => void
}

function Effect({ effect, page, onPage }: EffectProps) {
  if (effect.people === 0)
    return (
      <div>
        <p>{effectWords.nobody}</p>
        <p className="quiet small">{effectWords.nobodySay}</p>
      </div>
    )
  return (
    <div className="stack">
      {effect.rates.some(({ isSample }) => isSample) && <p className="sample-say small">{effectWords.sample}</p>}
      <EffectFigures effect={effect} />
      {effect.byBenefit.length > 1 && <ByBenefit lines={effect.byBenefit} />}
      <People effect={effect} />
      {effect.total > 20 && (
        <Pagination
          size="small"
          current={page}
          pageSize={20}
          total={effect.total}
          showSizeChanger={false}
          onChange={onPage}
        />
      )}
      <p className="quiet small">{`${effectWords.each(effect.total)}。${effectWords.limit}`}</p>
    </div>
  )
}

/** The three numbers that matter: how many people, how much for the months past, how much each month. */
export function EffectFigures({ effect }: { readonly effect: RatePreview }) {
  const { arrears, people, monthlyBefore, monthlyAfter } = effect
  return (
    <dl className="effect-figures">
      <div>
        <dt>{effectWords.people}</dt>
        <dd>{writeCount(people, '人')}</dd>
      </div>
      <div>
        <dt>{arrears < 0 ? effectWords.recover : effectWords.arrears}</dt>
        <dd>{writeMoney(Math.abs(arrears))}</dd>
      </div>
      <div>
        <dt>{effectWords.monthly}</dt>
        <dd>{monthlyText(monthlyAfter - monthlyBefore)}</dd>
      </div>
    </dl>
  )
}

function monthlyText(by: number): string {
  if (by === 0) return effectWords.same
  return by > 0 ? effectWords.more(writeMoney(by)) : effectWords.less(writeMoney(-by))
}

function ByBenefit({ lines }: { readonly lines: RatePreview['byBenefit'] }) {
  return (
    <div className="effect-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{effectWords.benefit}</th>
            <th scope="col" className="number">
              {effectWords.count}
            </th>
            <th scope="col" className="number">
              {effectWords.sum}
            </th>
            <th scope="col" className="number">
              {effectWords.perMonth}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.benefit}>
              <th scope="row">{line.benefitName}</th>
              <td className="number">{writeCount(line.people, '人')}</td>
              <td className="number">{writeMoney(line.arrears)}</td>
              <td className="number">{writeMoney(line.monthly)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function People({ effect: { items, byBenefit } }: Pick<EffectProps, 'effect'>) {
  const isMixed = byBenefit.length > 1
  return (
    <div className="effect-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{effectWords.person}</th>
            {isMixed && <th scope="col">{effectWords.benefit}</th>}
            {[effectWords.months, effectWords.sum, effectWords.before, effectWords.after].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <PersonRow key={`${line.person.id} ${line.benefit}`} line={line} isMixed={isMixed} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PersonRow({ line, isMixed }: { readonly line: TouchedLine; readonly isMixed: boolean }) {
  const { person } = line
  return (
    <tr>
      <th scope="row">
        <PageLink to={`/benefits/people/${person.id}`}>{person.name}</PageLink>{' '}
        <span className="small quiet">{person.division.name}</span>
      </th>
      {isMixed && <td>{line.benefitName}</td>}
      <td className="number">{effectWords.monthCount(line.months)}</td>
      <td className="number">{writeMoney(line.arrears)}</td>
      <td className="number">{writeMoney(line.monthlyBefore)}</td>
      <td className="number">{writeMoney(line.monthlyAfter)}</td>
    </tr>
  )
}
