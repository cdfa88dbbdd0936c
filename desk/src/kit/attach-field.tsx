import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { FormField } from './form.tsx'
import { troubleOf } from './trouble.ts'

/** What a file is called where it is asked for. */
export interface AttachWords {
  readonly label: string
  readonly choose: string
  readonly replace: string
  /** Said of a file that was attached before the form was opened. */
  readonly attached: string
  readonly detach: string
  readonly sending: (percent: number) => string
}

interface AttachFieldProps {
  readonly words: AttachWords
  readonly value: string | undefined
  readonly isWide?: boolean
  readonly upload: (file: File, onShare: (share: number) => void) => Promise<{ readonly fileId: string }>
  readonly onChange: (fileId: string | undefined) => void
}

/** 附件: one file, sent at once; its record keeps it only when the form is sent. */
export function AttachField({ words, value, isWide = false, upload, onChange }: AttachFieldProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [name, setName] = useState('')
  const [complaint, setComplaint] = useState<string>()

  async function send(file: File): Promise<void> {
    setComplaint(undefined)
    setShare(0)
    try {
      const { fileId } = await upload(file, setShare)
      setName(file.name)
      onChange(fileId)
    } catch (error) {
      setComplaint(troubleOf(error).say)
    } finally {
      setShare(undefined)
    }
  }

  return (
    <FormField label={words.label} complaint={complaint} isOptional isWide={isWide}>
      {(id) => (
        <span className="row">
          <Button
            id={id}
            icon={<PaperClipOutlined aria-hidden />}
            loading={share !== undefined}
            onClick={() => picker.current?.click()}
          >
            {value === undefined ? words.choose : words.replace}
          </Button>
          {share !== undefined && <span className="quiet">{words.sending(Math.round(share * 100))}</span>}
          {value !== undefined && share === undefined && (
            <>
              <span className="quiet">{name === '' ? words.attached : name}</span>
              <Button type="link" size="small" onClick={() => onChange(undefined)}>
                {words.detach}
              </Button>
            </>
          )}
          <input
            ref={picker}
            type="file"
            hidden
            aria-hidden
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              // The same file chosen again must count as a choice.
              event.target.value = ''
              if (file) void send(file)
            }}
          />
        </span>
      )}
    </FormField>
  )
}
