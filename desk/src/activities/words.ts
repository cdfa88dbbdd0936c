/** Words of programmes, series and events. */
export const eventWords = {
  title: '活动台账',
  noun: '活动',
  help: [
    '这里是您辖区内安排、举办和取消的全部活动，最近的在前。左侧可按专项、系列、年度、状态、辖区和日期筛选。',
    '活动办过之后，用“登记活动”记下日期、地点、人次、计数方式和佐证。先前安排过的活动，请打开后点“登记举办”，不要另记一条。',
    '没有计数的活动，计数方式选“未计数”，人次留空；系统不会把它当作 0 人次。',
    '活动不会删除。写错了用“更正”，不办了用“取消活动”，两者都要写明原因。',
  ],
  record: '登记活动',
  schedule: '安排活动',
  emptyTitle: '还没有活动',
  emptySay: '这里将列出安排和举办的活动。可以逐场登记，也可以在“台账导入”中一次导入。',
  counted: (total: string, held: string) => `共 ${total} 场${held}`,
  programme: '专项',
  series: '系列',
  year: '年度',
  state: '状态',
  division: '辖区',
  day: '日期',
  text: '名称、地点或主办',
  name: '活动名称',
  place: '地点',
  host: '主办单位',
  partners: '合作单位',
  attendance: '参加',
  counting: '计数方式',
  proof: '佐证',
  remark: '备注',
  source: '来源',
} as const

export const eventStates = { planned: '已安排', held: '已举办', cancelled: '已取消' } as const

export const eventPageWords = {
  back: '活动台账',
  held: '举办情况',
  plan: '安排',
  before: '取消前的登记',
  hold: '登记举办',
  correct: '更正',
  cancel: '取消活动',
  proofFile: '佐证文件',
  takeProof: '下载',
  noProof: '没有佐证',
  noPartners: '没有登记合作单位。',
  notCounted: '未计数',
  ofSeries: '所属系列',
  seriesProgress: '场次',
  openSeries: '查看本系列全部活动',
  overdue: (days: number) => `活动日期已过 ${days} 天，还没有登记举办情况。办过的请登记举办，没有办的请取消。`,
  proofMissing: '没有佐证材料。本场活动已计入指标，检查时拿不出依据，请补充。',
  countMissing: '本场活动没有计数，人次不计入任何指标。',
  cancelled: (because: string) => `已取消：${because}`,
} as const

export const formLabels = {
  seriesHint: '输入系列或专项名称查找',
  seriesNone: '没有找到。请先在“专项与系列”中开设系列。',
  otherYear: (year: number) => `活动日期不在${year}年，而该系列是${year}年的，场次会计入${year}年的系列。请核对。`,
  titleHint: '如：红在东洲进社区（第3场）',
  partnersHint: '输入单位名称后回车，可填多个',
  attendanceUnit: '人次',
  proofHint: '签到表、照片、报道的名称或存放处',
  proofFile: '佐证文件',
  choose: '选择文件',
  replace: '更换文件',
  attached: '已附文件',
  detach: '移除',
  sending: (share: number) => `正在上传 ${share}%`,
  because: '原因',
  becauseHint: '如：核对签到表，原人次有误',
  dayPlanned: '计划日期',
  dayHeld: '举办日期',
} as const

export const formVerbs = {
  schedule: '安排',
  record: '登记',
  hold: '登记举办',
  correct: '更正',
} as const

export const complaints = {
  series: '请选择所属系列。',
  title: '请填写活动名称，至少两个字。',
  day: '请选择日期。',
  future: '活动日期晚于今天，还不能登记为已举办。请改用“安排活动”。',
  division: '请选择活动所在的镇（街道）或村（社区）。',
  counting: '请选择计数方式；没有计数的选“未计数”。',
  attendance: '请填写参加人次；没有计数的，计数方式选“未计数”。',
  because: '请写明原因。',
} as const

export const countings = {
  list: '签到名单',
  counter: '现场计数',
  estimate: '估计',
  'not-counted': '未计数',
} as const

export const countingHints = {
  list: '按签到表逐人统计',
  counter: '现场清点或门禁计数',
  estimate: '按场地或目测估计，报告中会注明',
  'not-counted': '人次不计入指标，也不当作 0',
} as const

export const cancelWords = {
  title: '取消活动',
  say: (title: string) => `“${title}”将标为已取消，不再计入计划场次，也不能再更改。记录会保留。`,
  heldSay: (title: string, attendance: string) =>
    `“${title}”已登记为举办，参加 ${attendance}。取消后场次和人次都不再计入指标，不能再更改。记录会保留。`,
  leave: '不取消',
  done: '已取消活动',
} as const

export const seriesWords = {
  title: '专项与系列',
  noun: '活动系列',
  help: [
    '一个专项下有若干系列，一个系列下有若干场活动。例如“红在东洲宣讲”专项下的“2025年红在东洲走进校园”。',
    '台账里系列的叫法不一，可在“别名”里都写上，导入时会归到同一个系列。',
    '“计划场次”是这个系列全年准备办几场；全局的年度目标在“年度计划”中维护。',
  ],
  open: '开设系列',
  change: '修改系列',
  emptyTitle: '还没有活动系列',
  emptySay: '这里将按专项列出各年度的活动系列。开设一个系列，就可以在它下面安排和登记活动。',
  name: '系列',
  programme: '专项',
  year: '年度',
  held: '已办 / 计划',
  scheduled: '待办',
  attendance: '人次',
  division: '开设单位',
  planned: '计划场次',
  plannedHint: '没有定数的留空',
  aliases: '别名',
  aliasesHint: '台账里的其他叫法，输入后回车',
  openEvents: '查看活动',
  complaintTitle: '请填写系列名称，至少两个字。',
  complaintProgramme: '请选择专项。',
} as const

/** Fields as the conflict dialog names them. */
export const conflictLabels = {
  seriesId: eventWords.series,
  title: eventWords.name,
  day: eventWords.day,
  place: eventWords.place,
  division: eventWords.division,
  host: eventWords.host,
  partners: eventWords.partners,
  attendance: eventWords.attendance,
  counting: eventWords.counting,
  proof: eventWords.proof,
  proofFileId: eventPageWords.proofFile,
  remark: eventWords.remark,
} as const
