import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Caller } from './server-process.ts'

/** What stands in a bureau that took in the four samples and drafted its report. */
export interface HalfYear {
  readonly batches: readonly string[]
  readonly report: number
}

/** Takes the samples in and drafts the half-year report, through the routes the desk uses. */
export async function bringInHalfYear(clerk: Caller, samples: readonly string[]): Promise<HalfYear> {
  const batches: string[] = []
  for (const path of samples) batches.push(await bringIn(clerk, path))
  const period = { year: 2025, half: 'first', cutOff: '2025-06-30' }
  const { id } = await clerk.call<{ id: number }>('reports/startReport', { ...action(), ...period })
  return { batches, report: id }
}

async function bringIn(clerk: Caller, path: string): Promise<string> {
  const fileId = await clerk.upload(basename(path), new Uint8Array(await readFile(path)))
  const batch = await clerk.call<Started>('intake/startBatch', { ...action(), fileId, sender: '区退役军人事务局' })
  await clerk.waitFor(batch.jobId)
  const { version } = await clerk.call<{ version: number }>('intake/getBatch', { id: batch.id })
  const { jobId } = await clerk.call<Started>('intake/acceptBatch', { ...action(), id: batch.id, version })
  await clerk.waitFor(jobId)
  return batch.id
}

interface Started {
  readonly id: string
  readonly jobId: string
}

function action(): { readonly actionId: string } {
  return { actionId: crypto.randomUUID() }
}
