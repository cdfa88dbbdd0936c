import { InboxOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import { writeBytes } from '../kit/format.ts'
import { returnWords } from './stage-words.ts'

interface FileFieldProps {
  readonly file: File | undefined
  readonly onChange: (file: File) => void
  readonly accept: string
  readonly title: string
  readonly say: string
  readonly complaint?: string | undefined
}

/** 选文件: dropped or picked; nothing is sent before the button under it. */
export function FileField({ file, onChange, accept, title, say, complaint }: FileFieldProps) {
  return (
    <div className="pay-drop">
      <Upload.Dragger
        accept={accept}
        maxCount={1}
        showUploadList={false}
        beforeUpload={(picked) => {
          onChange(picked)
          return false
        }}
      >
        <InboxOutlined aria-hidden />
        <p>{file ? file.name : title}</p>
        <p className="quiet small">{file ? `${writeBytes(file.size)}，${returnWords.again}` : say}</p>
      </Upload.Dragger>
      {complaint !== undefined && (
        <p className="late" role="alert">
          {complaint}
        </p>
      )}
    </div>
  )
}
