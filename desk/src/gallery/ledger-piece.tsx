import { App } from 'antd'
import { writeDay, writeMoney } from '../kit/format.ts'
import { LedgerTable } from '../kit/ledger-table.tsx'
import type { LedgerColumn, LedgerFilter } from '../kit/ledger-types.ts'
import { useLedgerAsk } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { FactList } from '../kit/record-page.tsx'
import type { LedgerAsk } from '../kit/search-params.ts'
import { columnWidths } from '../kit/theme.ts'
import { type SampleRow, sampleRow } from './rows.ts'

const columns: readonly LedgerColumn<SampleRow>[] = [
  { key: 'name', title: '姓名', width: columnWidths.name, sortBy: 'name', render: (row) => row.name },
  { key: 'age', title: '年龄', width: columnWidths.age, isNumber: true, sortBy: 'age', render: (row) => row.age },
  { key: 'identity', title: '身份', width: columnWidths.identity, render: (row) => row.identity },
  { key: 'division', title: '辖区', width: columnWidths.division, render: (row) => row.division },
  { key: 'idNumber', title: '公民身份号码', width: columnWidths.idNumber, render: (row) => row.idNumber },
  {
    key: 'amount',
    title: '本年已发',
    width: columnWidths.money,
    isNumber: true,
    render: (row) => writeMoney(row.amount),
  },
  { key: 'phone', title: '联系电话', width: columnWidths.phone, isOptional: true, render: (row) => row.phone },
  { key: 'born', title: '出生日期', width: columnWidths.day, isOptional: true, render: (row) => writeDay(row.born) },
  { key: 'unit', title: '工作单位', width: columnWidths.text, isOptional: true, render: (row) => row.unit },
]

const filters: readonly LedgerFilter[] = [
  { kind: 'text', key: 'text', label: '姓名或号码', hint: '姓名、拼音、尾号' },
  {
    kind: 'tree',
    key: 'division',
    label: '辖区',
    tree: [
      {
        value: '999999000000',
        title: '海门区',
        children: [
          { value: '999999102000', title: '海门街道', children: [{ value: '999999102201', title: '测试一村' }] },
          { value: '999999103000', title: '三厂工业园区' },
        ],
      },
    ],
  },
  {
    kind: 'several',
    key: 'identity',
    label: '身份',
    options: [
      { value: 'veteran', label: '退役军人', count: 81_204 },
      { value: 'disabled-veteran', label: '残疾军人', count: 812 },
      { value: 'rural-veteran-60', label: '60周岁农村籍退役士兵', count: 6120 },
      { value: 'survivor-of-martyr', label: '烈士遗属', count: 97 },
    ],
  },
  {
    kind: 'one',
    key: 'standing',
    label: '状态',
    options: [
      { value: 'alive', label: '健在' },
      { value: 'dead', label: '已去世' },
    ],
  },
  { kind: 'days', key: 'born', label: '出生日期' },
]

/** A list of 100,000: turns pages as the server would. */
export function LedgerPiece() {
  const [ask, setAsk] = useLedgerAsk()
  const { message } = App.useApp()
  return (
    <>
      <PageTitle
        title="人员"
        primary={{ label: '登记人员', onClick: () => void message.info('登记') }}
        help={<p>左侧筛选，中间选人，回车看摘要。</p>}
      />
      <LedgerTable<SampleRow>
        pageKey="gallery.people"
        counted={{ noun: '人员', unit: '人' }}
        ask={withoutPiece(ask)}
        onAsk={(next) => setAsk({ ...next, filters: { ...next.filters, piece: ['ledger'] } })}
        query={answered(pageOf(ask))}
        columns={columns}
        filters={filters}
        keyOf={(row) => row.id}
        summary={{
          title: (row) => row.name,
          opensAt: () => '/gallery?piece=record',
          body: (row) => (
            <FactList
              facts={[
                { label: '年龄', value: `${row.age} 岁` },
                { label: '身份', value: row.identity },
                { label: '辖区', value: row.division },
                { label: '工作单位', value: row.unit },
              ]}
            />
          ),
        }}
        bulk={[
          {
            key: 'visit',
            label: '列入走访',
            preview: () => <p>将为所选人员各建一项走访任务，交由所在镇（街道）服务站，不改动个人信息。</p>,
            run: async () => void (await message.success('已列入')),
          },
        ]}
        totals={() => (
          <>
            共 100,000 人<span className="quiet">，其中重点优抚对象 8,120 人，去世未注销 3 人</span>
          </>
        )}
        onExport={async () => void (await message.success('已开始导出'))}
        empty={{ title: '还没有人员' }}
      />
    </>
  )
}

/** The same before anything was imported. */
export function EmptyLedgerPiece() {
  const [ask, setAsk] = useLedgerAsk()
  return (
    <>
      <PageTitle title="人员" primary={{ label: '登记人员', onClick: () => undefined }} />
      <LedgerTable<SampleRow>
        pageKey="gallery.people"
        counted={{ noun: '人员', unit: '人' }}
        ask={withoutPiece(ask)}
        onAsk={setAsk}
        query={answered({ items: [], total: 0, more: false })}
        columns={columns}
        filters={filters}
        keyOf={(row) => row.id}
        summary={{ title: (row) => row.name, body: () => null, opensAt: () => '/' }}
        empty={{
          title: '还没有人员',
          say: '这里将列出本辖区的退役军人和其他优抚对象。先导入手头的花名册，姓名、身份、住址会自动归到每个人名下。',
          action: { label: '导入花名册', onClick: () => undefined },
        }}
      />
    </>
  )
}

// The address of the gallery itself is no filter.
function withoutPiece(ask: LedgerAsk): LedgerAsk {
  const { piece: _, ...filters } = ask.filters
  return { ...ask, filters }
}

function pageOf(ask: LedgerAsk) {
  const first = (ask.page - 1) * ask.size
  return { items: Array.from({ length: ask.size }, (_, at) => sampleRow(first + at)), total: 100_000, more: false }
}

function answered<Data>(data: Data) {
  return { data, error: null, isPending: false, refetch: () => undefined }
}
