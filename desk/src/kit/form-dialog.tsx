import { Modal } from 'antd'
import { sizes } from './theme.ts'

interface FormDialogProps {
  readonly isOpen: boolean
  readonly title: string
  readonly onClose: () => void
  readonly isWide?: boolean
  readonly children: React.ReactNode
}

/** 表单弹窗 (form dialog): a form over the page; made anew each time it opens, so that it never shows an earlier draft. */
export function FormDialog({ isOpen, title, onClose, isWide = false, children }: FormDialogProps) {
  return (
    <Modal
      open={isOpen}
      title={title}
      width={isWide ? sizes.dialogWide : sizes.dialog}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      // A click beside the dialog must not throw a half-filled form away.
      mask={{ closable: false }}
    >
      {children}
    </Modal>
  )
}
