import type { Layout, ReturnLayout } from './layout.ts'

const usualReasons: ReturnLayout['reasons'] = [
  { reason: 'no-account', words: ['账号不存在', '无此账号', '无此户', '01'] },
  { reason: 'name-mismatch', words: ['户名不符', '户名错误', '姓名或证件号不符', '证件号不符', '02'] },
  { reason: 'account-closed', words: ['已销户', '账户已销', '销户', '03'] },
  { reason: 'account-frozen', words: ['冻结', '挂失', '止付', '只收不付', '04'] },
  { reason: 'account-dormant', words: ['不动户', '睡眠户', '长期不动', '久悬', '05'] },
  { reason: 'limit-exceeded', words: ['超限额', '超过限额', '限额', '06'] },
  { reason: 'bank-error', words: ['系统', '超时', '通讯', '09'] },
]

/** 通用CSV: for banks that take a table; opens in any spreadsheet. */
const genericCsv: Layout = {
  code: 'generic-csv',
  name: '通用CSV',
  say: '各家银行网银批量代发通用的表格文件，UTF-8编码，金额以元为单位。',
  format: 'csv',
  encoding: 'utf-8',
  lineEnd: '\r\n',
  titles: true,
  row: [
    { field: 'sequence', title: '序号' },
    { field: 'batch', title: '批次号' },
    { field: 'reference', title: '业务编号' },
    { field: 'name', title: '户名' },
    { field: 'bank', title: '开户银行' },
    { field: 'account', title: '账号' },
    { field: 'amount-yuan', title: '金额' },
    { field: 'note', title: '摘要' },
  ],
  foot: [
    { field: 'constant', title: '合计', constant: '合计' },
    { field: 'batch', title: '批次号' },
    { field: 'count', title: '笔数' },
    { field: 'total-yuan', title: '总金额' },
  ],
  returns: {
    columns: [
      { field: 'outcome', title: '处理结果' },
      { field: 'reason', title: '失败原因' },
    ],
    paid: ['成功', '已入账'],
    failed: ['失败', '退汇'],
    reasons: usualReasons,
  },
}

/** 定长文本: counter systems of banks; widths are bytes of GB18030, amounts whole fen. */
const fixedWidth: Layout = {
  code: 'fixed-gb18030',
  name: '定长文本（GB18030）',
  say: '柜面批量代发用的定长文本，GB18030编码，金额以分为单位。',
  format: 'fixed',
  encoding: 'gb18030',
  lineEnd: '\r\n',
  titles: false,
  head: [
    { field: 'constant', title: '标志', constant: 'H', width: 1 },
    { field: 'batch', title: '批次号', width: 24 },
    { field: 'count', title: '笔数', width: 8, align: 'right', pad: '0' },
    { field: 'total-fen', title: '总金额', width: 16, align: 'right', pad: '0' },
    { field: 'issuer', title: '单位', width: 60 },
  ],
  row: [
    { field: 'constant', title: '标志', constant: 'D', width: 1 },
    { field: 'sequence', title: '序号', width: 8, align: 'right', pad: '0' },
    { field: 'reference', title: '业务编号', width: 20 },
    { field: 'account', title: '账号', width: 32 },
    { field: 'name', title: '户名', width: 60 },
    { field: 'amount-fen', title: '金额', width: 16, align: 'right', pad: '0' },
    { field: 'note', title: '摘要', width: 40 },
  ],
  foot: [
    { field: 'constant', title: '标志', constant: 'T', width: 1 },
    { field: 'count', title: '笔数', width: 8, align: 'right', pad: '0' },
    { field: 'total-fen', title: '总金额', width: 16, align: 'right', pad: '0' },
  ],
  returns: {
    columns: [
      { field: 'outcome', title: '处理结果', width: 1 },
      { field: 'reason', title: '失败原因', width: 40 },
    ],
    paid: ['0', 'Y'],
    failed: ['1', 'N'],
    reasons: usualReasons,
  },
}

/** 社会保障卡一卡通: the finance office's list; the card is found by name and ID number. */
const socialCard: Layout = {
  code: 'social-card',
  name: '惠民惠农一卡通清册',
  say: '财政“一卡通”系统的补贴清册，按姓名和身份证号发放到社会保障卡，GB18030编码的CSV，金额以元为单位。',
  format: 'csv',
  encoding: 'gb18030',
  lineEnd: '\r\n',
  titles: true,
  row: [
    { field: 'sequence', title: '序号' },
    { field: 'name', title: '姓名' },
    { field: 'id-number', title: '身份证号' },
    { field: 'account', title: '社会保障卡银行账号' },
    { field: 'bank', title: '发卡银行' },
    { field: 'amount-yuan', title: '补贴金额' },
    { field: 'note', title: '补贴项目' },
    { field: 'batch', title: '批次号' },
    { field: 'reference', title: '明细编号' },
  ],
  returns: {
    columns: [
      { field: 'outcome', title: '发放状态' },
      { field: 'reason', title: '失败原因' },
    ],
    paid: ['发放成功', '成功'],
    failed: ['发放失败', '失败'],
    reasons: usualReasons,
  },
}

/** 文件格式: one a bank. A new one is data: its columns, its widths, its words for what failed. */
export const layouts: readonly Layout[] = [genericCsv, fixedWidth, socialCard]

export function findLayout(code: string): Layout | undefined {
  return layouts.find((layout) => layout.code === code)
}
