import { expect, test } from 'vitest'
import { filesUnder, withText } from './source-files.ts'

const page = withText('pocket/index.html').text
const sources = filesUnder('pocket', /\.(html|css|ts|svg)$/).map(withText)

test('the public page says where to go while the mobile service is being built', () => {
  expect(page).toContain('手机端正在建设，请联系所在村（社区）退役军人服务站办理。')
})

test('the public page is Chinese, fits any screen, and may be enlarged', () => {
  expect(page).toContain('<html lang="zh-CN">')
  expect(page).toContain('content="width=device-width, initial-scale=1"')
  expect(page).not.toMatch(/maximum-scale|user-scalable/)
})

test('the public page runs under a policy that allows no inline script and no inline style', () => {
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/)
})

test('the pocket needs nothing from elsewhere and sends nothing anywhere', () => {
  const outside = sources
    .filter((file) => file.path !== 'pocket/build.ts' && file.path !== 'pocket/vite.config.ts')
    .filter(({ text }) => /https?:\/\/(?!www\.w3\.org)|\bfetch\(|XMLHttpRequest|sendBeacon|\bWebSocket\b/.test(text))

  expect(outside.map((file) => file.path)).toEqual([])
})

test('the public page invents no telephone number', () => {
  expect(page).not.toMatch(/\d{7,}|\d{3,4}-\d{4,}/)
})
