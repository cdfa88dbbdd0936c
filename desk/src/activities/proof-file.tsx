import { uploadFile } from '../intake/upload.ts'
import { AttachField } from '../kit/attach-field.tsx'
import { formLabels } from './words.ts'

interface ProofFileProps {
  readonly value: string | undefined
  readonly onChange: (fileId: string | undefined) => void
}

/** 佐证文件 of a record. */
export function ProofFile(props: ProofFileProps) {
  return <AttachField words={{ ...formLabels, label: formLabels.proofFile }} isWide upload={uploadFile} {...props} />
}
