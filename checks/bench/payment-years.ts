import { loadavg } from 'node:os'
import { fen, yuanText } from '@dongzhou/terms/fen'
import { type BenchResult, type Measured, median } from './measured.ts'
import { type MillionRun, millionRun } from './payments/million.ts'
import { type TwoYears, twoYears } from './payments/years.ts'

const { BENCH_RECIPIENTS = '10000', BENCH_PEOPLE = '1000000' } = process.env
const RECIPIENTS = Number(BENCH_RECIPIENTS)
const PEOPLE = Number(BENCH_PEOPLE)

/** 两年发放 (payment years): 24 months of runs with a life in between and frauds among it, and a month of a million people. */
export async function benchPayments(): Promise<BenchResult> {
  const years = await twoYears(RECIPIENTS)
  const million = await millionRun(PEOPLE)
  const load = loadavg().map((value) => value.toFixed(1))
  return {
    title: `Payments: two years of ${RECIPIENTS.toLocaleString('en')} recipients, a month of ${PEOPLE.toLocaleString('en')}`,
    command: 'npm run bench -- payments',
    equality: equalityOf(years),
    setting: `two years on the embedded database; the million on PostgreSQL (${million.settings}); machine's load at the end ${load.join(', ')}`,
    lines: [...yearLines(years), ...fraudLines(years), ...monthLines(years), ...millionLines(million)],
  }
}

// Whatever differs, is unexplained, unbalanced or not caught has ended the benchmark before.
function equalityOf({ runs, compared, dueFen }: TwoYears): string {
  const yuan = yuanText(fen(dueFen))
  return `posted equals due for every person, benefit and month (${count(compared)} of them, ${yuan} yuan); all ${runs} runs closed with nothing unexplained; every account of the money ledger stands as its rows do`
}

function yearLines({ lines, failed, reissued, changes, happened, seconds }: TwoYears): readonly Measured[] {
  const told = [...happened].map(([what, times]) => `${what} ${count(times)}`).join(', ')
  return [
    line('24 months, each from draft to closed', `${Math.round(seconds)} s`, `${count(lines)} lines`, ''),
    line('what happened in between', told, '', ''),
    line('changes from month to month', count(changes), 'each with its cause', '0 unexplained'),
    line('transfers that came back', count(failed), `${count(reissued)} failed or held ones paid again`, ''),
  ]
}

function fraudLines({ caught }: TwoYears): readonly Measured[] {
  const byKind = Map.groupBy(caught, ({ kind }) => kind)
  return [...byKind].map(([kind, each]) =>
    line(`fraud: ${kind}`, `caught ${each.length} times of ${each.length}`, each[0]?.by ?? '', 'each time'),
  )
}

function monthLines({ toLocked }: TwoYears): readonly Measured[] {
  const last = toLocked.slice(-6)
  return [
    line(
      'a month from click to locked',
      `${seconds(median(toLocked) / 1000)} (median)`,
      `${seconds(Math.max(...toLocked) / 1000)} at most, ${seconds(median(last) / 1000)} over two years of lines`,
      'under 3 s',
    ),
  ]
}

function millionLines({ people, lines, transfers, fillSeconds, seconds: took, copy, peakMb }: MillionRun) {
  const rate = (time: number) => `${count(Math.round((lines + transfers) / time))} rows/s`
  return [
    line(`${count(people)} recipients on file`, seconds(fillSeconds), '500 an action', ''),
    line(
      'from start to stored, one portion read while another is written',
      seconds(took.whole),
      `${count(lines)} lines, ${count(transfers)} transfers; peak ${peakMb} MB`,
      '',
    ),
    line('one step at a time: working out who gets what', seconds(took.working), '', ''),
    line(
      'one step at a time: storing',
      `${seconds(took.storing)}, ${rate(took.storing)}`,
      `COPY under the same constraints ${seconds(copy.alike)}, ${rate(copy.alike)}: ${(copy.alike / took.storing).toFixed(2)} of its speed`,
      'half of COPY',
    ),
    line(
      'COPY without index or constraint',
      seconds(copy.bare),
      `${rate(copy.bare)}: ${(copy.bare / took.storing).toFixed(2)} of its time`,
      '',
    ),
  ]
}

function line(what: string, figure: string, beside: string, aim: string): Measured {
  return { what, figure, beside, aim }
}

function count(of: number): string {
  return of.toLocaleString('en')
}

function seconds(time: number): string {
  return `${time.toFixed(time < 10 ? 2 : 0)} s`
}
