import { bankAccountReader } from '../readers/bank-account.ts'
import { choiceReader, openChoiceReader } from '../readers/choice.ts'
import { dateReader } from '../readers/date.ts'
import { disabilityGradeReader } from '../readers/disability-grade.ts'
import { nameReader } from '../readers/name.ts'
import { textReader } from '../readers/text.ts'
import { hardships, pensions, wordsOfOptions } from './word-lists.ts'

/** Fields about means and health that both people's ledgers may carry. */
export const circumstanceFields = {
  hardship: {
    title: '困难情形',
    synonyms: ['困难类型', '困难情况', '救助类别', '低保', '低保类别', '家庭困难情况', '经济状况'],
    reader: openChoiceReader(hardships),
    help: '从下拉列表中选；没有的不填。',
    choices: wordsOfOptions(hardships),
    width: 14,
  },
  health: {
    title: '健康状况',
    synonyms: ['身体状况', '健康情况', '健康', '身体情况', '患病情况'],
    reader: textReader,
    help: '如良好、一般、患有某病。',
    width: 14,
  },
  pensionInsurance: {
    title: '养老保障方式',
    synonyms: ['养老保险', '养老保险类型', '参保情况', '养老保障', '养老方式'],
    reader: openChoiceReader(pensions),
    help: '从下拉列表中选。',
    choices: wordsOfOptions(pensions),
    width: 18,
  },
  died: {
    title: '去世日期',
    synonyms: ['死亡日期', '死亡时间', '去世时间', '亡故时间', '病故时间'],
    reader: dateReader('event'),
    help: '已去世的填写。',
    width: 12,
  },
} as const

/** Service, as both people's ledgers ask for it. */
export const serviceFields = {
  enlisted: {
    title: '入伍时间',
    synonyms: ['入伍日期', '入伍年月', '参军时间', '参军日期', '何时入伍', '入伍', '应征入伍时间'],
    reader: dateReader('enlisted'),
    help: '如 1978-12；只知年份的写 1978年。',
    width: 12,
  },
  discharged: {
    title: '退役时间',
    synonyms: [
      '退役日期',
      '退伍时间',
      '退伍日期',
      '退役年月',
      '退伍年月',
      '复员时间',
      '转业时间',
      '离队时间',
      '退伍',
      '退役',
      '退出现役时间',
    ],
    reader: dateReader('discharged'),
    help: '如 1982-01；只知年份的写 1982年。',
    width: 12,
  },
} as const

const natures = { war: ['因战'], duty: ['因公'], illness: ['因病'] } as const

/** Disability, in one column (因公六级) or in two. */
export const disabilityFields = {
  disabilityGrade: {
    title: '残疾等级',
    synonyms: ['伤残等级', '残疾级别', '伤残级别', '评残等级', '等级'],
    reader: disabilityGradeReader,
    help: '一级至十级，可写“因公六级”。',
    choices: ['一级', '二级', '三级', '四级', '五级', '六级', '七级', '八级', '九级', '十级'],
    width: 10,
  },
  disabilityNature: {
    title: '残疾性质',
    synonyms: ['伤残性质', '致残性质', '性质', '残疾类别'],
    reader: choiceReader(natures),
    help: '因战、因公或因病。',
    choices: ['因战', '因公', '因病'],
    width: 10,
  },
} as const

/** Where money is paid to. */
export const accountFields = {
  bank: {
    title: '开户银行',
    synonyms: ['开户行', '银行', '发放银行', '开户行名称', '代发银行', '银行名称'],
    reader: textReader,
    help: '如江苏海门农村商业银行。',
    width: 20,
  },
  accountHolder: {
    title: '开户名称',
    synonyms: ['户名', '账户名', '开户人', '开户姓名', '账户名称', '代领人', '代领人姓名', '领款人', '持卡人'],
    reader: nameReader,
    help: '存折或卡上的户名；不是本人的须有代领关系。',
    width: 12,
  },
  account: {
    title: '银行账户',
    synonyms: [
      '银行账号',
      '银行卡号',
      '账号',
      '卡号',
      '帐号',
      '银行帐号',
      '一卡通账号',
      '一卡通',
      '社保卡号',
      '存折账号',
      '开户账号',
    ],
    reader: bankAccountReader,
    help: '文本格式，不要用科学计数法。',
    width: 24,
  },
} as const
