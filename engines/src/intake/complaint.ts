/** 问题代码 (complaint code): the closed list of what can be wrong with a cell. */
export const complaintCodes = {
  'required-missing': '必填项为空',
  'column-missing': '缺少必填列',
  'cell-error': '公式出错',
  'repeat-refused': '不能写“同上”',
  'id-length': '身份证号位数不对',
  'id-character': '身份证号有其他字符',
  'id-birth': '身份证号中的生日不存在',
  'id-check': '身份证号校验位不对',
  'id-precision-lost': '身份证号被转成数字而失真',
  'id-scientific': '身份证号被转成科学计数法',
  'date-unreadable': '日期看不懂',
  'date-impossible': '日期不存在',
  'date-future': '日期晚于今天',
  'date-doubtful': '日期有两种读法',
  'name-damaged': '姓名有无法识别的字符',
  'name-doubtful': '姓名需核对',
  'sex-unreadable': '性别看不懂',
  'phone-damaged': '电话号码不完整',
  'phone-doubtful': '电话号码需核对',
  'money-unreadable': '金额看不懂',
  'money-negative': '金额为负',
  'count-unreadable': '数量看不懂',
  'count-doubtful': '数量为约数',
  'identity-unknown': '身份类别不认识',
  'identity-ambiguous': '身份类别不明确',
  'disability-unreadable': '残疾等级看不懂',
  'division-unknown': '村（社区）不在区划表中',
  'division-ambiguous': '村（社区）名称有多处',
  'division-elsewhere': '村（社区）不在所填区镇内',
  'account-unreadable': '银行账号看不懂',
  'account-precision-lost': '银行账号被转成数字而失真',
  'account-check': '银行卡号校验不符',
  'credit-code-check': '信用代码校验不符',
  'choice-unknown': '不在可选项内',
  'text-too-long': '文字过长',
  'birth-differs-from-id': '出生日期与身份证号不一致',
  'sex-differs-from-id': '性别与身份证号不一致',
  'discharged-before-enlisted': '退役早于入伍',
  'enlisted-age': '入伍年龄不合常理',
  'end-before-begin': '结束早于开始',
  'illness-grade': '因病致残没有这个等级',
  'approved-early': '批准日期过早',
  'died-before-approved': '去世早于批准',
  'approved-vague': '批准日期只有年份',
  'conscript-outside-service': '义务兵役不在服役期内',
  'service-years': '折算年限与服役时间不符',
  'alone-and-orphan': '孤老和孤儿不能同时填',
  'ground-unfit': '领取依据与关系不符',
  'duplicate-in-sheet': '表内重复',
} as const satisfies Record<string, string>

export type ComplaintCode = keyof typeof complaintCodes

/** warned: readable, but look again. held: the row waits in staging until somebody settles it. */
export type ComplaintSeverity = 'warned' | 'held'

/** What is wrong with a value, before it is known in which cell it stands. */
export interface Flaw {
  readonly code: ComplaintCode
  readonly severity: ComplaintSeverity
  /** The sentence without its place: what is wrong, and what to do. */
  readonly what: string
}

/** 问题 (complaint): a flaw in its cell. `row` is the number the sheet shows (from 1), `column` counts from 0. */
export interface Complaint {
  readonly row: number
  readonly column: number
  readonly field: string
  readonly code: ComplaintCode
  readonly severity: ComplaintSeverity
  /** The whole sentence: where, what, what to do. Never holds an ID number, account or phone. */
  readonly say: string
}

/** 已读通 (repair): what was read although it was damaged or left out, so that nothing is mended in silence. */
export interface Repair {
  readonly row: number
  readonly column: number
  readonly field: string
  readonly say: string
}

export function held(code: ComplaintCode, what: string): Flaw {
  return { code, severity: 'held', what }
}

export function warned(code: ComplaintCode, what: string): Flaw {
  return { code, severity: 'warned', what }
}

/** Where a sentence speaks of: the row as the sheet shows it, the column, and the title over it. */
export interface Place {
  readonly row: number
  readonly column: number
  readonly field: string
  readonly title: string
}

/** Puts a flaw into its cell. */
export function complain(place: Place, flaw: Flaw): Complaint {
  const { row, column, field, title } = place
  return {
    row,
    column,
    field,
    code: flaw.code,
    severity: flaw.severity,
    say: `第 ${row} 行“${title}”：${maskNumbers(flaw.what)}`,
  }
}

// Where columns have slipped, the "name" that is quoted is an ID number or a phone: the cell shows it, the sentence need not, and is
// kept in clear.
function maskNumbers(what: string): string {
  return what.replace(/\d{7,}[Xx]?/g, (number) => `${number.slice(0, 3)}…${number.slice(-2)}`)
}

/** Says in which cell something was read although it was damaged. */
export function repairAt(place: Place, note: string): Repair {
  const { row, column, field, title } = place
  return { row, column, field, say: `第 ${row} 行“${title}”：${note}` }
}
