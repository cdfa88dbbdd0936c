import { Button, Tag } from 'antd'
import { Card, FactList, RecordPage } from '../kit/record-page.tsx'
import { RecordTimeline, type TimelineEntry } from '../kit/record-timeline.tsx'
import { Lookers, MaskedValue, SourcedValue } from '../kit/sourced-value.tsx'

const entries: readonly TimelineEntry[] = [
  {
    id: '1',
    on: '2025年6月12日',
    room: '优待抚恤',
    title: '优抚金 1,240.00 元',
    body: '已到账，尾号 0042',
    opensAt: '/gallery',
  },
  {
    id: '2',
    on: '2025年5月20日',
    room: '走访',
    title: '八一走访慰问',
    body: '测试经办、示例书记上门，送慰问金 500.00 元',
  },
  { id: '3', on: '2025年4月2日', room: '登记', title: '联系电话更正', body: '原 199****1000，本人来电说明' },
  { id: '4', on: '2025年3月5日', room: '东洲周', title: '参加“老兵讲堂”第三讲' },
  {
    id: '5',
    on: '2024年12月',
    room: '登记',
    title: '残疾等级定为八级',
    body: '经复核应为七级，已更正',
    isSuperseded: true,
  },
  { id: '6', on: '1978年', room: '登记', title: '退出现役' },
]

/** One person's file, synthetic. */
export function RecordPiece() {
  const source = {
    source: '2025年3月5日导入《优抚对象花名册》第 12 行',
    valid: '2024年1月1日至今',
    learnt: '2025年3月5日 14:06',
    certainty: '证件已核',
  }
  return (
    <RecordPage
      title={{
        title: '王测试',
        above: [{ title: '人员', to: '/gallery' }],
        actions: <Button>打印</Button>,
        primary: { label: '登记事项', onClick: () => undefined },
        help: <p>上方三秒看清，下方按时间看全。</p>,
      }}
      marks={
        <>
          <Tag>退役军人</Tag>
          <Tag>60周岁农村籍退役士兵</Tag>
        </>
      }
      facts={[
        { label: '年龄', value: <SourcedValue label="年龄" value="67 岁" from={source} /> },
        {
          label: '辖区',
          value: (
            <SourcedValue
              label="居住地"
              value="海门街道测试一村"
              from={source}
              history={[{ id: 'a', value: '三厂工业园区示例社区', source: '2019年户籍台账', valid: '2019年至2023年' }]}
            />
          ),
        },
        {
          label: '公民身份号码',
          value: (
            <MaskedValue label="公民身份号码" masked="999999********1234" open={async () => '999999195801010000'} />
          ),
        },
        {
          label: '联系电话',
          value: <MaskedValue label="联系电话" masked="199****5678" open={async () => '19900005678'} />,
        },
      ]}
      alerts={[
        { key: 'a', level: 'late', say: '5月优抚金退汇未补发，已 12 天：账号与户名不符。' },
        { key: 'b', level: 'risk', say: '两处来源的出生日期不一致，待裁定。' },
      ]}
      side={
        <>
          <Card title="现享受待遇">
            <FactList
              facts={[
                { label: '优抚金', value: '每月 620.00 元' },
                { label: '下一次', value: '2025年7月15日' },
              ]}
            />
          </Card>
          <Card title="家庭">
            <FactList
              facts={[
                { label: '配偶', value: '李示例，64 岁' },
                { label: '代领人', value: '王样本（长子）' },
              ]}
            />
          </Card>
          <Card title="谁看过">
            <Lookers
              looks={[
                { id: '1', say: '测试经办 查看电话：联系本人或家属', at: '2025年6月12日 09:31' },
                { id: '2', say: '示例站员 查看银行账户：发放资金', at: '2025年5月28日 15:02' },
              ]}
            />
          </Card>
        </>
      }
    >
      <RecordTimeline entries={entries} />
    </RecordPage>
  )
}
