import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, errors, type Locator, type Page } from 'playwright-core'
import { pause, type RunningServer } from '../running/server-process.ts'

const ROOT = new URL('../../', import.meta.url).pathname

/** Builds the desk when its sources are younger than what was built. */
export async function buildDesk(): Promise<void> {
  await promisify(execFile)(process.execPath, ['desk/build.ts'], { cwd: ROOT })
}

export const DESKTOP = { width: 1366, height: 768 } as const
export const PHONE = { width: 390, height: 844 } as const

/** The ledgers that come with the demo bureau. */
export const SAMPLES = [
  '01-退役军人登记册-三星镇.xlsx',
  '02-优抚对象花名册.xls',
  '03-活动台账.csv',
  '04-结对帮扶台账.xlsx',
] as const

interface Visit {
  readonly browser: Browser
  readonly server: RunningServer
  readonly userName: string
  readonly size?: { readonly width: number; readonly height: number }
  /** An administrator's first time: what follows is the second factor, not the desk. */
  readonly enrols?: boolean
}

/** A person at the desk: a browser of their own, signed in through the page. */
export async function signInAtDesk({
  browser,
  server,
  userName,
  size = DESKTOP,
  enrols = false,
}: Visit): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(server.url)
  await page.getByLabel('登录名').fill(userName)
  await page.getByLabel('密码', { exact: true }).fill(await server.passwordOf(userName))
  await page.getByRole('button', { name: verb('登录') }).click()
  await (enrols
    ? page.getByRole('heading', { name: '启用动态口令' })
    : page.getByRole('navigation', { name: '主菜单' })
  ).waitFor()
  return page
}

/** The name of a button: the component library sets a space between the two characters of a short one, and an icon may go before. */
export function verb(text: string): RegExp {
  const [first = '', second = '', ...more] = text
  return more.length === 0 ? new RegExp(`(^|\\s)${first}\\s?${second}$`) : new RegExp(`(^|\\s)${text}$`)
}

/** What a click brings down, as bytes. */
export async function downloadBy(page: Page, click: Locator): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent('download'), click.click()])
  return readFile(await download.path())
}

/** Waits until the samples of the first start are all there, and answers their paths by ending. */
export async function samplesOf(server: RunningServer, names: readonly string[]): Promise<readonly string[]> {
  const paths = names.map((name) => join(server.folder, 'samples', name))
  for (let before = -1, tries = 0; tries < 240; tries += 1) {
    const sizes = await Promise.all(
      paths.map((path) =>
        stat(path).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    )
    const total = sizes.every((size) => size > 0) ? sizes.reduce((sum, size) => sum + size, 0) : -1
    if (total > 0 && total === before) return paths
    before = total
    await pause(500)
  }
  throw new errors.TimeoutError('the samples were not written')
}
