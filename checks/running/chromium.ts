import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where a Chromium is; undefined, with one loud line, when there is none: then nothing of the desk was looked at. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env
  const places = [CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = places.find((path) => path !== undefined && path !== '' && existsSync(path))
  if (found === undefined) {
    console.error('\n!!! NO CHROMIUM FOUND (CHROMIUM_PATH, /usr/bin/chromium): THE BROWSER JOURNEYS ARE NOT RUN !!!\n')
  }
  return found
}

/** A browser of its own, without a screen. Chromium's sandbox refuses root, as whom containers run. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
}
