import { sessionWords } from '../words/session.ts'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/360SE|360EE|QihooBrowser/, '360 浏览器'],
  [/Edg\//, 'Edge 浏览器'],
  [/Firefox\//, '火狐浏览器'],
  [/Chrome\//, 'Chrome 浏览器'],
  [/Safari\//, 'Safari 浏览器'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/UOS|Deepin/i, '统信电脑'],
  [/Kylin/i, '麒麟电脑'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Windows/, 'Windows 电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
]

/** `Windows 电脑，Edge 浏览器`: a device as its owner would recognise it. */
export function deviceName(userAgent: string | undefined): string {
  const system = systems.find(([mark]) => mark.test(userAgent ?? ''))?.[1]
  const browser = browsers.find(([mark]) => mark.test(userAgent ?? ''))?.[1]
  const named = [system, browser].filter((part) => part !== undefined)
  return named.length === 0 ? sessionWords.unknownDevice : named.join('，')
}
