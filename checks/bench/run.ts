import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { benchIntake } from './intake.ts'
import type { BenchResult } from './measured.ts'
import { benchMillion } from './million.ts'
import { benchStart } from './start.ts'

/** Every benchmark by the name it is asked for. */
const benches: Readonly<Record<string, () => Promise<BenchResult>>> = {
  intake: benchIntake,
  million: benchMillion,
  start: benchStart,
}

const asked = process.argv.slice(2)
const chosen = asked.length === 0 ? Object.keys(benches) : asked
const results: BenchResult[] = []
for (const name of chosen) {
  const bench = benches[name]
  if (!bench) throw new Error(`no benchmark ${name}; there are ${Object.keys(benches).join(', ')}`)
  const result = await bench()
  results.push(result)
  console.log(tableOf(result))
}
if (asked.length === 0) await writeFile(new URL('../../docs/benchmarks.md', import.meta.url), documentOf(results))

function documentOf(all: readonly BenchResult[]): string {
  const head = '# Benchmarks\n\nMade by `npm run bench`. Machines differ: read the ratios, not the milliseconds.\n'
  return `${head}\n${machine()}\n\n${all.map(tableOf).join('\n')}`
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Machine: ${availableParallelism()} cores (${cpu?.model.trim()}), ${memory} GB of memory, Node ${process.version}.`
}

function tableOf(result: BenchResult): string {
  const rows = result.lines.map(({ what, figure, beside, aim }) => `| ${what} | ${figure} | ${beside} | ${aim} |`)
  const head = ['| what | figure | beside | aim |', '| --- | --- | --- | --- |']
  const setting = result.setting === undefined ? '' : `${result.setting}.\n\n`
  return `## ${result.title}\n\n\`${result.command}\`; equality: ${result.equality}.\n\n${setting}${[...head, ...rows].join('\n')}\n`
}
