import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatchView } from '@dongzhou/contract/intake'
import type { JobLine } from '@dongzhou/contract/platform'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../running/command-line.ts'
import { demoFilled } from '../running/demo-filled.ts'
import { writeRegister } from '../running/register-book.ts'
import { type Caller, freePort, pause, type RunningServer, startServer } from '../running/server-process.ts'
import { partOfZip } from './zip-part.ts'

const KILLS = 10
const ROWS = 3000
const PEOPLE = 1000

let folder: string
let port: number
let server: RunningServer
let clerk: Caller
const landedInside = { reading: 0, accepting: 0, exporting: 0 }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-kill-'))
  port = await freePort()
  server = await start()
  clerk = await server.signIn('clerk')
  await demoFilled(clerk, PEOPLE)
}, 120_000)

afterAll(async () => {
  await server.kill()
  await rm(folder, { recursive: true, force: true })
})

test(`a kill while a ledger is read or accepted, ${KILLS} times each: every row counts once, every person is there once`, async () => {
  const unharmed = await importRegister(0, {})
  for (let at = 1; at <= KILLS; at += 1) {
    const share = (at - 0.5) / KILLS
    await importRegister(at, { reading: unharmed.readingMs * share, accepting: unharmed.acceptingMs * share })
  }

  console.log(`kills that landed inside: reading ${landedInside.reading}, accepting ${landedInside.accepting}`)
  expect(landedInside.reading).toBeGreaterThan(0)
  expect(landedInside.accepting).toBeGreaterThan(0)
}, 600_000)

test(`a kill while a report is exported, ${KILLS} times: the Word file comes all the same, whole and once`, async () => {
  const { id } = await clerk.call<{ id: number }>('reports/startReport', {
    ...action(),
    year: 2025,
    half: 'first',
    cutOff: '2025-06-30',
  })
  const unharmed = await exportReport(id, undefined)
  const files = new Set([unharmed.fileId])
  for (let at = 1; at <= KILLS; at += 1) {
    const { fileId } = await exportReport(id, (unharmed.ms * (at - 0.5)) / KILLS)
    files.add(fileId)
  }

  console.log(`kills that landed inside: exporting ${landedInside.exporting}`)
  expect(landedInside.exporting).toBeGreaterThan(0)
  expect(files.size).toBe(KILLS + 1)
}, 600_000)

test('after all the kills no job hangs, the data agree with themselves and the trail is whole', async () => {
  const { items } = await clerk.call<{ items: readonly JobLine[] }>('jobs/listMine', { page: 1, size: 200 })
  await server.stop()
  const integrity = await runCommand(folder, ['integrity'])
  const seal = await runCommand(folder, ['trail', 'seal'])
  const verify = await runCommand(folder, ['trail', 'verify'])
  console.log(`${integrity.said}\n${seal.said}\n${verify.said}`)

  expect(items.filter(({ state }) => state !== 'done')).toEqual([])
  expect(integrity).toMatchObject({ code: 0 })
  expect(integrity.said).not.toContain('错误')
  expect(seal.code).toBe(0)
  expect(verify.code).toBe(0)
  expect(await readdir(join(folder, 'data', 'files', '.incoming'))).toEqual([])
}, 300_000)

interface KillAfter {
  readonly reading?: number
  readonly accepting?: number
}

/** One register all the way in; given moments, the server is killed there and has to come back by itself. */
async function importRegister(seed: number, kill: KillAfter): Promise<{ readingMs: number; acceptingMs: number }> {
  const path = join(folder, `register-${seed}.xlsx`)
  await writeRegister(path, { seed: 9000 + seed, rows: ROWS })
  const fileId = await clerk.upload('退役军人登记册.xlsx', new Uint8Array(await readFile(path)))
  const before = await countEverybody()

  let began = performance.now()
  const started = await clerk.call<Changed>('intake/startBatch', { ...action(), fileId, sender: '三星镇' })
  if (kill.reading !== undefined) landedInside.reading += await killAndReturn(started.jobId, kill.reading)
  expect(await clerk.waitFor(started.jobId)).toMatchObject({ state: 'done' })
  const readingMs = performance.now() - began
  const staged = await batchOf(started.id)
  const [sheet] = staged.sheets

  expect(staged).toMatchObject({ state: 'staged', fault: null })
  expect(staged.sheets).toHaveLength(1)
  expect(sheet?.counts.data).toBe(ROWS)
  expect((sheet?.counts.good ?? 0) + (sheet?.counts.warned ?? 0) + (sheet?.counts.held ?? 0)).toBe(ROWS)
  expect(await countEverybody()).toBe(before)

  began = performance.now()
  const accepted = await clerk.call<Changed>('intake/acceptBatch', {
    ...action(),
    id: staged.id,
    version: staged.version,
  })
  if (kill.accepting !== undefined) landedInside.accepting += await killAndReturn(accepted.jobId, kill.accepting)
  expect(await clerk.waitFor(accepted.jobId)).toMatchObject({ state: 'done' })
  const acceptingMs = performance.now() - began
  const done = await batchOf(started.id)

  const { newPeople, changedPeople, unchangedPeople } = staged.forecast
  expect(done.state).toBe('accepted')
  expect(done.outcomes).toEqual({ new: newPeople, changed: changedPeople, unchanged: unchangedPeople, ...none })
  expect(newPeople).toBeGreaterThan(ROWS / 4)
  expect(await countEverybody()).toBe(before + newPeople)
  return { readingMs, acceptingMs }
}

const none = { refused: 0, withdrawn: 0, kept: 0 }

async function exportReport(id: number, killAfter: number | undefined): Promise<{ fileId: string; ms: number }> {
  const began = performance.now()
  const { jobId } = await clerk.call<{ jobId: string }>('reports/exportReport', {
    ...action(),
    id,
    purpose: '报送上半年总结',
  })
  if (killAfter !== undefined) landedInside.exporting += await killAndReturn(jobId, killAfter)
  const job = await clerk.waitFor(jobId)
  const ms = performance.now() - began
  expect(job).toMatchObject({ state: 'done', fault: null })

  const { fileId } = job.result as { readonly fileId: string }
  const text = partOfZip(await clerk.download(fileId), 'word/document.xml')
  expect(text).toMatch(/<\/w:document>\s*$/)
  expect(text).toContain('红在东洲')
  return { fileId, ms }
}

/**
 * Kills the server some time into a job while somebody else is at work, starts it again and holds it to every reply it gave.
 * Answers 1 when the job was not yet done at the kill.
 */
async function killAndReturn(jobId: string, after: number): Promise<0 | 1> {
  const colleague = registerOrganisations()
  await pause(after)
  const killedAt = Date.now()
  await server.kill()
  const actions = await colleague.stopped()

  server = await start()
  for (const input of actions) expect((await clerk.ask('registry/registerOrganisation', input)).status).toBe(200)
  const { total } = await clerk.call<{ total: number }>('registry/listOrganisations', {
    page: 1,
    size: 1,
    text: colleague.name,
  })
  expect(total).toBe(actions.length)
  await clerk.waitFor(jobId)
  const job = await clerk.call<JobLine>('jobs/get', { id: jobId })
  return Date.parse(job.changedAt) > killedAt ? 1 : 0
}

/** One action after the other until the server is gone. The last one got no reply: whether it counts, only its id can tell. */
function registerOrganisations() {
  const name = `甲乙${crypto.randomUUID().slice(0, 6)}`
  const actions: object[] = []
  const work = async () => {
    for (let at = 1; ; at += 1) {
      const input = { ...action(), name: `${name}第${at}社`, kind: '企业', division: '320614416000' }
      actions.push(input)
      const { status } = await clerk.ask('registry/registerOrganisation', input)
      expect(status).toBe(200)
    }
  }
  const ended = work().catch((error: unknown) => {
    if (!(error instanceof TypeError)) throw error
  })
  return { name, stopped: () => ended.then(() => actions) }
}

interface Changed {
  readonly id: string
  readonly jobId: string
}

/** A list counts to ten thousand; more than that are counted town by town. */
async function countEverybody(): Promise<number> {
  const divisions = await clerk.call<readonly { code: string; parentCode: string | null }[]>(
    'registry/listDivisions',
    undefined,
  )
  const towns = divisions.filter(({ code, parentCode }) => parentCode !== null && code.endsWith('000'))
  let people = 0
  for (const { code } of towns) {
    const ask = { page: 1, size: 1, standing: 'all', division: code }
    const { total, more } = await clerk.call<{ total: number; more: boolean }>('registry/listPeople', ask)
    expect(more).toBe(false)
    people += total
  }
  return people
}

function batchOf(id: string): Promise<BatchView> {
  return clerk.call<BatchView>('intake/getBatch', { id })
}

function action(): { readonly actionId: string } {
  return { actionId: crypto.randomUUID() }
}

function start(): Promise<RunningServer> {
  return startServer({ folder, port, environment: { DONGZHOU_DEMO_PEOPLE: String(PEOPLE) } })
}
