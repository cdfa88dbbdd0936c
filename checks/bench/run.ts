import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { benchBenefits } from './benefits.ts'
import { benchIntake } from './intake.ts'
import type { BenchResult } from './measured.ts'
import { benchMillion } from './million.ts'
import { benchPayments } from './payment-years.ts'
import { benchStart } from './start.ts'

/** Every benchmark by the name it is asked for. */
const benches: Readonly<Record<string, () => Promise<BenchResult>>> = {
  benefits: benchBenefits,
  intake: benchIntake,
  million: benchMillion,
  payments: benchPayments,
  start: benchStart,
}

const DOCUMENT = new URL('../../docs/benchmarks.md', import.meta.url)

// `npm run bench` runs all of them, `npm run bench -- intake` one; each writes its own section of the document anew.
const asked = process.argv.slice(2)
for (const name of asked.length === 0 ? Object.keys(benches) : asked) {
  const bench = benches[name]
  if (!bench) throw new Error(`no benchmark ${name}; there are ${Object.keys(benches).join(', ')}`)
  const [load = 0] = loadavg()
  const section = sectionOf(await bench(), load)
  console.log(section)
  await writeFile(DOCUMENT, await documentWith(section))
}

/** The document with this section in place of the one of the same title. */
async function documentWith(section: string): Promise<string> {
  const before = await readFile(DOCUMENT, 'utf8').catch(() => '')
  const title = titleOf(section)
  const others = before
    .split(/^(?=## )/m)
    .slice(1)
    .filter((other) => titleOf(other) !== title)
  const sections = [...others, section].map((text) => text.trimEnd()).sort()
  const head = '# Benchmarks\n\nMade by `npm run bench`. Machines differ: read the ratios, not the milliseconds.\n'
  return `${head}\n${machine()}\n\n${sections.join('\n\n')}\n`
}

function titleOf(section: string): string {
  return section.split('\n', 1)[0] ?? ''
}

function machine(): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `Machine: ${availableParallelism()} cores (${cpu?.model.trim()}), ${memory} GB of memory, Node ${process.version}.`
}

function sectionOf(result: BenchResult, load: number): string {
  const rows = result.lines.map(({ what, figure, beside, aim }) => `| ${what} | ${figure} | ${beside} | ${aim} |`)
  const head = ['| what | figure | beside | aim |', '| --- | --- | --- | --- |']
  const setting = [result.setting, `machine's load at the start ${load.toFixed(1)}`].filter(Boolean).join('; ')
  return `## ${result.title}\n\n\`${result.command}\`; equality: ${result.equality}.\n\n${setting}.\n\n${[...head, ...rows].join('\n')}\n`
}
