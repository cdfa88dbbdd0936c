import { randomUUID } from 'node:crypto'
import type { DivisionCode } from '@dongzhou/terms/division'
import { inSetting } from '../../../server/src/platform/app.ts'
import { findPeople } from '../../../server/src/registry/people/search.sql.ts'
import type { Caller } from '../../running/server-process.ts'
import { type Measured, percentile, spread, timed } from '../measured.ts'
import type { FilledBureau } from './fill.ts'
import { drawQueries, peopleWithin, type QueryKind, queryKinds } from './queries.ts'
import type { Entry } from './register.ts'

/** Who searches: a clerk of a place, by the room's own function and signed in at the server. */
export interface Searcher {
  readonly name: string
  readonly division: DivisionCode
  readonly caller: Caller
}

export interface SearchFigures {
  readonly lines: readonly Measured[]
  readonly compared: number
}

const { BENCH_QUERIES = '2000' } = process.env
const QUERIES = Number(BENCH_QUERIES)
const COMPARED = 50
const PASSES = 3
const SHOWN = 10
const AIM_MS = 30

/** 快速找人 as three clerks type, each answer of a sample compared with a scan of the whole register. */
export async function measureSearch(
  bureau: FilledBureau,
  register: readonly Entry[],
  searchers: readonly Searcher[],
): Promise<SearchFigures> {
  const lines: Measured[] = []
  let compared = 0
  for (const searcher of searchers) {
    const own = peopleWithin(register, searcher.division)
    for (const [at, kind] of queryKinds.entries()) {
      const typed = mixed(kind, own, register, 1000 + at)
      compared += await compare(bureau, searcher, kind, { typed: typed.slice(0, COMPARED), own })
      lines.push(await measure(bureau, searcher, kind, typed))
    }
  }
  return { lines, compared }
}

/** Half of what is typed means somebody of one's own place, half anybody of the county: a clerk also looks for those who are not there. */
function mixed(kind: QueryKind, own: readonly Entry[], all: readonly Entry[], seed: number): readonly string[] {
  const half = Math.ceil(QUERIES / 2)
  const [near, far] = [drawQueries(kind, own, half, seed), drawQueries(kind, all, half, seed + 500)]
  return near.flatMap((typed, at) => [typed, far[at] ?? typed])
}

async function measure(
  bureau: FilledBureau,
  searcher: Searcher,
  kind: QueryKind,
  typed: readonly string[],
): Promise<Measured> {
  const passes: (readonly number[])[] = []
  for (let pass = 0; pass < PASSES; pass += 1) {
    passes.push(await timed(typed, (text) => search(bureau, searcher, text, SHOWN)))
  }
  const overHttp = await timed(typed, (text) => searcher.caller.call('registry/findPeople', { text, size: SHOWN }))
  const slowest = percentile(overHttp, 0.99)
  return {
    what: `search by ${kind.name}; ${searcher.name}`,
    figure: `in the room ${spread(passes.flat())} (best of ${PASSES}: p99 ${bestOf(passes)} ms)`,
    beside: `over HTTP ${spread(overHttp)}`,
    aim: `p99 under ${AIM_MS} ms: ${(slowest / AIM_MS).toFixed(2)} of it over HTTP`,
  }
}

/** Every text at its fastest: what the search itself costs, on a machine that others use at the same time. */
function bestOf(passes: readonly (readonly number[])[]): string {
  const best = (passes[0] ?? []).map((_, at) =>
    Math.min(...passes.map((times) => times[at] ?? Number.POSITIVE_INFINITY)),
  )
  return percentile(best, 0.99).toFixed(1)
}

function search(bureau: FilledBureau, { division }: Searcher, text: string, size: number) {
  return inSetting(bureau.app, bureau.actorAt(division), randomUUID(), (setting) => findPeople(setting, text, size))
}

// Deep enough that most answers are compared whole, not only their first page.
const DEEP = 2000

/** Throws at the first answer that is not what a look at every person gives. */
async function compare(
  bureau: FilledBureau,
  searcher: Searcher,
  kind: QueryKind,
  { typed, own }: { readonly typed: readonly string[]; readonly own: readonly Entry[] },
): Promise<number> {
  for (const text of typed) {
    const right = kind.answerOf(text, own).map(({ id }) => id)
    const deep = await search(bureau, searcher, text, DEEP)
    requireEqual(kind, deep, right.slice(0, DEEP))
    const page = await searcher.caller.call<readonly { id: number }[]>('registry/findPeople', { text, size: SHOWN })
    requireEqual(kind, page, right.slice(0, SHOWN))
  }
  return typed.length
}

function requireEqual(kind: QueryKind, found: readonly { readonly id: number }[], right: readonly number[]): void {
  if (found.length === right.length && found.every(({ id }, at) => id === right[at])) return
  throw new Error(`by ${kind.name}, the search and the scan of the register differ`)
}
