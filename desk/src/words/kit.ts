/** Sentences and verbs that every room shares. A room's own words stand in its own file beside its pages. */
export const words = {
  product: '东洲',
  productLong: '东洲 · 退役军人事务工作台',
  skipLink: '跳到正文',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  back: '返回',
  reload: '重试',
  find: '查找',
  clear: '清除',
  home: '回到工作台',
  help: '这一页怎么用',
  above: '上级页面',
  loading: '正在载入',
} as const

export const frameWords = {
  rail: '主菜单',
  collapse: '收起菜单',
  expand: '展开菜单',
  openMenu: '打开菜单',
  search: '查找人员：姓名、拼音、身份证尾号、手机尾号',
  searchShort: '查找人员',
  searchHint: '按 / 键可随时查找',
  searching: '正在查找…',
  searchNothing: '没有找到。换个写法，或用身份证后四位再试。',
  searchFailed: '暂时查不了，请稍后再试。',
  division: '当前辖区',
  jobs: '后台任务',
  noJobs: '没有正在进行的任务。导入、导出、生成报告等较慢的工作会出现在这里，离开页面也会继续。',
  runningJobs: (count: number) => `后台任务，${count} 项进行中`,
  unknown: '有的内容暂时查不到，这里可能不全。',
  reminders: '提醒',
  freshReminders: (count: number) => `提醒，${count} 条未看`,
  noReminders: '没有要提醒您的事。等您办的事和没有做成的后台任务会出现在这里。',
  person: '我的账号',
  password: '修改密码',
  sessions: '登录记录',
  largeType: '大字显示',
  ordinaryType: '恢复标准字号',
  signOut: '退出登录',
} as const

export const stateWords = {
  emptyTitle: '还没有内容',
  refusedTitle: '您不能查看这里',
  refusedAsk: '如工作需要，请联系本单位安全管理员授予相应权限，或请辖区内的同事协助办理。',
  failedTitle: '没有打开',
  failedKept: '您填写的内容还在，没有丢失，也没有重复提交。',
  offlineTitle: '网络不通',
  offlineWorks: '已打开的页面仍可阅读，连上网络后请重试。',
  oldAnswer: '下面是先前的内容。',
  missingTitle: '没有找到',
  signedOutTitle: '登录已失效',
  signIn: '重新登录',
  staleTitle: '这条记录刚被他人改动',
  staleSay: (by: { readonly who: string; readonly when: string } | undefined) =>
    by === undefined ? '您填写期间，其他同事保存了新的内容。' : `${by.who}在 ${by.when} 保存了新的内容。`,
  staleDecide: '下面这些两人都改了，请逐项决定保留哪一个。',
  staleApart: '改的与您改的不是同一处，可以合在一起保存。',
  staleOnlyMine: (what: string) => `只有您改了：${what}，按您的保存。`,
  staleOnlyTheirs: (what: string) => `只有对方改了：${what}，按对方的保留。`,
  staleAsking: '这条记录刚被他人改动，正在取最新的内容…',
  staleAgain: '这条记录刚被他人改动，页面已换成最新的内容。请看过后再办一次。',
  staleReopen: '这条记录刚被他人改动。请关闭此窗，看过最新的内容后再办。',
  staleField: '项目',
  staleBefore: '您打开时',
  staleMine: '我填写的',
  staleTheirs: '对方已保存的',
  staleKeep: '按所选保存',
  staleJoin: '合并并保存',
  staleDrop: '放弃我的修改',
  crashTitle: '这一页出了差错',
  crashSay: '请刷新重试；如果再次出现，请把网址和当时的操作告诉系统管理员。已保存的内容不受影响。',
  notFoundTitle: '没有这个页面',
  notFoundSay: '网址可能输错了，或者这项功能已经移到别处。',
} as const

export const ledgerWords = {
  filters: '筛选',
  clearFilters: '清空筛选',
  columns: '显示列',
  columnsReset: '恢复默认',
  moveUp: '上移',
  moveDown: '下移',
  export: '导出',
  exportAsk: (count: string) => `将导出当前筛选出的 ${count}。导出的文件含个人信息，用途会记入留痕。`,
  selected: (count: string) => `已选 ${count}`,
  selectAll: (count: string) => `选中全部 ${count}`,
  tick: (what: string) => `勾选${what}`,
  tickAll: '勾选本页全部',
  clearSelection: '取消选择',
  keysFor: (can: { readonly tick: boolean; readonly open: boolean }) =>
    ['↑ ↓ 选行', can.tick && '空格勾选', '回车看摘要', can.open && '再按回车打开'].filter(Boolean).join('，'),
  open: '打开详情',
  summary: '摘要',
  previous: '上一条',
  next: '下一条',
  noMatch: '没有符合筛选条件的记录。',
  openFilters: '筛选条件',
  done: '查看结果',
  from: '从',
  to: '到',
  search: '输入后回车',
} as const

export const recordWords = {
  timeline: '经过',
  all: '全部',
  byRoom: '按业务筛选',
  source: '来源',
  history: '历次记录',
  valid: '适用时间',
  learnt: '登记时间',
  certainty: '依据',
  masked: '已遮盖',
  reveal: '查看原文',
  revealTitle: (label: string) => `查看${label}原文`,
  revealSay: '查看会记入留痕，审计人员可以查到。一分钟后自动遮盖。',
  revealed: '一分钟后遮盖',
  hide: '遮盖',
  nobodyLooked: '还没有人打开过遮盖的信息。',
  empty: '还没有经过可看。登记、走访、发放、活动等都会出现在这里。',
} as const

export const askWords = {
  title: '请说明用途',
  kind: '用途',
  note: '补充说明',
  noteHint: '例如：2025年6月优抚金核发',
  needed: '请选择用途；选“其他”时请写明，至少四个字。',
} as const

export const jobWords = {
  waiting: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未完成',
  cancelled: '已停止',
  cancel: '停止',
  cancelAsk: '停止后，已经写入的部分会保留，没有做完的部分不再做。',
  result: '查看结果',
  download: '下载文件',
  left: (wait: string) => `剩余${wait}`,
} as const

export const wizardWords = {
  steps: '办理步骤',
  back: '上一步',
  next: '下一步',
  leave: '先放一放',
  leaveSay: '已填写的内容会保留，随时可以从原处继续。',
  willHappen: '确认后将会',
  willNot: '不会改动',
  reversible: '完成后可以撤回。',
} as const

export const boardWords = {
  target: '目标',
  done: '已完成',
  forecast: '预计',
  due: '时限',
  onTime: '正常',
  risk: '有风险',
  late: '已滞后',
  finished: '已完成',
  unknown: '暂无数据',
  expected: '按进度应完成',
  open: (what: string) => `查看${what}的记录`,
} as const

export const paperWords = {
  bound: '有据数字',
  unbound: '手填数字，没有对应的记录',
  inspector: '数字出处',
  inspectorEmpty: '点选文中的数字，这里会写明它怎样算出、截至哪天、有多少条记录。',
  query: '怎样算出',
  cutOff: '截至',
  rows: '记录数',
  last: '上次的值',
  openRows: '查看记录',
  bind: '对应到指标',
} as const

export const divisionWords = {
  choose: '请选择镇（街道）、村（社区）',
  nothing: '没有这个名称的区划，换个写法再试。',
} as const

export const pickerWords = {
  person: '姓名、拼音、身份证尾号或手机尾号',
} as const

export const identityWords = {
  choose: '可选多项',
} as const

export const formWords = {
  optional: '选填',
  save: '保存',
} as const

export const chartWords = {
  faces: '图或表',
  picture: '图',
  table: '表',
  copy: '复制图片',
  copied: '已复制',
  save: '存为图片',
  saved: '已存为图片',
  failed: '图没有画出来，下面是同样的数字。',
} as const

export const asKnownWords = {
  button: '按某日所知查看',
  hint: '查看这份档案在某一天结束时的内容',
  day: '到哪一天为止',
  show: '查看',
  leave: '回到现在',
} as const
