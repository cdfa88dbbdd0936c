import { benefits } from '@dongzhou/terms/benefit'
import {
  arrangementWords,
  careWords,
  conscriptLeavingWords,
  conscriptRegionWords,
  conscriptStudentWords,
  deathCauseWords,
  disabilityNatureWords,
  loneWords,
  survivorGroundWords,
  survivorOfWords,
  survivorRelationWords,
} from '@dongzhou/terms/fact-words'

/** What a choice offers; a free choice takes other words too. */
export interface ChoiceOption {
  readonly value: string
  readonly label: string
}

export const datedHint = '如 1978.5.1；只知道年月或年份也可以'

export const sexes: readonly ChoiceOption[] = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]

export const householdKinds: readonly ChoiceOption[] = [
  { value: 'rural', label: '农村' },
  { value: 'urban', label: '城镇' },
]

export const yesOrNo: readonly ChoiceOption[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

export const disabilityNatures = offered(disabilityNatureWords)
export const benefitChoices = offered(benefits)
export const careModes = offered(careWords)
export const survivorsOf = offered(survivorOfWords)
export const relations = offered(survivorRelationWords)
export const grounds = offered(survivorGroundWords)
export const regions = offered(conscriptRegionWords)
export const students = offered(conscriptStudentWords)
export const leavings = offered(conscriptLeavingWords)
export const loneKinds = offered(loneWords)
export const deathCauses = offered(deathCauseWords)
export const arrangements = offered(arrangementWords)

export const disabilityGrades: readonly ChoiceOption[] = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
].map((label, at) => ({ value: String(at + 1), label: `${label}级` }))

export const ethnicities = same('汉族', '回族', '满族', '蒙古族', '壮族', '苗族', '土家族', '维吾尔族')
export const politicalStatuses = same('中共党员', '中共预备党员', '共青团员', '民主党派', '群众')
export const educations = same('小学', '初中', '高中', '中专', '大专', '本科', '研究生')
export const maritalStatuses = same('未婚', '已婚', '丧偶', '离婚')
export const serviceCategories = same('义务兵退役', '士官退役', '复员', '转业', '自主就业', '安排工作', '退休', '供养')
export const merits = same('一等功', '二等功', '三等功', '嘉奖', '优秀士兵', '立功（等级不详）')
export const employments = same('在岗', '自主创业', '灵活就业', '务农', '待业', '退休')
export const suspensions = same('被判处有期徒刑', '被剥夺政治权利', '被通缉')
export const hardships = same('低保', '特困供养', '低保边缘', '重大疾病', '重度残疾', '突发变故', '独居')
export const pensions = same('城乡居民养老保险', '企业职工养老保险', '机关事业单位养老保险', '未参保')

/** What breaks the order of a fact's dates, or one choice beside another. */
export const senseWords = {
  illnessGrade: '因病致残只有一级至六级，请核对性质与等级。',
  conscriptSpan: '义务兵役的终止应晚于起始。',
  leftEarly: '离队日期不能早于批准入伍日期。',
  leftWhen: '填了离队情形，请填写离队日期。',
  letterEarly: '介绍信日期不能早于报到日期。',
  groundForParents: '父母、配偶的领取依据是无生活费来源或收入偏低，请核对关系。',
  groundForChildren: '子女的领取依据是未满18周岁、上学或残疾，请核对关系。',
  groundForSiblings: '兄弟姐妹的领取依据是未满18周岁或上学，请核对关系。',
} as const

function offered(words: Readonly<Record<string, string>>): readonly ChoiceOption[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function same(...labels: readonly string[]): readonly ChoiceOption[] {
  return labels.map((label) => ({ value: label, label }))
}
