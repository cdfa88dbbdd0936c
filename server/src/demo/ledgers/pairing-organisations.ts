import { judgeCreditCode } from '@dongzhou/terms/credit-code'
import type { Chance } from '../chance.ts'

/** 结对单位: 53 organisations that a district has; the persons they care for are spread over them, one to three each. */
export const departments: readonly string[] = [
  '区委办公室',
  '区人大常委会办公室',
  '区政府办公室',
  '区政协办公室',
  '区纪委监委',
  '区委组织部',
  '区委宣传部',
  '区委统战部',
  '区委政法委',
  '区委编办',
  '区级机关工委',
  '区信访局',
  '区总工会',
  '团区委',
  '区妇联',
  '区科协',
  '区残联',
  '区红十字会',
  '区发展和改革委员会',
  '区教育体育局',
  '区科学技术局',
  '区工业和信息化局',
  '区公安分局',
  '区民政局',
  '区司法局',
  '区财政局',
  '区人力资源和社会保障局',
  '区自然资源和规划局',
  '区住房和城乡建设局',
  '区城市管理局',
  '区交通运输局',
  '区水利局',
  '区农业农村局',
  '区商务局',
  '区文化广电和旅游局',
  '区卫生健康委员会',
]

export const institutions: readonly string[] = [
  '区应急管理局',
  '区审计局',
  '区市场监督管理局',
  '区统计局',
  '区医疗保障局',
  '区行政审批局',
  '区税务局',
  '区气象局',
  '区供销合作总社',
  '区档案馆',
  '区融媒体中心',
  '区文化馆',
  '区图书馆',
  '区人民医院',
  '区中医院',
  '区疾病预防控制中心',
  '区老年大学',
]

/** A unified social credit code that passes its check; the nine middle characters belong to nobody known. */
export function creditCodeFor(chance: Chance, isDepartment: boolean): string {
  const first17 = `${isDepartment ? '11' : '12'}320614${chance.digits(8)}X`
  for (const check of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
    if (judgeCreditCode(first17 + check) === 'valid') return first17 + check
  }
  throw new RangeError('no check character fits')
}
