import { JobProgress } from '../kit/job-progress.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'

const refused = { status: 403, message: '不在您的管辖范围内，请由所属镇（街道）或村（社区）办理。' }
const failed = { status: 500, message: '系统出现意外问题，您填写的内容未丢失，请稍后再试。' }

/** The drawn states side by side. */
export function StatesPiece() {
  return (
    <div className="stack">
      <PageTitle title="各种状态" above={[{ title: '组件陈列', to: '/gallery' }]} />
      <State title="载入" error={undefined} isPending />
      <State title="空" error={undefined} />
      <State title="拒绝" error={refused} />
      <State title="失败" error={failed} />
      <State title="断网" error={new TypeError('Failed to fetch')} />
      <State title="没有找到" error={{ status: 404 }} />
      <State title="登录失效" error={{ status: 401 }} />
      <Card title="任务">
        <JobProgress
          job={{ id: '1', title: '核对花名册', state: 'running', done: 10, total: 40, unit: '行', secondsLeft: 30 }}
          onCancel={() => undefined}
        />
      </Card>
    </div>
  )
}

interface StateProps {
  readonly title: string
  readonly error: unknown
  readonly isPending?: boolean
}

function State({ title, error, isPending = false }: StateProps) {
  const data: readonly string[] | undefined = error === undefined && !isPending ? [] : undefined
  return (
    <Card title={title}>
      <Loaded
        query={{ data, error, isPending, refetch: () => undefined }}
        isEmpty={(list) => list.length === 0}
        empty={{
          title: '还没有活动',
          say: '这里将按日期列出讲座、晚会等活动和参加人次。',
          action: { label: '登记活动', onClick: () => undefined },
        }}
        kept="您填写的内容还在，没有丢失，也没有重复提交。"
      >
        {(list) => list.join('')}
      </Loaded>
    </Card>
  )
}
