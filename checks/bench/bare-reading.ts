import { openAsBlob } from 'node:fs'
import { streamXlsxRows } from 'hucre'

// What the reading alone costs: the library's own stream over the same file, in a process of its own.
const [path = ''] = process.argv.slice(2)
const started = performance.now()
let rows = 0
let cells = 0
for await (const row of streamXlsxRows(new Uint8Array(await (await openAsBlob(path)).arrayBuffer()))) {
  rows += 1
  cells += row.values.length
}
console.log(
  JSON.stringify({
    rows,
    cells,
    ms: performance.now() - started,
    mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
)
