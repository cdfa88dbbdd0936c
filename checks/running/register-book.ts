import { type FactDraft, syntheticPeople } from '../../server/src/demo/index.ts'
import { writeBook } from '../../server/src/platform/sheet/index.ts'

/** Which people stand in the register: a seed the demo bureau does not use, so that they are new to it. */
export interface Register {
  readonly seed: number
  readonly rows: number
}

/** 退役军人登记册: a clean register of synthetic people with 30 columns. */
export async function writeRegister(path: string, register: Register): Promise<void> {
  await writeBook(path, { sheets: [{ name: '登记册', columns: COLUMNS, rows: registerRows(register) }] })
}

const TITLES = [
  '序号',
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '民族',
  '政治面貌',
  '文化程度',
  '入伍时间',
  '退役时间',
  '退役类别',
  '身份类别',
]
const MORE = [
  '所在镇',
  '所在村',
  '家庭住址',
  '联系电话',
  '户籍性质',
  '婚姻状况',
  '就业情况',
  '工作单位',
  '年收入',
  '立功受奖',
  '健康状况',
  '备注',
]
const FILLERS = ['经办人', '登记日期', '核对情况', '档案号', '建档时间', '其他']
const COLUMNS = [...TITLES, ...MORE, ...FILLERS].map((title) => ({ title, width: 16, text: true as const }))

function* registerRows({ seed, rows }: Register): Generator<readonly string[]> {
  let number = 0
  for (const person of syntheticPeople(seed, rows)) {
    number += 1
    yield rowOf(number, person.facts)
  }
}

function rowOf(number: number, facts: readonly FactDraft[]): readonly string[] {
  const text = (kind: FactDraft['kind'], field: string): string => {
    const value: object | undefined = facts.find((fact) => fact.kind === kind)?.value
    return value === undefined ? '' : String((value as Record<string, unknown>)[field] ?? '')
  }
  const served = (end: 'enlisted' | 'discharged'): string => {
    const service = facts.find((fact) => fact.kind === 'service')
    return service?.value[end]?.day.replaceAll('-', '.') ?? ''
  }
  const id = text('id-number', 'idNumber')
  const sex = text('sex', 'sex') === 'female' ? '女' : '男'
  const birth = text('birth', 'day').replaceAll('-', '.')
  const own = [
    String(number),
    text('name', 'name'),
    id,
    sex,
    birth,
    '汉族',
    '群众',
    '初中',
    served('enlisted'),
    served('discharged'),
    '',
    '',
  ]
  const place = [
    '',
    text('residence', 'division'),
    text('residence', 'address'),
    text('phone', 'phone'),
    '农村',
    '已婚',
    '在岗',
    '',
    '12,000',
    '',
    '',
    '',
  ]
  return [...own, ...place, '张', '2025.3.1', '已核', `D${number}`, '2019', '']
}
