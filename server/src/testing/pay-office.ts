import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { RunView } from '@dongzhou/contract/payments-views'
import { type BankRow, findLayout, type RowAnswer, writeReturn } from '@dongzhou/engines/payments'
import type { Benefit } from '@dongzhou/terms/benefit'
import type { DivisionCode } from '@dongzhou/terms/division'
import { type Month, monthCode } from '@dongzhou/terms/month'
import { authoritiesOf, type Role } from '@dongzhou/terms/role'
import { recordAccount } from '../access/index.ts'
import { dueSource } from '../benefits/index.ts'
import { bankBatchOf } from '../payments/files/batch.ts'
import { encodingOf } from '../payments/files/encodings.ts'
import { exportBankFile } from '../payments/files/export-file.ts'
import { importReturn } from '../payments/files/import-return.ts'
import { computePaymentRunJob, exportFileJob } from '../payments/index.ts'
import { createReissue } from '../payments/reissues/create-reissue.ts'
import { createRun, recomputeRun } from '../payments/runs/create-run.ts'
import { getRun } from '../payments/runs/get-run.ts'
import { lockRunWith } from '../payments/runs/lock-run.ts'
import { releaseRun } from '../payments/runs/release-run.ts'
import { findRun } from '../payments/runs/runs.sql.ts'
import { approveRun, checkRun, closeRun } from '../payments/runs/sign-run.ts'
import { once } from '../platform/action.sql.ts'
import { type Actor, type App, inSetting } from '../platform/app.ts'
import { asOwner } from '../platform/db/scope.ts'
import { findFile, recordFile } from '../platform/file.sql.ts'
import { findJobRun, type JobRun } from '../platform/job.sql.ts'
import { type JobRunner, runJob } from '../platform/run-job.ts'
import type { ActionSetting, Bureau } from '../platform/setting.ts'

/** Who works in the office: the duties that may not be joined are with different people, each with an account. */
export const hands = {
  maker: 'clerk',
  registrar: 'clerk',
  checker: 'chief',
  approver: 'leader',
  'other-approver': 'leader',
  releaser: 'chief',
} as const satisfies Record<string, Role>

export type Hand = keyof typeof hands

export interface OfficeGround {
  readonly app: App
  readonly bureau: Bureau
  readonly division: DivisionCode
  /** Errands that transactions have put into the queue; the office takes them out. */
  readonly errands: { bureau: string; jobId: string }[]
}

const CSV = 'generic-csv'
const steps = { lockRun: lockRunWith(dueSource), checkRun, approveRun, releaseRun, closeRun } as const

/**
 * 发放办公室 (pay office): months of payment runs through the rooms' own actions and jobs, in committed transactions, each by somebody who has
 * an account, by a clock that can be set. Knows no test runner, so that benchmarks work in it too.
 */
export class PayOffice {
  readonly division: DivisionCode
  private readonly ground: OfficeGround
  private readonly app: App
  private readonly actors: ReadonlyMap<Hand, Actor>
  private now: Date

  private constructor(ground: OfficeGround, actors: ReadonlyMap<Hand, Actor>, now: Date) {
    this.ground = ground
    this.division = ground.division
    this.actors = actors
    this.now = now
    this.app = { ...ground.app, clock: () => this.now }
  }

  /** Opens the accounts of everybody who works here. */
  static async open(ground: OfficeGround, instant: string): Promise<PayOffice> {
    const { app, bureau, division } = ground
    const now = new Date(instant)
    const actors = await asOwner(app.database.db, bureau.schema, async (tx) => {
      const opened = new Map<Hand, Actor>()
      for (const [hand, role] of Object.entries(hands) as [Hand, Role][]) {
        const user = { userId: randomUUID(), userName: `pay-${hand}`, displayName: hand, passwordHash: 'none' }
        const place = { role, section: undefined, division }
        // Six accounts, opened once.
        const accountId = await recordAccount(tx, { ...user, ...place, bureauCode: bureau.code, now })
        const may = new Set(authoritiesOf[role])
        const clerk = { ...place, accountId, actor: user.userName, displayName: hand, may }
        opened.set(hand, { bureau, clerk, secondFactor: 'on' })
      }
      return opened
    })
    return new PayOffice(ground, actors, now)
  }

  clock(instant: string): void {
    this.now = new Date(instant)
  }

  /** One committed action in somebody's name, with the row that says whose it was. */
  act<T>(hand: Hand, work: (setting: ActionSetting) => Promise<T>): Promise<T> {
    const actionId = randomUUID()
    const order = { actionId, verb: 'test.act', input: { actionId } }
    return inSetting(this.app, this.actorOf(hand), actionId, (setting) => once(setting, order, () => work(setting)))
  }

  /** A question: nothing of it is kept. */
  ask<T>(work: (setting: ActionSetting) => Promise<T>): Promise<T> {
    return inSetting(this.app, this.actorOf('checker'), randomUUID(), work)
  }

  actorOf(hand: Hand): Actor {
    const actor = this.actors.get(hand)
    if (!actor) throw new RangeError(`nobody is the ${hand}`)
    return actor
  }

  /** Does what was ordered; a job that fails is an error here. */
  async workOff(): Promise<readonly JobRun[]> {
    const definitions = new Map([computePaymentRunJob, exportFileJob].map((job) => [job.kind, job]))
    const byAccount = new Map([...this.actors.values()].map(({ clerk }) => [clerk.accountId ?? 0, clerk]))
    const runner: JobRunner = {
      definitions,
      findBureau: async () => this.ground.bureau,
      findClerk: async (_bureau, accountId) => byAccount.get(accountId),
    }
    const runs: JobRun[] = []
    for (let errand = this.ground.errands.shift(); errand; errand = this.ground.errands.shift()) {
      const { jobId } = errand
      await runJob(this.app, runner, errand)
      const run = await this.ask(({ tx }) => findJobRun(tx, jobId))
      if (run?.state !== 'done') throw new Error(`job ${run?.kind} ended ${run?.state}: ${run?.fault}`)
      runs.push(run)
    }
    return runs
  }

  run(id: number): Promise<RunView> {
    return this.ask((setting) => getRun(setting, id))
  }

  /** A computed draft of a month. */
  async draft(month: Month, benefits: readonly Benefit[]): Promise<RunView> {
    const { id } = await this.act('maker', (setting) => createRun(setting, { month, benefits, note: '' }))
    await this.workOff()
    return this.run(id)
  }

  async recompute(id: number): Promise<RunView> {
    const { version } = await this.versionOf(id)
    await this.act('maker', (setting) => recomputeRun(setting, { id, version }))
    await this.workOff()
    return this.run(id)
  }

  async step(id: number, step: keyof typeof steps, hand: Hand): Promise<void> {
    const { version } = await this.versionOf(id)
    await this.act(hand, (setting) => steps[step](setting, { id, version, note: '' }))
  }

  private async versionOf(id: number): Promise<{ readonly version: number; readonly state: string }> {
    const run = await this.ask((setting) => findRun(setting, id))
    if (!run) throw new RangeError(`no run ${id}`)
    return run
  }

  /** Locked, checked and approved by as many as it takes: everything but the release. */
  async sign(id: number): Promise<void> {
    await this.step(id, 'lockRun', 'maker')
    await this.signLocked(id)
  }

  async signLocked(id: number): Promise<void> {
    await this.step(id, 'checkRun', 'checker')
    await this.step(id, 'approveRun', 'approver')
    if ((await this.versionOf(id)).state === 'checked') await this.step(id, 'approveRun', 'other-approver')
  }

  async release(id: number): Promise<void> {
    await this.sign(id)
    await this.step(id, 'releaseRun', 'releaser')
  }

  /** What the bank would answer to a run: everything paid, but for what `fails` says. */
  bankAnswer(id: number, fails: (row: BankRow) => string | undefined = () => undefined): Promise<Uint8Array> {
    return this.ask(async (setting) => {
      const [run, layout] = [await findRun(setting, id), findLayout(CSV)]
      if (!run || !layout) throw new RangeError(`no run ${id}`)
      const batch = await bankBatchOf(setting, run, false)
      const answers = batch.rows.map((row): RowAnswer => {
        const reason = fails(row)
        return reason === undefined ? { outcome: '成功', reason: '' } : { outcome: '失败', reason }
      })
      return writeReturn(layout, batch, encodingOf(layout), answers)
    })
  }

  async takeReturn(runId: number, bytes: Uint8Array, layout: string = CSV) {
    const fileId = await this.upload(bytes, '回盘.csv')
    return this.act('maker', (setting) => importReturn(setting, { runId, layout, fileId }))
  }

  upload(bytes: Uint8Array, name: string): Promise<string> {
    return this.act('maker', async (setting) => {
      const stored = await setting.files.put(bytes, { kind: 'upload', name })
      return recordFile(setting, stored, { kind: 'upload', name, mediaType: 'application/octet-stream' })
    })
  }

  /** The file for the bank as it leaves the house, with the digest that was kept of it. */
  async bankFile(runId: number): Promise<{ readonly bytes: Uint8Array; readonly digest: string }> {
    await this.act('releaser', (setting) => exportBankFile(setting, { runId, layout: CSV, purpose: '送银行代发' }))
    const [done] = await this.workOff()
    if (!done) throw new Error('no file was made')
    const { fileId, digest } = done.result as { readonly fileId: string; readonly digest: string }
    const bytes = await this.ask(async (setting) => {
      const file = await findFile(setting, fileId)
      if (!file) throw new RangeError('no such file')
      const local = await setting.files.localPath(file.key)
      return new Uint8Array(await readFile(local.path)).slice()
    })
    return { bytes, digest }
  }

  /** From the draft to the end; some of it may come back from the bank. */
  async finish(id: number, fails?: (row: BankRow) => string | undefined): Promise<RunView> {
    await this.release(id)
    return this.answer(id, fails)
  }

  /** What comes after the release: the bank's answer, if anything was sent, and the close. */
  async answer(id: number, fails?: (row: BankRow) => string | undefined): Promise<RunView> {
    if ((await this.versionOf(id)).state === 'released') {
      const taken = await this.takeReturn(id, await this.bankAnswer(id, fails))
      if (taken.state !== 'taken') throw new Error(`the return of run ${id} was refused`)
    }
    await this.step(id, 'closeRun', 'maker')
    return this.run(id)
  }

  /** Pays again what came back or was held. */
  async reissue(transferIds: readonly number[], month: Month): Promise<RunView> {
    const { id } = await this.act('maker', (setting) => createReissue(setting, { transferIds, month, note: '' }))
    await this.workOff()
    return this.run(id)
  }
}

/** `2025-03` and a day of it, at nine in the morning in China. */
export function instantIn(month: Month, day: number): string {
  return `${monthCode(month)}-${String(day).padStart(2, '0')}T01:00:00Z`
}
