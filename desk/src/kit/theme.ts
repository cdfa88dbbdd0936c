import type { ThemeConfig } from 'antd'

/** Every colour of the desk. Contrast on white: primary 6.4:1, secondary text 6.0:1, placeholder 4.8:1. */
export const colours = {
  primary: '#1D6B52',
  primaryQuiet: '#EAF3EF',
  primaryLight: '#DBEAE3',
  primaryEdge: '#A9CDBE',
  primaryHover: '#27805F',
  primaryPressed: '#14503D',
  ink: '#1F2329',
  secondary: '#5B6470',
  placeholder: '#6B7480',
  line: '#E4E7EB',
  lineStrong: '#C9CFD6',
  page: '#F6F7F8',
  surface: '#FFFFFF',
  hover: '#F0F3F2',
  late: '#C5221F',
  lateQuiet: '#FCEDEC',
  lateHover: '#A81B16',
  risk: '#9A6700',
  riskQuiet: '#FFF6E0',
  link: '#1A66C2',
  linkQuiet: '#EBF3FC',
  track: '#E9ECEF',
  floating: '0 6px 24px rgba(31, 35, 41, 0.14)',
} as const

export const fonts = {
  sans: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
  // GB/T 9704 sets body text in 仿宋 and titles in 小标宋; the second names are what machines without them have.
  paper: '"FangSong","仿宋","STFangsong","FangSong_GB2312","Noto Serif CJK SC",serif',
  paperTitle: '"FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","Noto Serif CJK SC",serif',
  paperHeading: '"SimHei","黑体","STHeiti","Noto Sans CJK SC",sans-serif',
  figures: 'ui-monospace,"Cascadia Mono","Consolas","Noto Sans Mono CJK SC",monospace',
} as const

/** Every size of the desk in px; spaces go in steps of 4. */
export const sizes = {
  space: 4,
  radius: 6,
  hairline: 1,
  rail: 208,
  railNarrow: 56,
  top: 52,
  filters: 224,
  side: 300,
  drawer: 440,
  dialog: 520,
  dialogWide: 760,
  measure: 720,
  search: 340,
  touch: 40,
} as const

/** Widths of table columns by what stands in them, so that the same thing is as wide on every page. */
export const columnWidths = {
  name: 104,
  sex: 56,
  division: 150,
  identity: 188,
  idNumber: 176,
  phone: 128,
  day: 128,
  age: 72,
  count: 96,
  money: 132,
  state: 104,
  text: 220,
  actions: 120,
} as const

const ordinaryType = { small: 12, text: 14, strong: 16, title: 20, figure: 24, control: 32 }
const largeType = { small: 15, text: 18, strong: 20, title: 25, figure: 30, control: 40 }

/** How much wider a column is in large type. */
export const largeStretch: number = largeType.text / ordinaryType.text

/** The Ant Design theme made of the tokens. Large type is the mode for tired eyes, switched in the person menu. */
export function antdTheme({ isLarge, isStill }: { isLarge: boolean; isStill: boolean }): ThemeConfig {
  const type = isLarge ? largeType : ordinaryType
  return {
    token: {
      colorPrimary: colours.primary,
      // Ant Design derives pale shades from the primary; from a green as deep as ours it makes greys.
      colorPrimaryBg: colours.primaryQuiet,
      colorPrimaryBgHover: colours.primaryLight,
      colorPrimaryBorder: colours.primaryEdge,
      colorPrimaryBorderHover: colours.primary,
      colorPrimaryHover: colours.primaryHover,
      colorPrimaryActive: colours.primaryPressed,
      colorSuccess: colours.primary,
      colorSuccessBg: colours.primaryQuiet,
      colorSuccessBorder: colours.primaryEdge,
      colorInfoBg: colours.linkQuiet,
      colorWarningBg: colours.riskQuiet,
      colorErrorBg: colours.lateQuiet,
      colorErrorHover: colours.lateHover,
      colorInfo: colours.link,
      colorLink: colours.link,
      colorWarning: colours.risk,
      colorError: colours.late,
      colorTextBase: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours.secondary,
      colorTextTertiary: colours.secondary,
      colorTextDescription: colours.secondary,
      colorTextPlaceholder: colours.placeholder,
      colorIcon: colours.secondary,
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      colorBgLayout: colours.page,
      colorBgContainer: colours.surface,
      fontFamily: fonts.sans,
      fontSize: type.text,
      fontSizeSM: type.small,
      fontSizeLG: type.strong,
      controlHeight: type.control,
      lineHeight: 1.6,
      borderRadius: sizes.radius,
      borderRadiusLG: sizes.radius,
      borderRadiusSM: 4,
      boxShadow: colours.floating,
      boxShadowSecondary: colours.floating,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      motion: !isStill,
    },
    components,
  }
}

const components: NonNullable<ThemeConfig['components']> = {
  Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
  Table: {
    headerBg: colours.page,
    headerColor: colours.secondary,
    rowHoverBg: colours.hover,
    rowSelectedBg: colours.primaryQuiet,
    rowSelectedHoverBg: colours.primaryQuiet,
    cellPaddingBlockSM: 6,
    cellPaddingInlineSM: 10,
  },
  Tree: { nodeSelectedBg: colours.primaryQuiet, titleHeight: 28 },
  Drawer: { footerPaddingBlock: 12 },
  Tag: { defaultBg: colours.track, defaultColor: colours.ink },
}

/** Writes the tokens onto the page as `--dz-…` variables, from which the style sheets take every colour and size. */
export function applyTokens(root: HTMLElement, isLarge: boolean): void {
  for (const [name, value] of Object.entries(variables(isLarge))) root.style.setProperty(`--dz-${name}`, value)
  root.setAttribute('data-type', isLarge ? 'large' : 'ordinary')
}

/** The variables by name without their prefix. */
export function variables(isLarge: boolean): Readonly<Record<string, string>> {
  const type = isLarge ? largeType : ordinaryType
  const named: Record<string, string> = {}
  for (const [name, value] of Object.entries(colours)) named[kebab(name)] = value
  for (const [name, value] of Object.entries(fonts)) named[`font-${kebab(name)}`] = value
  for (const [name, value] of Object.entries(sizes)) named[kebab(name)] = `${value}px`
  for (const [name, value] of Object.entries(type)) named[`type-${name}`] = `${value}px`
  for (let step = 1; step <= 12; step += 1) named[`space-${step}`] = `${step * sizes.space}px`
  return named
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
