import type { BatchLine } from '@dongzhou/contract/intake'

export const intakeWords = {
  title: '台账导入',
  newTitle: '导入台账',
  batchTitle: '导入批次',
  start: '导入台账',
  emptyTitle: '还没有导入过台账',
  emptySay: '花名册、活动台账、结对台账都可以整张导入。先看识别结果，改完问题，最后一步确认前不写入任何档案。',
  seeResult: '看结果',
} as const

export const batchWords = {
  file: '文件',
  sender: '报送单位',
  state: '状态',
  by: '提交人',
  at: '提交时间',
  note: '说明',
} as const

/** Where a batch stands, in the bureau's words; the second says what it waits for. */
export const stateNames: { readonly [S in BatchLine['state']]: readonly [string, string] } = {
  reading: ['正在读取', '读完后可以核对'],
  refused: ['未能读取', '请按提示处理文件后重新导入'],
  staged: ['待接收', '核对后确认接收'],
  accepting: ['正在接收', '可以离开，完成后再来看'],
  accepted: ['已接收', '可以查看结果或撤回'],
  withdrawing: ['正在撤回', '可以离开，完成后再来看'],
  withdrawn: ['已撤回', '已导入的内容已取消'],
}

/** A batch whose work broke off: the fault says what to do. */
export const brokenOff = '中断'

export const stepNames = {
  choose: '选文件',
  recognise: '看识别',
  check: '核对问题',
  accept: '确认接收',
  result: '结果',
} as const

export const chooseWords = {
  drop: '把表格拖到这里，或点击选择文件',
  dropSay: '支持 Excel 工作簿（xlsx、xls）和 CSV，单个文件不超过 60 MB、30 万行左右。',
  again: '换一个文件',
  sender: '报送单位',
  senderHint: '谁报来的表，如 三星镇退役军人服务站',
  senderNeeded: '请填写报送单位。',
  senderSay: '同一单位的列对应会被记住，下次自动套用。',
  senderFromLast: '沿用您上次填写的报送单位，可以改。',
  senderFromPlace: '按您的辖区填写，可以改。',
  fileNeeded: '请先选择文件。',
  read: '上传并读取',
  uploading: (share: string) => `正在上传 ${share}`,
  templates: '空白模板',
  templatesSay: '没有现成表格时，可下载模板填写；已有表格不必改成模板的样子。',
  reads: '会读哪些内容',
  readsSay: '系统会自动找表头、认列名；标题、合计、说明和空行不会当作数据。带 * 的为必填。',
  safe: '上传后只是读取和核对，最后一步确认接收之前不会改动任何档案。',
  download: '下载模板',
  refusedTitle: '这个文件没有读进来',
  refusedNext: '重新选择文件',
} as const

export const recogniseWords = {
  ledger: '识别为',
  none: '不是台账，不导入',
  choose: '请选择台账种类',
  hiddenSheet: '隐藏工作表',
  column: '列',
  titleOnSheet: '表上的列名',
  samples: '内容样例',
  readAs: '读作',
  sure: '把握',
  skip: '不读入',
  hidden: '隐藏列',
  hiddenSay: '这一列在原表中是隐藏的，请确认是否应当读入。',
  untitled: '（无列名）',
  headerAt: (row: number) => `表头在第 ${row} 行`,
  missing: (titles: string) => `必填项没有对应的列：${titles}。请在下面指定，或退回补列。`,
  unmapped: (titles: string) => `以下列不读入：${titles}。`,
  allMapped: '所有列都有对应。',
  twice: (title: string) => `“${title}”对应了两列，只能保留一列。`,
  reread: '按新的对应重新读取',
  undo: '恢复原来的对应',
  changeKindTitle: '改变台账种类',
  changeKind: (sheet: string, ledger: string) =>
    `将按“${ledger}”重新读取工作表“${sheet}”，列对应会重新识别，在这张表上改正过的单元格须重新改。`,
  rereadSay: '重新读取后，在这张表上改正过的单元格须重新改。',
  settled: '这批台账已经接收过，列对应不能再改。',
  toCheck: '去核对问题',
  rereadNow: '重新读取',
  counting: '正在逐行核对，读完后这里会写明多少行没有问题、多少行须处理。',
  noLedger: '没有识别出台账，请先为工作表选择台账种类，或换一个文件。',
  nothing: '文件里没有可读的工作表',
  yours: '已改，待重新读取',
} as const

export const surenessWords = {
  sure: '有把握',
  likely: '较有把握',
  doubtful: '请核对',
} as const

export const resultWords = {
  new: '新增',
  changed: '更新',
  unchanged: '没有变化',
  refused: '没有接收',
  withdrawn: '已撤回',
  kept: '没能撤回',
  row: '行',
  outcome: '结果',
  who: '这一行',
  why: '原因',
  open: '查看档案',
  refusedRows: '没有接收或没能撤回的行',
  allRows: '全部行',
  noneRefused: '没有这样的行：能接收的都接收了。',
  noRows: '这张表没有数据行。',
  waiting: '未接收',
  withdraw: '撤回这批台账',
  withdrawTitle: '撤回这批台账',
  because: '撤回原因',
  becauseHint: '如：报错了文件，应为2025年版',
  becauseNeeded: '请写明撤回原因，至少两个字。',
  more: '继续处理留下的行',
  withdrawSay: (rows: string) => `将撤回${rows}：这批台账新建的档案移出名册，更新的内容恢复为接收前的样子。`,
  withdrawKeeps: '接收后又被别人改过、或已用于其他业务的内容不会撤回，会逐行列出原因。',
  accepting: '正在接收，可以离开，完成后再来看。',
  withdrawing: '正在撤回，可以离开，完成后再来看。',
  held: '留下待核',
  toDecide: '待确认是否同一人',
  sheet: '工作表',
} as const
