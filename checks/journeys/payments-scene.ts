import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunView } from '@dongzhou/contract/payments-views'
import { addMonths, type Month, month, monthSpan, yearAndMonthOf } from '@dongzhou/terms/month'
import type { Browser, Locator, Page } from 'playwright-core'
import { openBrowser } from '../running/chromium.ts'
import { demoFilled } from '../running/demo-filled.ts'
import { type RunningServer, startServer } from '../running/server-process.ts'
import { buildDesk, DESKTOP, PHONE, signInAtDesk } from './desk.ts'
import { type Hand, hands, monthNow, openAccounts, PayRoom } from './payments-office.ts'
import { aDisabledVeteran, aRuralVeteran, type Payee } from './payments-people.ts'
import { Rates } from './payments-rates.ts'

const SHOTS = new URL('./shots/', import.meta.url).pathname
const PEOPLE = 1000
export const PAID_BEFORE = ['disability-pension', 'rural-veteran-subsidy'] as const
export const YEARS_SERVED = 4

/** Whom the five stories and the frauds are about. */
export type Role =
  | 'late'
  | 'dead'
  | 'raised'
  | 'born'
  | 'double'
  | 'copy'
  | 'named'
  | 'true'
  | 'moved'
  | 'gone'
  | 'misnamed'

/** A demo bureau that has paid since January of last year, and the months and people of the story. */
export interface Scene {
  readonly server: RunningServer
  readonly browser: Browser
  readonly room: PayRoom
  readonly rates: Rates
  readonly today: string
  readonly now: Month
  /** January of last year: where the books begin. */
  readonly first: Month
  readonly people: Readonly<Record<Role, Payee>>
  readonly lastRun: RunView
  page(hand: Hand): Promise<Page>
  close(): Promise<void>
}

export async function openScene(executable: string): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'dongzhou-payments-'))
  await mkdir(SHOTS, { recursive: true })
  await buildDesk()
  const server = await startServer({
    folder,
    environment: { DONGZHOU_DEMO_PEOPLE: String(PEOPLE), DONGZHOU_SAMPLES: join(folder, 'samples') },
  })
  const browser = await openBrowser(executable)
  const close = async () => {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return await setScene(server, browser, close)
  } catch (error) {
    // Whoever waits for a scene that failed would wait for the server and the browser for ever.
    await close()
    throw error
  }
}

async function setScene(server: RunningServer, browser: Browser, close: Scene['close']): Promise<Scene> {
  await openAccounts(browser, server)
  const room = await PayRoom.open(server)
  const { maker } = room.callers
  await demoFilled(maker, PEOPLE)
  const { today, now } = await monthNow(maker)
  const first = month(yearAndMonthOf(now).year - 1, 1)
  const people = await registerPeople(room, now)
  const rates = await Rates.read(
    maker,
    PAID_BEFORE.map((benefit) => benefit),
  )
  const lastRun = await payBefore(room, { today, first, now })
  const pages = new Map<Hand, Promise<Page>>()
  return {
    ...{ server, browser, room, rates, today, now, first, people, lastRun, close },
    page: (hand) => {
      const page = pages.get(hand) ?? signInAtDesk({ browser, server, userName: hands[hand] })
      pages.set(hand, page)
      return page
    },
  }
}

/** Born so that, as it stands on file, they turned sixty two months ago; the true day is three months earlier. */
export function birthdays(now: Month): { readonly wrong: string; readonly right: string; readonly sixty: Month } {
  const bornIn = (at: Month) => `${monthSpan(addMonths(at, -720)).from.slice(0, 8)}10`
  return { wrong: bornIn(addMonths(now, -2)), right: bornIn(addMonths(now, -5)), sixty: addMonths(now, -5) }
}

async function registerPeople({ callers: { maker } }: PayRoom, now: Month): Promise<Scene['people']> {
  const disabled = (name: string, at: number, nature: 'war' | 'duty' | 'illness', grade: number, hasIdNumber = true) =>
    aDisabledVeteran(maker, { name, at, nature, grade, hasIdNumber, born: `19${50 + at}-03-${10 + at}` })
  return {
    late: await disabled('陆明远', 1, 'war', 7),
    dead: await disabled('顾守仁', 2, 'war', 8),
    raised: await disabled('沈立功', 3, 'duty', 8),
    born: await aRuralVeteran(maker, { name: '施文忠', at: 4, born: birthdays(now).wrong }, YEARS_SERVED),
    double: await disabled('钱同生', 5, 'duty', 7),
    copy: await disabled('钱同生', 6, 'duty', 7, false),
    named: await disabled('何永年', 7, 'war', 9),
    true: await disabled('石双喜', 8, 'duty', 10),
    moved: await disabled('范国强', 9, 'duty', 9),
    gone: await disabled('黄志新', 10, 'war', 10),
    misnamed: await disabled('袁福根', 11, 'war', 10),
  }
}

interface Before {
  readonly today: string
  readonly first: Month
  readonly now: Month
}

/** January of last year, then one list for all months up to five months ago, then month by month. */
async function payBefore(room: PayRoom, { today, first, now }: Before): Promise<RunView> {
  const begun = await room.pay(first, PAID_BEFORE)
  await room.confirmEverybody(begun.id, today)
  for (const back of [5, 4, 3, 2]) await room.pay(addMonths(now, -back), PAID_BEFORE)
  return room.pay(addMonths(now, -1), PAID_BEFORE)
}

/** What one reads there, in one line. */
export async function textOf(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join(' ').replace(/\s+/g, ' ')
}

/** A picture of the page on a desk and on a telephone, for whoever wants to look; they are not kept. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(SHOTS, `payments-${name}-${size.width}.png`) })
  }
}
