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

export const disabilityNatures: readonly ChoiceOption[] = [
  { value: 'war', label: '因战' },
  { value: 'duty', label: '因公' },
  { value: 'illness', label: '因病' },
]

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
export const hardships = same('低保', '特困供养', '低保边缘', '重大疾病', '重度残疾', '突发变故', '独居')
export const pensions = same('城乡居民养老保险', '企业职工养老保险', '机关事业单位养老保险', '未参保')

function same(...labels: readonly string[]): readonly ChoiceOption[] {
  return labels.map((label) => ({ value: label, label }))
}
