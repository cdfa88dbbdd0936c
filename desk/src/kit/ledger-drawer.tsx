import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { ledgerWords } from '../words/kit.ts'
import type { LedgerSummary } from './ledger-types.ts'
import { useOpenPage } from './navigation.tsx'
import { sizes } from './theme.ts'

interface LedgerDrawerProps<Row> {
  readonly row: Row | undefined
  readonly summary: LedgerSummary<Row>
  readonly onStep: (key: 'ArrowUp' | 'ArrowDown') => void
  readonly onClose: () => void
}

/** 摘要 (summary): beside the list, not over it, so that one can walk the rows with it open. */
export function LedgerDrawer<Row>({ row, summary, onStep, onClose }: LedgerDrawerProps<Row>) {
  const open = useOpenPage()
  const address = row && summary.opensAt?.(row)
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      size={sizes.drawer}
      mask={false}
      autoFocus={false}
      focusable={{ trap: false }}
      title={row && summary.title(row)}
      extra={
        <span className="row">
          <Button
            type="text"
            icon={<UpOutlined aria-hidden />}
            aria-label={ledgerWords.previous}
            onClick={() => onStep('ArrowUp')}
          />
          <Button
            type="text"
            icon={<DownOutlined aria-hidden />}
            aria-label={ledgerWords.next}
            onClick={() => onStep('ArrowDown')}
          />
        </span>
      }
      footer={
        address !== undefined && (
          <Button type="primary" block onClick={() => open(address)}>
            {ledgerWords.open}
          </Button>
        )
      }
    >
      {row && summary.body(row)}
    </Drawer>
  )
}
