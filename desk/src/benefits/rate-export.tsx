import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { api } from '../api.ts'
import { downloadFile } from '../intake/download.ts'
import { useAction } from '../kit/use-action.ts'
import type { RatesAsk } from './rate-ask.ts'
import { rateWords } from './rate-words.ts'

/** 导出标准表: the rows on screen as a sheet that can be filled in and read again. Nobody's data is in it, so no purpose is asked. */
export function RateExport({ asked, label = rateWords.export }: { readonly asked: RatesAsk; readonly label?: string }) {
  const { message } = App.useApp()
  const action = useAction(
    (input: RatesAsk & { readonly actionId: string }) => api.benefits.exportRates(input),
    ({ fileId, rows }) => {
      downloadFile(fileId)
      void message.success(rateWords.exported(rows))
    },
  )
  return (
    <>
      {action.trouble && (
        <span className="late small" role="alert">
          {action.trouble.say}
        </span>
      )}
      <Button icon={<DownloadOutlined aria-hidden />} loading={action.isBusy} onClick={() => action.act(asked)}>
        {label}
      </Button>
    </>
  )
}
