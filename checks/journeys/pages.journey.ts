import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findChromium, openBrowser } from '../running/chromium.ts'
import { demoFilled } from '../running/demo-filled.ts'
import { bringInHalfYear } from '../running/demo-half-year.ts'
import { type Caller, pause, type RunningServer, startServer } from '../running/server-process.ts'
import { buildDesk, DESKTOP, PHONE, SAMPLES, samplesOf, signInAtDesk, verb } from './desk.ts'
import { oneTimeCode } from './one-time-code.ts'

const executable = findChromium()
const PEOPLE = 1000
const SHOTS = new URL('./shots/', import.meta.url).pathname

// What may stand in Latin letters on a Chinese screen: formats, keys, marks of the trade, the browser one signed in with, and the
// names the demo's accounts sign in by.
const FORMATS = [
  'Word',
  'Excel',
  'WPS',
  'CSV',
  'csv',
  'PDF',
  'xls',
  'xlsx',
  'MB',
  'KB',
  'Ctrl',
  'Esc',
  'TOTP',
  'SM',
  'IP',
]
const DEVICES = ['Chrome', 'Chromium', 'HeadlessChrome', 'Linux', 'Windows']
const ACCOUNTS = ['clerk', 'chief', 'leader', 'town', 'village', 'sysadmin', 'secadmin', 'auditor']
const ALLOWED = [...FORMATS, ...DEVICES, ...ACCOUNTS]

let folder: string
let server: RunningServer
let browser: Browser
let records: readonly string[]

beforeAll(async () => {
  if (executable === undefined) return
  folder = await mkdtemp(join(tmpdir(), 'dongzhou-pages-'))
  await mkdir(SHOTS, { recursive: true })
  await buildDesk()
  const environment = { DONGZHOU_DEMO_PEOPLE: String(PEOPLE), DONGZHOU_SAMPLES: join(folder, 'samples') }
  server = await startServer({ folder, environment })
  const clerk = await server.signIn('clerk')
  await demoFilled(clerk, PEOPLE)
  const { batches, report } = await bringInHalfYear(clerk, await samplesOf(server, SAMPLES))
  records = await recordPages(clerk, batches[0] ?? '', report)
  browser = await openBrowser(executable)
}, 180_000)

afterAll(async () => {
  if (executable === undefined) return
  await browser?.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe.skipIf(executable === undefined)('every page, on a desk and on a telephone', () => {
  test.each(['clerk', 'chief', 'leader', 'town', 'village'])(
    'as %s: nothing fails, nothing is cut off, nothing is in English',
    async (userName) => {
      const page = await signInAtDesk({ browser, server, userName })

      const wrong = await walk(page, userName, userName === 'clerk' ? records : [])
      await page.context().close()

      expect(wrong).toEqual([])
    },
  )

  test.each(['sysadmin', 'secadmin', 'auditor'])('as %s, who sets up the second factor first', async (userName) => {
    const page = await signInAtDesk({ browser, server, userName, enrols: true })
    await enrol(page, userName)

    const wrong = await walk(page, userName, [])
    await page.context().close()

    expect(wrong).toEqual([])
  })
})

/** Opens every page of the menu and the given ones in both sizes; answers what is wrong, each with its page. */
async function walk(page: Page, userName: string, more: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = []
  const noises: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') noises.push(message.text())
  })
  page.on('pageerror', (error) => noises.push(String(error)))
  const addresses = [...(await menuOf(page)), ...more]
  expect(addresses.length).toBeGreaterThan(0)
  for (const address of addresses) {
    noises.length = 0
    await page.setViewportSize(DESKTOP)
    await page.goto(`${server.url}${address}`)
    const titled = await titleOf(page)
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size)
      const shot = `${userName}-${size.width}-${address.replaceAll(/[^\w-]+/g, '_')}.png`
      await page.screenshot({ path: join(SHOTS, shot) })
      const found = [...titled, ...(await look(page)), ...noises]
      wrong.push(...found.map((what) => `${size.width} ${address}: ${what}`))
    }
  }
  return wrong
}

async function menuOf(page: Page): Promise<readonly string[]> {
  const links = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  return [...new Set(addresses.filter((address) => address !== null))]
}

/** What is wrong with how a page names itself, once it has come to rest. */
async function titleOf(page: Page): Promise<readonly string[]> {
  const heading = page.getByRole('heading', { level: 1 }).first()
  const hasHeading = await heading.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  )
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined)
  const tab = await page.title()
  return [...(hasHeading ? [] : ['no title']), ...(/^.+ · 东洲$/.test(tab) ? [] : [`the tab is named ${tab}`])]
}

/** What is wrong with how a page looks in the size it has now. */
async function look(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  const [scroll = 0, seen = 0] = await page.evaluate<number[]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  if (scroll > seen + 1) wrong.push(`the page is ${scroll - seen} pixels too wide`)
  const foreign = foreignWords((await page.locator('body').allInnerTexts()).join(' '))
  if (foreign.length > 0) wrong.push(`in English: ${foreign.join(', ')}`)
  const named = foreignWords((await namesOf(page)).join(' '))
  if (named.length > 0) wrong.push(`read aloud in English: ${named.join(', ')}`)
  return wrong
}

/** What a screen reader says of controls and pictures instead of what one sees. */
function namesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('[aria-label]')]
      .filter((named) => !named.closest('[aria-hidden="true"]'))
      .map((named) => named.getAttribute('aria-label') ?? '')`,
  )
}

/** Words in Latin letters; codes, which have digits or stars beside their letters, are none. */
function foreignWords(text: string): readonly string[] {
  return [...new Set(text.match(/(?<![\w*-])[A-Za-z]{2,}(?![\w*-])/g))].filter((word) => !ALLOWED.includes(word))
}

/** Pages of single records, reached from lists. */
async function recordPages(clerk: Caller, batch: string, report: number): Promise<readonly string[]> {
  const first = async (route: string): Promise<number> => {
    const { items } = await clerk.call<{ items: readonly { id: number }[] }>(route, { page: 1, size: 1 })
    return items[0]?.id ?? 0
  }
  return [
    '/registry/people/new',
    `/registry/people/${await first('registry/listPeople')}`,
    ...(await benefitPages(clerk)),
    ...(await casePages(clerk)),
    ...(await paymentPages(clerk)),
    '/intake/new',
    ...['recognise', 'check', 'accept', 'result'].map((step) => `/intake/batches/${batch}?step=${step}`),
    `/activities/events/${await first('activities/listEvents')}`,
    `/visits/pairings/${await first('visits/listPairings')}`,
    '/plan/indicators/pairing-people?dayFrom=2025-01-01&dayTo=2025-06-30',
    '/plan?year=2025',
    `/reports/${report}`,
    `/reports/${report}/compare`,
  ]
}

/** The rate book in its other faces, entering into it, the matrix as a list, and a rule. */
const libraryPages = [
  '/benefits/rates?view=rows',
  '/benefits/rates/kinds/disability-pension',
  '/benefits/rates/kinds/start-month?known=2020-01-01',
  '/benefits/rates/new?kind=disability-pension',
  '/benefits/rates/import',
  '/benefits/rates/waiting',
  '/health/dead-with-award',
  '/benefits/exclusions?view=list',
  '/benefits/rules/rural-veteran-subsidy',
]

/** The pages of one person who draws something, the papers made there, and the other faces of the lists. */
async function benefitPages(clerk: Caller): Promise<readonly string[]> {
  const drawn = await firstRecipient(clerk)
  const person = `/benefits/people/${drawn.person.id}`
  return [
    '/benefits/screening?view=overview',
    '/benefits/spending?year=2025',
    ...libraryPages,
    person,
    `${person}/letter?benefit=${drawn.benefit}&month=2026-01`,
    `${person}/application?benefit=${drawn.benefit}`,
    `/payments/people/${drawn.person.id}`,
  ]
}

/** Who draws is known by the minute after the people came. */
async function firstRecipient(
  clerk: Caller,
): Promise<{ readonly person: { readonly id: number }; readonly benefit: string }> {
  for (;;) {
    const { items } = await clerk.call<{ items: readonly { person: { id: number }; benefit: string }[] }>(
      'benefits/listRecipients',
      { page: 1, size: 1 },
    )
    const [drawn] = items
    if (drawn) return drawn
    await pause(500)
  }
}

/** A case that was begun and one that was withdrawn, in the lists they stand in, applying, and a guide. */
async function casePages(clerk: Caller): Promise<readonly string[]> {
  const { items } = await clerk.call<{ items: readonly { id: number; isAlive: boolean }[] }>('registry/listPeople', {
    page: 1,
    size: 50,
  })
  const personId = items.find(({ isAlive }) => isAlive)?.id ?? 0
  const begin = (procedure: string) =>
    clerk.call<{ id: number; version: number }>('casework/beginCase', {
      actionId: crypto.randomUUID(),
      procedure,
      personId,
      onBehalf: '',
      answers: {},
    })
  const open = await begin('hardship-help')
  const ended = await begin('rural-veteran-60')
  await clerk.call('casework/withdrawCase', { actionId: crypto.randomUUID(), ...ended, because: '本人自愿撤回' })
  return [
    '/casework/cases?list=open',
    '/casework/cases?list=overdue',
    '/casework/cases?list=ended',
    `/casework/cases/${open.id}`,
    `/casework/cases/${ended.id}`,
    '/casework/cases/new',
    `/casework/cases/new?procedure=petition&person=${personId}`,
    '/casework/guides/rural-veteran-60',
  ]
}

/** A run that is locked, in each step it has come to, and its papers. */
async function paymentPages(clerk: Caller): Promise<readonly string[]> {
  const actionId = () => crypto.randomUUID()
  const order = {
    actionId: actionId(),
    month: '2026-01',
    benefits: ['disability-pension', 'survivor-pension'],
    note: '',
  }
  const { id, jobId } = await clerk.call<{ id: number; jobId: string }>('payments/createRun', order)
  await clerk.waitFor(jobId)
  const { version } = await clerk.call<{ version: number }>('payments/getRun', { id })
  await clerk.call('payments/lockRun', { actionId: actionId(), id, version, note: '' })
  const run = `/payments/runs/${id}`
  return [
    ...['list', 'checks', 'changes', 'sign'].map((step) => `${run}?step=${step}`),
    `${run}/lines`,
    `${run}/lines?view=lines`,
    `${run}/roster`,
    `${run}/notice`,
    `${run}/receipts`,
    '/payments/deaths?view=lists',
    '/payments/stock?view=moves',
    '/payments/stock?view=use',
    '/payments/stock/receipts',
  ]
}

/** 启用动态口令, as a person with a telephone would: the key is typed in by hand, the code read off. */
async function enrol(page: Page, userName: string): Promise<void> {
  await page.getByLabel('请先输入登录密码确认是您本人').fill(await server.passwordOf(userName))
  await page.getByRole('button', { name: verb('开始设置') }).click()
  const code = page.getByText('手工输入密钥').locator('..').getByRole('code')
  await code.waitFor()
  const key = (await code.allInnerTexts()).join('')
  await page.getByLabel('6位动态口令').fill(oneTimeCode(key.replaceAll(' ', '')))
  await page.getByRole('button', { name: verb('完成设置') }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}
