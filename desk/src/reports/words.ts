/** Words of the reports: the list, the paper and its inspector, cut-offs, finishing and taking away. */
export const listWords = {
  title: '报告',
  noun: '报告',
  start: '起草报告',
  help: [
    '起草时选年度、半年和截止日期，系统按局里半年总结的结构起稿，文中的数字都取自台账。',
    '草稿每次打开都按截止日期重新取数；定稿后数字封存，之后补登的记录只作提示，不会悄悄改动报告。',
    '谁起草、谁最后改过都写在列表里；两人同时改一份报告，后保存的会看到对方改了什么。',
  ],
  emptyTitle: '还没有报告',
  emptySay: '半年总结、专项报告在这里起草、定稿和导出，文中每个数字都能点开看到记录。',
  reportTitle: '标题',
  period: '期间',
  cutOff: '截止日期',
  state: '状态',
  madeBy: '起草人',
  changedBy: '最后修改',
  changedAt: '修改时间',
  finishedAt: '定稿时间',
  division: '辖区',
  text: '标题中的字',
  year: '年度',
} as const

export const stateNames = { draft: '草稿', finished: '已定稿' } as const

export const halves = { first: '上半年', second: '下半年' } as const

/** `2025年上半年`. */
export function periodName(period: { readonly year: number; readonly half: keyof typeof halves }): string {
  return `${period.year}年${halves[period.half]}`
}

export const startWords = {
  title: '起草报告',
  year: '年度',
  half: '期间',
  cutOff: '截止日期',
  cutOffHint: '这一天及以前的记录计入；之后仍可调整。',
  cutOffWrong: '截止日期须在所选半年之内。',
  reportTitle: '标题',
  titleHint: '留空则为“局名＋期间＋工作总结”。',
  verb: '起草',
} as const

export const reportWords = {
  noun: '报告',
  help: [
    '直接在纸面上改文字；回车另起一段，段首按退格与上一段合并，Ctrl+Z 撤销，Ctrl+S 保存。',
    '绿底的是有据数字，点一下在右侧看它怎样算出、有哪些记录；琥珀色下划线的是手填数字，没有记录可查，最好“对应到指标”。',
    '“待录入”表示管这项数据的模块还没有启用，“暂无记录”表示台账里还没有登记，都不等于零。',
    '指到一段，左侧的“⋮”可上移、下移、增加、删除，或改为标题。',
    '导出的是已保存的内容，公文格式，用途会记入留痕。',
  ],
  save: '保存',
  saved: '已保存',
  unsaved: '有未保存的修改',
  undo: '撤销',
  redo: '重做',
  insert: '插入数字',
  insertAt: '请先在正文里点一下要插入的位置。',
  head: '标题与落款',
  more: '更多',
  cutOff: '调整截止日期',
  compare: '与其他截止日期对比',
  print: '打印',
  finish: '定稿',
  reopen: '重新打开',
  export: '导出文档',
  saveFirst: '请先保存，再做这一步。',
  counts: (bound: number, missing: number, typed: number) =>
    [
      `有据 ${bound} 个`,
      ...(missing > 0 ? [`待录入或暂无记录 ${missing} 个`] : []),
      ...(typed > 0 ? [`手填 ${typed} 个`] : []),
    ].join(' · '),
  finishedSay: (at: string) => `${at} 定稿，数字已封存。`,
  driftSay: (count: number) => `定稿后有 ${count} 个数字的记录变了，点开可看差异。报告仍为定稿时的数。`,
  leaveTitle: '有未保存的修改',
  leaveSay: '离开后，未保存的修改不会保留。',
  leave: '不保存，离开',
  stay: '留下来',
  saveTrouble: '没有保存成功，您的修改还在这一页上。',
  appendixTitle: '报告数据来源一览表',
  attached: '附件：',
  attachment: '附件',
} as const

export const headWords = {
  title: '标题与落款',
  reportTitle: '标题',
  issuer: '发文机关',
  documentNumber: '发文字号',
  documentNumberHint: '如 海退役军人发〔2025〕12号，无文号留空。',
  addressee: '主送机关',
  addresseeHint: '不写冒号。',
  date: '成文日期',
  verb: '确定',
  titleWrong: '请填写标题，至少两个字。',
  issuerWrong: '请填写发文机关。',
} as const

export const blockWords = {
  menuOf: (what: string) => `${what}：移动、增加或删除`,
  up: '上移',
  down: '下移',
  addBelow: '在下方增加',
  paragraph: '正文',
  headings: { 1: '一级标题', 2: '二级标题', 3: '三级标题' },
  list: '分条列举',
  appendix: '附件：数据来源一览表',
  turnInto: '改为',
  remove: '删除本段',
  itemUp: '本条上移',
  itemDown: '本条下移',
  addItem: '在下方增加一条',
  removeItem: '删除本条',
  marks: { 'first-is': '序号改为“一是”', bracketed: '序号改为“（1）”' },
  removeList: '删除整个列举',
  removeAppendix: '删除附件',
  names: { heading: '标题', paragraph: '正文', list: '列举', appendix: '附件' },
  item: (at: number) => `列举第 ${at} 条`,
  place: (name: string, at: number) => `第 ${at} 段（${name}）`,
  gone: '（已删除）',
} as const

export const figureWordsOf = {
  insertTitle: '插入数字',
  bindTitle: '对应到指标',
  bindSay: (text: string) => `文中手填的“${text}”将换成所选指标的数字，可以撤销。`,
  indicator: '指标',
  indicatorHint: '输入几个字查找',
  from: '起',
  to: '截至',
  unit: '单位',
  format: '写法',
  step: '取整到',
  preview: '文中写作',
  previewRows: (rows: string) => `${rows}条记录`,
  insert: '插入',
  bind: '换成这个数字',
  apply: '按此改写',
  spanWrong: '起止日期须起不晚于止，且不超过报告的截止日期。',
  chooseIndicator: '请选择指标。',
  notBuilt: '待录入',
} as const

export const formatNames = {
  plain: '原数',
  over: '超……',
  rest: '……余',
  'chinese-count': '汉字小写（十以内）',
  magnitude: '约数（数百、数千）',
} as const

export const missingSay = {
  'room-not-built': '管这项数据的模块尚未启用，文中写“待录入”。模块启用、登记之后自动取数。',
  'no-rows': '所选期间台账里没有记录，文中写“暂无记录”，不认定为零。请先核对是否漏登。',
  'not-permitted': '您的账号不能查看这项数据，文中写“无权查看”。请有权限的同事导出。',
} as const

export const inspectorWords = {
  tabs: '看什么',
  rows: '记录',
  wording: '写法',
  all: (count: number) => `全部数字 ${count}`,
  filter: '只看',
  kinds: { all: '全部', missing: '没有数', typed: '手填', drifted: '有差异' },
  previous: '上一个数字',
  next: '下一个数字',
  keys: '↑ ↓ 逐个看，回车跳到文中',
  none: '没有这一类数字。',
  listName: '报告中的数字',
  listed: (count: string) => `列出 ${count} 条记录，与文中的数一致。`,
  listedNow: (now: string, then: string) => `现在列出 ${now} 条记录，文中的数取自 ${then} 条。`,
  openIndicator: '在年度计划中查看',
  span: (to: string, from: string) => `${to}（自${from}）`,
  opening: '正文开头',
  exact: '准确值',
  typedName: '手填数字',
  drift: '定稿后的变化',
  driftNow: (now: string) => `现在是 ${now}`,
  driftSame: '数值未变，但记录有增减',
  typedSay: '能对应到指标的，请对应；确实没有指标的，请自行核对。',
} as const

export const appendixWords = {
  number: '序号',
  name: '指标',
  query: '怎样算出',
  span: '起止',
  value: '数值',
  rows: '记录数',
} as const

export const cutOffWords = {
  title: '调整截止日期',
  label: '新的截止日期',
  hint: (from: string, to: string) => `须在 ${from} 至 ${to} 之间。`,
  now: (day: string) => `现在截至 ${day}。`,
  preview: (count: number) => (count === 0 ? '数字不会变化。' : `${count} 个数字将会变化：`),
  choose: '选好日期后，先在这里看哪些数字会变。',
  verb: '调整截止日期',
  done: '截止日期已调整，数字已重新取数',
  same: '这就是现在的截止日期。',
} as const

export const compareWords = {
  title: '对比截止日期',
  other: '对比的截止日期',
  otherHint: '可选任何一天，如上年同期。',
  lastYear: '上年同期',
  figures: '数字的变化',
  text: '文字的变化',
  name: '指标',
  before: (day: string) => `截至 ${day}`,
  after: (day: string) => `截至 ${day}（本报告）`,
  difference: '增减',
  noFigures: '两个截止日期的数字完全相同。',
  noText: '文字没有变化。',
  none: '—',
  help: [
    '把同一份报告放到另一个截止日期上取数，看哪些数字不同。',
    '文字部分划去的是另一截止日期的写法，加底色的是本报告的写法。',
  ],
  onlyChanged: '只看有变化的',
} as const

export const finishWords = {
  title: '定稿',
  say: (bound: number) =>
    `定稿后 ${bound} 个数字按现在的值封存，正文不能再改；记录之后有变，只在报告旁提示，不改报告。`,
  missing: (count: number) => `还有 ${count} 个数字没有数，定稿后文中仍写“待录入”或“暂无记录”。`,
  typed: (count: number) => `还有 ${count} 个手填数字，没有记录可查。`,
  verb: '定稿',
  done: '已定稿',
  reopenTitle: '重新打开',
  reopenSay: '重新打开后回到草稿，数字按截止日期重新取数；定稿时的数保留，可以查到。',
  reason: '原因',
  reasonWrong: '请写明原因。',
  reopenVerb: '重新打开',
  reopened: '已重新打开，可以修改',
} as const

export const exportWords = {
  title: '导出文档',
  say: '将按公文格式导出已保存的这一版，附数据来源一览表。用途会记入留痕。',
  unsaved: '您有未保存的修改，导出的文档里没有。',
  verb: '导出',
  working: '正在生成文档，可以离开，完成后在“后台任务”里也能看到。',
  ready: '文档已生成。',
  download: '下载文档',
} as const
