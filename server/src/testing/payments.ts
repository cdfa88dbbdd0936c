import { readFile } from 'node:fs/promises'
import type { RunView } from '@dongzhou/contract/payments-views'
import { type BankRow, findLayout, type RowAnswer, writeReturn } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import { day } from '@dongzhou/terms/day'
import type { DivisionCode } from '@dongzhou/terms/division'
import { findMonth, type Month } from '@dongzhou/terms/month'
import { beforeAll } from 'vitest'
import { dueSource } from '../benefits/index.ts'
import { bankBatchOf } from '../payments/files/batch.ts'
import { encodingOf } from '../payments/files/encodings.ts'
import { importReturn } from '../payments/files/import-return.ts'
import { computePaymentRunJob, exportFileJob, exportRecipientsJob } from '../payments/index.ts'
import { createRun, recomputeRun } from '../payments/runs/create-run.ts'
import { getRun } from '../payments/runs/get-run.ts'
import { lockRunWith } from '../payments/runs/lock-run.ts'
import { releaseRun } from '../payments/runs/release-run.ts'
import { findRun } from '../payments/runs/runs.sql.ts'
import { approveRun, checkRun, closeRun } from '../payments/runs/sign-run.ts'
import { findFile } from '../platform/file.sql.ts'
import type { JobDefinition } from '../platform/jobs.ts'
import type { ActionSetting } from '../platform/setting.ts'
import { aBook, anAward, told } from './benefits.ts'
import type { ClerkOptions, FreshDatabase } from './fresh-database.ts'
import { anIdNumber, aVeteran } from './people.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Who does what in the tests: three different people, as the rules want it. */
export const maker = { role: 'clerk' } as const satisfies ClerkOptions
export const checker = { role: 'chief' } as const satisfies ClerkOptions
export const releaser = { role: 'leader' } as const satisfies ClerkOptions

export const PENSION: Benefit = 'disability-pension'

/** The paymaster's desk of a test: runs by the real actions and jobs, in committed transactions, by a clock that can be set. */
export interface PayDesk extends Workshop {
  /** The bureau's clock from now on. */
  clock(instant: string): void
  run(id: number): Promise<RunView>
  /** A computed draft of a month. */
  draft(month: string, benefits?: readonly Benefit[], as?: ClerkOptions, division?: DivisionCode): Promise<RunView>
  recompute(id: number): Promise<RunView>
  step(id: number, step: keyof typeof steps, as: ClerkOptions): Promise<void>
  /** Locked, checked, approved, by two where it must be, and released by different people. */
  release(id: number): Promise<RunView>
  /** What the bank sends back, taken in; `fails` says why for some references. */
  answer(id: number, fails?: (row: BankRow) => string | undefined): Promise<void>
  /** From a draft to the end, everybody paid. */
  pay(month: string): Promise<RunView>
  /** A file of an export, as bytes. */
  bytesOf(fileId: string): Promise<Uint8Array>
}

const steps = { lockRun: lockRunWith(dueSource), checkRun, approveRun, releaseRun, closeRun } as const

/** `compute` is the job that draws lists up, where a test wants it otherwise. */
export function openPayDesk(database: FreshDatabase, compute: JobDefinition = computePaymentRunJob): PayDesk {
  let now = new Date('2025-05-20T01:00:00Z')
  const timed: FreshDatabase = { ...database, app: () => ({ ...database.app(), clock: () => now }) }
  const shop = openWorkshop(timed, [compute, exportFileJob, exportRecipientsJob])
  beforeAll(async () => {
    await shop.act((setting) => aBook(setting))
  })
  const run = (id: number) => shop.act((setting) => getRun(setting, id))
  const versionOf = async (id: number) => (await run(id)).version
  const step: PayDesk['step'] = async (id, name, as) => {
    const version = await versionOf(id)
    await shop.act((setting) => steps[name](setting, { id, version, note: '' }), as)
  }
  const draft: PayDesk['draft'] = async (month, benefits = [PENSION], as = maker, division = undefined) => {
    const order = { month: monthOfText(month), benefits, division, note: '' }
    const { id } = await shop.act((setting) => createRun(setting, order), as)
    await shop.workOff()
    return run(id)
  }
  const release: PayDesk['release'] = async (id) => {
    await step(id, 'lockRun', maker)
    await step(id, 'checkRun', checker)
    await step(id, 'approveRun', releaser)
    // Where the change asks for two, another leader approves.
    if ((await run(id)).state === 'checked') await shop.act((setting) => approveAsSecond(setting, id), releaser)
    await step(id, 'releaseRun', releaser)
    return run(id)
  }
  const answer: PayDesk['answer'] = async (id, fails = () => undefined) => {
    const bytes = await shop.act((setting) => returnBytes(setting, id, fails))
    const fileId = await shop.uploadBytes(bytes, '回盘.csv')
    await shop.act((setting) => importReturn(setting, { runId: id, layout: CSV, fileId }), maker)
  }
  return {
    ...shop,
    ...{ run, draft, step, release, answer },
    clock: (instant) => {
      now = new Date(instant)
    },
    recompute: async (id) => {
      const version = await versionOf(id)
      await shop.act((setting) => recomputeRun(setting, { id, version }), maker)
      await shop.workOff()
      return run(id)
    },
    pay: async (month) => {
      const { id } = await draft(month)
      await release(id)
      await answer(id)
      await step(id, 'closeRun', maker)
      return run(id)
    },
    bytesOf: (fileId) =>
      shop.act(async (setting) => {
        const file = await findFile(setting, fileId)
        if (!file) throw new Error('no such file')
        const local = await setting.files.localPath(file.key)
        return new Uint8Array(await readFile(local.path)).slice()
      }),
  }
}

async function approveAsSecond(setting: ActionSetting, id: number): Promise<void> {
  const { version } = await getRun(setting, id)
  const clerk = { ...setting.clerk, actor: 'test-second-leader' }
  await approveRun({ ...setting, clerk }, { id, version, note: '' })
}

export const CSV = 'generic-csv'

/** What a bank answers to the batch of a run: everything paid, but for what is said to fail. */
export async function returnBytes(
  setting: ActionSetting,
  runId: number,
  fails: (row: BankRow) => string | undefined = () => undefined,
): Promise<Uint8Array> {
  const run = await findRun(setting, runId)
  const layout = findLayout(CSV)
  if (!run || !layout) throw new Error('no such run or layout')
  const batch = await bankBatchOf(setting, run, false)
  const answers = batch.rows.map((row): RowAnswer => {
    const reason = fails(row)
    return reason === undefined ? { outcome: '成功', reason: '' } : { outcome: '失败', reason }
  })
  return writeReturn(layout, batch, encodingOf(layout), answers)
}

export function monthOfText(text: string): Month {
  const found = findMonth(text)
  if (found === undefined) throw new RangeError(`not a month: ${text}`)
  return found
}

let people = 0

export interface RecipientStory {
  readonly name?: string
  readonly account?: string | null
  readonly holder?: string
  readonly grade?: number
  readonly approved?: string
  readonly idNumber?: string
  readonly division?: DivisionCode
}

/** A disabled veteran of grade 7 who draws 2,000 yuan a month into an account of their own. */
export async function aRecipient(setting: ActionSetting, story: RecipientStory = {}): Promise<number> {
  people += 1
  const name = story.name ?? `甲${people}`
  const account = story.account === undefined ? aCard(people) : story.account
  return aVeteran(setting, {
    name,
    ...(story.division === undefined ? {} : { division: story.division }),
    idNumber: story.idNumber ?? anIdNumber('19500305', String(people).padStart(3, '0')),
    more: [
      told('identity', { identity: 'disabled-veteran' }),
      told('disability', { grade: story.grade ?? 7, nature: 'war', approved: day('2019-12-20') }),
      anAward(PENSION, story.approved ?? '2020-01-10', { from: '2020-01-01' }),
      ...(account === null ? [] : [told('bank-account', { bank: '农商行', account, holder: story.holder ?? name })]),
    ],
  })
}

/** A card number that passes its check digit. */
export function aCard(number: number): string {
  const body = `622848${String(number).padStart(12, '0')}`
  const digits = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`)
  return digits.find((text) => luhn(text) % 10 === 0) ?? body
}

function luhn(text: string): number {
  return [...text].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}
