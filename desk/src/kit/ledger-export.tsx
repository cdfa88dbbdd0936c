import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { ledgerWords } from '../words/kit.ts'
import { AskPurpose } from './ask-purpose.tsx'
import type { Purpose } from './purposes.ts'

interface ExportButtonProps {
  /** How many will go, with the unit. */
  readonly count: string
  readonly onExport: (purpose: Purpose) => Promise<void>
}

/** 导出: takes away what matches the filters, after its purpose was stated. */
export function ExportButton({ count, onExport }: ExportButtonProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {ledgerWords.export}
      </Button>
      <AskPurpose
        isOpen={isAsking}
        for="export"
        say={ledgerWords.exportAsk(count)}
        verb={ledgerWords.export}
        onClose={() => setAsking(false)}
        onAnswer={async (purpose) => {
          await onExport(purpose)
          setAsking(false)
        }}
      />
    </>
  )
}
