import { addDays, type Day, daysBetween, findDay, findDayOf } from '@dongzhou/terms/day'

/** 读出的日期: the days a text names, and what in it is no day of that year. */
export interface ReadDays {
  readonly days: readonly Day[]
  readonly wrong: readonly string[]
}

/** Days as a notice writes them: `1月1日至3日`, `9月29日至10月3日`, `2月14日（周六）`. Whatever else stands there is passed over. */
export function readDays(text: string, year: number): ReadDays {
  const plain = text.replaceAll(/（[^）]*）|\([^)]*\)|\s/g, '')
  const found = [...plain.matchAll(/(\d{1,2})月(\d{1,2})日(?:(?:至|到|-|—|~)(?:(\d{1,2})月)?(\d{1,2})日)?/g)]
  const spans = found.map(([said, month, first, lastMonth, last]) => {
    const from = findDayOf(year, Number(month), Number(first))
    const to = last === undefined ? from : findDayOf(year, Number(lastMonth ?? month), Number(last))
    return { said, days: from === undefined || to === undefined || to < from ? undefined : span(from, to) }
  })
  return {
    days: [...new Set(spans.flatMap(({ days }) => days ?? []))].toSorted(),
    wrong: spans.flatMap(({ said, days }) => (days === undefined ? [said] : [])),
  }
}

/** Days as one reads them: neighbours as a span, in words. */
export function daysText(days: readonly string[]): string {
  return spansOf(days)
    .map(([from, to]) => {
      if (from === to) return monthDay(from)
      return from.slice(0, 7) === to.slice(0, 7)
        ? `${monthDay(from)}至${Number(to.slice(8))}日`
        : `${monthDay(from)}至${monthDay(to)}`
    })
    .join('、')
}

function spansOf(texts: readonly string[]): readonly (readonly [Day, Day])[] {
  const spans: [Day, Day][] = []
  for (const on of texts.flatMap((text) => findDay(text) ?? []).toSorted()) {
    const last = spans.at(-1)
    if (last !== undefined && addDays(last[1], 1) === on) last[1] = on
    else spans.push([on, on])
  }
  return spans
}

function span(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
}

function monthDay(on: Day): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`
}
