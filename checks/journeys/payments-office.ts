import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunFileView } from '@dongzhou/contract/payments-money'
import type { RunView, TransferView } from '@dongzhou/contract/payments-views'
import type { Paged } from '@dongzhou/contract/shapes'
import { day } from '@dongzhou/terms/day'
import { type Month, monthCode, monthOf } from '@dongzhou/terms/month'
import type { Browser, Page } from 'playwright-core'
import type { Caller, RunningServer } from '../running/server-process.ts'
import { signInAtDesk, verb } from './desk.ts'
import { oneTimeCode } from './one-time-code.ts'
import { returnOf } from './payments-bank.ts'
import { action } from './payments-people.ts'

/** Accounts the demo has not: a list wants more hands than it opens. */
const NEW_ACCOUNTS = [
  { userName: 'clerk-two', displayName: '经办甲', role: 'clerk' },
  { userName: 'chief-two', displayName: '科长乙', role: 'chief' },
] as const

/** Whose hands a run goes through: each another's. */
export const hands = {
  maker: 'clerk',
  checker: 'clerk-two',
  approver: 'chief',
  secondApprover: 'chief-two',
  releaser: 'leader',
} as const

export type Hand = keyof typeof hands

/** The administrators open accounts through their own screens, with the second factor; the passwords go where the demo keeps its own. */
export async function openAccounts(browser: Browser, server: RunningServer): Promise<void> {
  const system = await enrolled(browser, server, 'sysadmin')
  const security = await enrolled(browser, server, 'secadmin')
  for (const { userName, displayName, role } of NEW_ACCOUNTS) {
    const password = `Qx7-${crypto.randomUUID().slice(0, 18)}`
    const at = { division: '320614000000' }
    const opened = await rpc<{ id: number; version: number }>(system, 'access/openAccount', {
      ...at,
      userName,
      displayName,
      password,
    })
    await rpc(security, 'access/grantRole', { ...at, ...opened, role, section: 'benefits' })
    await appendFile(join(server.folder, 'data', 'demo-accounts.txt'), `${userName}  ${password}\n`)
  }
  await system.context().close()
  await security.context().close()
}

async function enrolled(browser: Browser, server: RunningServer, userName: string): Promise<Page> {
  const page = await signInAtDesk({ browser, server, userName, enrols: true })
  await page.getByLabel('请先输入登录密码确认是您本人').fill(await server.passwordOf(userName))
  await page.getByRole('button', { name: verb('开始设置') }).click()
  const code = page.getByText('手工输入密钥').locator('..').getByRole('code')
  await code.waitFor()
  const key = (await code.allInnerTexts()).join('')
  await page.getByLabel('6位动态口令').fill(oneTimeCode(key.replaceAll(' ', '')))
  await page.getByRole('button', { name: verb('完成设置') }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return page
}

/** A route called with the cookies of a page. */
async function rpc<T>(page: Page, route: string, input: object): Promise<T> {
  const url = new URL(`/rpc/${route}`, page.url()).href
  const reply = await page.request.post(url, { data: { json: { ...action(), ...input } } })
  if (!reply.ok()) throw new Error(`${route} answered ${reply.status()}: ${await reply.text()}`)
  return ((await reply.json()) as { json: T }).json
}

/** 发放 by the routes the desk uses, each step by its own hand: for the months before the story begins. */
export class PayRoom {
  readonly callers: Readonly<Record<Hand, Caller>>

  private constructor(callers: Readonly<Record<Hand, Caller>>) {
    this.callers = callers
  }

  static async open(server: RunningServer): Promise<PayRoom> {
    const [maker, checker, approver, secondApprover, releaser] = await Promise.all(
      Object.values(hands).map((userName) => server.signIn(userName)),
    )
    if (!maker || !checker || !approver || !secondApprover || !releaser) throw new Error('somebody is missing')
    return new PayRoom({ maker, checker, approver, secondApprover, releaser })
  }

  run(id: number): Promise<RunView> {
    return this.callers.maker.call<RunView>('payments/getRun', { id })
  }

  async draft(month: Month, benefits: readonly string[]): Promise<RunView> {
    const { maker } = this.callers
    const order = { ...action(), month: monthCode(month), benefits, note: '' }
    const { id, jobId } = await maker.call<{ id: number; jobId: string }>('payments/createRun', order)
    const job = await maker.waitFor(jobId)
    if (job.state !== 'done') throw new Error(`the list was not computed: ${job.fault}`)
    return this.run(id)
  }

  async step(id: number, step: string, hand: Hand): Promise<void> {
    const { version } = await this.run(id)
    await this.callers[hand].call(`payments/${step}Run`, { ...action(), id, version, note: '' })
  }

  /** From the draft to the bank. */
  async release(id: number): Promise<void> {
    await this.step(id, 'lock', 'maker')
    await this.step(id, 'check', 'checker')
    await this.step(id, 'approve', 'approver')
    if ((await this.run(id)).state === 'checked') await this.step(id, 'approve', 'secondApprover')
    await this.step(id, 'release', 'releaser')
  }

  /** The file for the bank, as the releaser takes it away. */
  async bankFile(id: number): Promise<{ readonly bytes: Uint8Array; readonly file: RunFileView }> {
    const { releaser } = this.callers
    const order = { ...action(), runId: id, layout: 'generic-csv', purpose: '送银行代发' }
    const { jobId } = await releaser.call<{ jobId: string }>('payments/exportBankFile', order)
    await releaser.waitFor(jobId)
    const { items } = await releaser.call<Paged<RunFileView>>('payments/listRunFiles', { runId: id, page: 1, size: 10 })
    const [file] = items
    if (!file) throw new Error('no file was made')
    return { file, bytes: await releaser.download(file.fileId) }
  }

  /** A month that went well: everybody was paid. */
  async pay(month: Month, benefits: readonly string[]): Promise<RunView> {
    return this.settle((await this.draft(month, benefits)).id)
  }

  /** From a draft to the end, everybody paid. */
  async settle(id: number): Promise<RunView> {
    const { maker } = this.callers
    await this.release(id)
    const bytes = returnOf((await this.bankFile(id)).bytes)
    const fileId = await maker.upload('回盘.csv', new Uint8Array(bytes))
    await maker.call('payments/importReturn', { ...action(), runId: id, layout: 'generic-csv', fileId })
    await this.step(id, 'close', 'maker')
    return this.run(id)
  }

  /** 年度确认 of everybody in a run: without it a list of the second half of the year keeps their money back. */
  async confirmEverybody(runId: number, today: string): Promise<void> {
    const { maker } = this.callers
    for (let page = 1; ; page += 1) {
      const { items } = await maker.call<Paged<TransferView>>('payments/listTransfers', { runId, page, size: 200 })
      if (items.length === 0) return
      const personIds = items.map(({ personId }) => personId)
      const order = { ...action(), year: Number(today.slice(0, 4)), personIds, confirmedOn: today, way: '上门见面' }
      await maker.call('payments/recordConfirmations', order)
    }
  }
}

/** The month the server is in. */
export async function monthNow(caller: Caller): Promise<{ readonly today: string; readonly now: Month }> {
  const { today } = await caller.call<{ today: string }>('access/me', {})
  return { today, now: monthOf(day(today)) }
}
