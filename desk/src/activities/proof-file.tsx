import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { uploadFile } from '../intake/upload.ts'
import { FormField } from '../kit/form.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { formLabels } from './words.ts'

interface ProofFileProps {
  readonly value: string | undefined
  readonly onChange: (fileId: string | undefined) => void
}

/** 佐证文件: one file, sent at once; the event keeps it only when its form is sent. */
export function ProofFile({ value, onChange }: ProofFileProps) {
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
    <FormField label={formLabels.proofFile} complaint={complaint} isOptional isWide>
      {(id) => (
        <span className="row">
          <Button
            id={id}
            icon={<PaperClipOutlined aria-hidden />}
            loading={share !== undefined}
            onClick={() => picker.current?.click()}
          >
            {value === undefined ? formLabels.choose : formLabels.replace}
          </Button>
          {share !== undefined && <span className="quiet">{formLabels.sending(Math.round(share * 100))}</span>}
          {value !== undefined && share === undefined && (
            <>
              <span className="quiet">{name === '' ? formLabels.attached : name}</span>
              <Button type="link" size="small" onClick={() => onChange(undefined)}>
                {formLabels.detach}
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
