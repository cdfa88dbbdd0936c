/** 角色 (role): what somebody is employed for. The three administrators are the 三员 of 等保 and exclude each other. */
export const roles = {
  'system-administrator': '系统管理员',
  'security-administrator': '安全管理员',
  'audit-administrator': '审计管理员',
  clerk: '科室经办',
  chief: '科室负责人',
  leader: '局领导',
  'town-worker': '镇（街道）服务站人员',
  'village-worker': '村（社区）服务站人员',
} as const satisfies Record<string, string>

export type Role = keyof typeof roles

export const sections = {
  office: '办公室',
  benefits: '优抚褒扬科',
  placement: '安置就业科',
  'mutual-support': '双拥科',
  retirees: '军休服务',
  'service-centre': '退役军人服务中心',
} as const satisfies Record<string, string>

export type Section = keyof typeof sections

/** 权限 (authority): a room and a verb. A `may...` function asks for one of these and for the place. */
export const authorities = {
  'registry.read': '查看人员与机构',
  'registry.write': '登记与更正人员信息',
  'registry.open': '查看敏感信息原文',
  'registry.export': '导出名册',
  'intake.read': '查看导入批次',
  'intake.write': '上传、核对与接收台账',
  'linkage.decide': '裁定重复人员',
  'activities.read': '查看活动',
  'activities.write': '登记活动',
  'visits.read': '查看结对与走访',
  'visits.write': '登记结对与走访',
  'benefits.read': '查看待遇、标准与发放依据',
  'benefits.screen': '核对与搁置待遇线索',
  'benefits.write': '核定待遇与处理待遇清单',
  'rates.write': '录入待遇标准与兼得关系',
  'rates.confirm': '复核待遇标准与兼得关系',
  'payments.read': '查看发放批次与资金台账',
  'payments.make': '编制发放批次与登记物资',
  'payments.check': '复核发放批次',
  'payments.approve': '审批发放批次',
  'payments.release': '确认发放与导出银行文件',
  'cases.read': '查看办件',
  'cases.apply': '受理申请',
  'cases.verify': '镇（街道）审核',
  'cases.handle': '局内经办',
  'cases.decide': '审批办件',
  'plan.read': '查看年度计划',
  'plan.write': '维护年度计划',
  'plan.close': '期末定数与更正',
  'reports.read': '查看报告',
  'reports.write': '编写报告',
  'reports.export': '导出报告',
  'divisions.write': '维护区划',
  'accounts.read': '查看账号',
  'accounts.write': '开设与停用账号',
  'accounts.grant': '授予角色与范围',
  'trail.read': '查阅操作留痕',
  'system.inspect': '运行完整性检查',
} as const satisfies Record<string, string>

export type Authority = keyof typeof authorities

const everyday: readonly Authority[] = [
  'registry.read',
  'registry.write',
  'registry.open',
  'intake.read',
  'intake.write',
  'activities.read',
  'activities.write',
  'visits.read',
  'visits.write',
  'benefits.read',
  'benefits.screen',
  'cases.read',
  'cases.apply',
  'plan.read',
]

/** Which authorities a role carries. The administrators see no veteran's data; nobody both grants and audits. */
export const authoritiesOf: { readonly [R in Role]: readonly Authority[] } = {
  'system-administrator': ['accounts.read', 'accounts.write', 'divisions.write', 'system.inspect'],
  'security-administrator': ['accounts.read', 'accounts.grant', 'system.inspect'],
  'audit-administrator': ['accounts.read', 'trail.read'],
  clerk: [
    ...everyday,
    'registry.export',
    'linkage.decide',
    'benefits.write',
    'rates.write',
    'payments.read',
    'payments.make',
    'payments.check',
    'cases.handle',
    'plan.write',
    'reports.read',
    'reports.write',
    'reports.export',
  ],
  chief: [
    ...everyday,
    'registry.export',
    'linkage.decide',
    'benefits.write',
    'rates.write',
    'rates.confirm',
    'payments.read',
    'payments.make',
    'payments.check',
    'payments.approve',
    'payments.release',
    'cases.handle',
    'cases.decide',
    'plan.write',
    'plan.close',
    'reports.read',
    'reports.write',
    'reports.export',
    'divisions.write',
  ],
  leader: [
    'registry.read',
    'activities.read',
    'visits.read',
    'benefits.read',
    'payments.read',
    'payments.check',
    'payments.approve',
    'payments.release',
    'cases.read',
    'cases.decide',
    'plan.read',
    'plan.close',
    'reports.read',
    'reports.export',
  ],
  // A town keeps the half-year report of its own; every report lies in a division, and so do its figures.
  'town-worker': [
    ...everyday,
    'registry.export',
    'payments.read',
    'cases.verify',
    'reports.read',
    'reports.write',
    'reports.export',
  ],
  'village-worker': [
    'registry.read',
    'registry.write',
    'activities.read',
    'activities.write',
    'visits.read',
    'visits.write',
    'benefits.read',
    'benefits.screen',
    'cases.read',
    'cases.apply',
    'plan.read',
  ],
}

export const administratorRoles: readonly Role[] = [
  'system-administrator',
  'security-administrator',
  'audit-administrator',
]

/** Roles that must sign in with a second factor (TOTP). */
export const privilegedRoles: readonly Role[] = [...administratorRoles]

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text)
}
