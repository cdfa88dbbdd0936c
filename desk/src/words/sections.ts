/** 板块 (sections of the menu), in the bureau's words and in the order of the rail. */
export const menuSections = {
  home: '工作台',
  base: '底座',
  benefits: '优待抚恤',
  'mutual-support': '双拥共建',
  culture: '东洲周',
  retirees: '军休',
  work: '就业创业',
  'service-system': '服务体系',
  'plan-and-report': '计划报告',
} as const satisfies Record<string, string>

export type MenuSection = keyof typeof menuSections

export const menuOrder: readonly MenuSection[] = [
  'home',
  'base',
  'benefits',
  'mutual-support',
  'culture',
  'retirees',
  'work',
  'service-system',
  'plan-and-report',
]
