import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Windows 电脑，Edge 浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; Kylin) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', '麒麟电脑，Chrome 浏览器'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile MicroMessenger/8.0', '安卓手机，微信'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
    '苹果手机，Safari 浏览器',
  ],
  ['curl/8.5', '未知设备'],
  [undefined, '未知设备'],
])('%s is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
