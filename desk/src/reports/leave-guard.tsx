import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { reportWords } from './words.ts'

/** Holds back whoever leaves the page with something unsaved; choosing another figure is not leaving. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isUnsaved && current.pathname !== next.pathname,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal
      open
      title={reportWords.leaveTitle}
      onCancel={blocker.reset}
      footer={[
        <Button key="leave" danger onClick={blocker.proceed}>
          {reportWords.leave}
        </Button>,
        <Button key="stay" type="primary" onClick={blocker.reset}>
          {reportWords.stay}
        </Button>,
      ]}
    >
      <p>{reportWords.leaveSay}</p>
    </Modal>
  )
}
