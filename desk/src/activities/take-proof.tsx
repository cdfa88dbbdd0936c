import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { troubleOf } from '../kit/trouble.ts'
import { eventPageWords } from './words.ts'

const ordinary = `${eventPageWords.takeProof}${eventPageWords.proofFile}`

/** 下载佐证: asked for first, so that a refusal is read here and not on an empty page. */
export function TakeProof({ fileId, label = ordinary }: { readonly fileId: string; readonly label?: string }) {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)

  async function take(): Promise<void> {
    setBusy(true)
    try {
      await saveFile(fileId)
    } catch (error) {
      void message.error(troubleOf(error).say)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button
      type="link"
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={isBusy}
      onClick={() => void take()}
    >
      {label}
    </Button>
  )
}

async function saveFile(fileId: string): Promise<void> {
  const response = await fetch(`/downloads/${encodeURIComponent(fileId)}`)
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => undefined)
    throw Object.assign(new Error(messageOf(answer)), { status: response.status })
  }
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameOf(response.headers.get('content-disposition')) ?? eventPageWords.proofFile
  link.click()
  URL.revokeObjectURL(address)
}

function nameOf(disposition: string | null): string | undefined {
  const written = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1]
  return written === undefined ? undefined : decodeURIComponent(written)
}

function messageOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return ''
  return typeof answer.message === 'string' ? answer.message : ''
}
