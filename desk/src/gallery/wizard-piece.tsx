import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { Consequences, Wizard } from '../kit/wizard.tsx'

const steps = [
  { key: 'upload', title: '上传台账' },
  { key: 'header', title: '核对表头' },
  { key: 'complaints', title: '处理问题' },
  { key: 'same', title: '认定同一人' },
  { key: 'accept', title: '确认接收' },
]

/** In the middle of an import. */
export function WizardPiece() {
  return (
    <>
      <PageTitle title="导入《优抚对象花名册》" above={[{ title: '台账导入', to: '/gallery' }]} />
      <Wizard
        steps={steps}
        current="complaints"
        onGo={() => undefined}
        onLeave={() => undefined}
        hint="还有 9 行待核，可以先接收其余 450 行。"
        next={{ onClick: () => undefined }}
      >
        <Card title="第 12 行">
          <p>第 12 行“身份证号”：校验位应为 X，现为 8。请核对证件后改正，或留待核实。</p>
        </Card>
      </Wizard>
    </>
  )
}

/** The last step, before anything is written. */
export function LastStepPiece() {
  return (
    <>
      <PageTitle title="导入《优抚对象花名册》" above={[{ title: '台账导入', to: '/gallery' }]} />
      <Wizard
        steps={steps}
        current="accept"
        onGo={() => undefined}
        onLeave={() => undefined}
        next={{ label: '接收 450 人', onClick: () => undefined }}
      >
        <Consequences
          will={['新增 412 人', '更新 38 人 51 项', '9 行留待核实，可随时继续处理']}
          willNot={['3 人的信息与现有记录一致']}
          takeBack="完成后 30 天内可以撤回；期间另有人改动过的项目会逐项列出，由您决定。"
        />
      </Wizard>
    </>
  )
}
