import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { uploadFile } from '../intake/upload.ts'
import { FormField } from '../kit/form.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { paperWords } from './words.ts'

interface ScanFileProps {
  readonly value: string | undefined
  readonly onChange: (fileId: string | undefined) => void
}

/** 扫描件: one file, sent at once; the case keeps it only when its form is sent. */
export function ScanFile({ value, onChange }: ScanFileProps) {
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number>()
  const [name, setName] = useState('')
  const [complaint, setComplaint] = useState<string>()

  async function send(file: File): Promise<void> {
    setComplaint(undefined)
    setShare(0)
    try {
      const { fileId } = await uploadFile(file, setShare)
      setName(file.name)
      onChange(fileId)
    } catch (error) {
      setComplaint(troubleOf(error).say)
    } finally {
      setShare(undefined)
    }
  }

  return (
    <FormField label={paperWords.file} complaint={complaint} isOptional>
      {(id) => (
        <span className="row">
          <Button
            id={id}
            icon={<PaperClipOutlined aria-hidden />}
            loading={share !== undefined}
            onClick={() => picker.current?.click()}
          >
            {paperWords.choose}
          </Button>
          {share !== undefined && <span className="quiet">{paperWords.sending(Math.round(share * 100))}</span>}
          {value !== undefined && share === undefined && (
            <>
              <span className="quiet">{name}</span>
              <Button type="link" size="small" onClick={() => onChange(undefined)}>
                {paperWords.detach}
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
