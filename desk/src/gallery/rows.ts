/** A synthetic person of the gallery. Codes of division 999999 belong to nobody. */
export interface SampleRow {
  readonly id: string
  readonly name: string
  readonly age: number
  readonly division: string
  readonly identity: string
  readonly idNumber: string
  readonly phone: string
  readonly born: string
  readonly amount: number
  readonly unit: string
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '黄', '赵', '吴', '周', '欧阳']
const given = ['测试', '示例', '样本', '试', '例']
const places = ['海门街道测试一村', '三厂工业园区示例社区', '包场镇样例村', '四甲镇试验居委会', '余东镇例一村']
const identities = [
  '退役军人',
  '退役军人、60周岁农村籍退役士兵',
  '残疾军人',
  '烈士遗属',
  '带病回乡退伍军人、参战退役人员',
]

/** Row number `at` of a list of any length; always the same. */
export function sampleRow(at: number): SampleRow {
  const isLong = at % 17 === 4
  return {
    id: String(at + 1),
    name: isLong ? '买买提·阿不都热合曼·示例拜克热合木江' : `${pick(surnames, at)}${pick(given, at * 7 + 3)}`,
    age: 22 + ((at * 37) % 70),
    division: isLong ? '东灶港镇（海门港新区）滨海示范居民委员会第十二网格' : pick(places, at * 3),
    identity: pick(identities, at * 3 + 1),
    idNumber: `999999********${String(1000 + ((at * 7919) % 9000))}`,
    phone: `199****${String(1000 + ((at * 104_729) % 9000))}`,
    born: `${2003 - ((at * 37) % 70)}-0${1 + (at % 9)}-1${at % 10}`,
    amount: ((at * 791_911) % 1_900_000) + 4_500,
    unit: isLong ? '南通市海门区某某现代农业科技示范推广专业合作社联合社（退役军人创业孵化基地）' : '—',
  }
}

function pick(texts: readonly string[], at: number): string {
  return texts[at % texts.length] ?? ''
}
