import { Button } from 'antd'
import { useState } from 'react'
import { AskPurpose } from '../kit/ask-purpose.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { StaleDialog } from '../kit/stale.tsx'

/** The dialogs behind their buttons. */
export function DialogsPiece() {
  const [open, setOpen] = useState<'stale' | 'purpose'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <PageTitle title="对话框" />
      <div className="row">
        <Button onClick={() => setOpen('stale')}>冲突</Button>
        <Button onClick={() => setOpen('purpose')}>用途</Button>
      </div>
      <StaleDialog
        isOpen={open === 'stale'}
        by={{ who: '示例站员', when: '2025年6月12日 09:31' }}
        joined={{ mine: ['备注'], theirs: [] }}
        fields={[
          { key: 'phone', label: '联系电话', before: '199****1000', mine: '199****2000', theirs: '199****3000' },
          {
            key: 'address',
            label: '居住地',
            before: '测试一村3组',
            mine: '海门街道测试一村3组28号（与长子同住，逢集市不在家）',
            theirs: '海门街道测试一村12组',
          },
        ]}
        onKeep={close}
        onDrop={close}
      />
      <AskPurpose
        isOpen={open === 'purpose'}
        for="export"
        say="将导出当前筛选出的 8,120 人。导出的文件含个人信息，用途会记入留痕。"
        verb="导出"
        onAnswer={close}
        onClose={close}
      />
    </>
  )
}
