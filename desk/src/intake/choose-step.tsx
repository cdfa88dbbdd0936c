import { InboxOutlined } from '@ant-design/icons'
import { AutoComplete, Progress, Upload } from 'antd'
import { useId } from 'react'
import { writeBytes } from '../kit/format.ts'
import { Card } from '../kit/record-page.tsx'
import { sizes } from '../kit/theme.ts'
import { LedgerKinds } from './ledger-kinds.tsx'
import { refusalOf } from './upload.ts'
import { chooseWords } from './words.ts'

export interface Chosen {
  readonly file: File | undefined
  readonly sender: string | undefined
}

interface ChooseStepProps {
  readonly chosen: Chosen
  readonly onChange: (change: Partial<Chosen>) => void
  readonly usual: { readonly sender: string | undefined; readonly from: string; readonly known: readonly string[] }
  readonly complaint: { readonly on: 'file' | 'sender'; readonly say: string } | undefined
  /** How much is uploaded; undefined before and after. */
  readonly share: string | undefined
}

/** 选文件: the file on the left, what can be read and the templates on the right. */
export function ChooseStep({ chosen, onChange, usual, complaint, share }: ChooseStepProps) {
  return (
    <div className="intake-choose">
      <section className="card intake-choose-main stack">
        <FileField chosen={chosen} onChange={onChange} complaint={complaint?.on === 'file' ? complaint.say : ''} />
        {share !== undefined && (
          <Progress percent={Number.parseInt(share, 10)} showInfo={false} size={['100%', sizes.space]} />
        )}
        <SenderField
          chosen={chosen}
          onChange={onChange}
          usual={usual}
          complaint={complaint?.on === 'sender' ? complaint.say : ''}
        />
      </section>
      <Card title={chooseWords.reads}>
        <LedgerKinds />
      </Card>
    </div>
  )
}

interface FieldProps extends Pick<ChooseStepProps, 'chosen' | 'onChange'> {
  readonly complaint: string
}

function FileField({ chosen, onChange, complaint }: FieldProps) {
  const { file } = chosen
  // Shown at once, not only when one goes on: the file is chosen again while the folder is still at hand.
  const say = complaint !== '' ? complaint : file && refusalOf(file)
  return (
    <div>
      <Upload.Dragger
        className={say ? 'intake-drop is-refused' : 'intake-drop'}
        accept=".xlsx,.xlsm,.xls,.et,.csv"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(picked) => {
          onChange({ file: picked })
          return false
        }}
      >
        <InboxOutlined aria-hidden className="intake-drop-icon" />
        {file ? (
          <>
            <p className="intake-drop-name">{file.name}</p>
            <p className="quiet">
              {writeBytes(file.size)}，{chooseWords.again}
            </p>
          </>
        ) : (
          <>
            <p className="intake-drop-name">{chooseWords.drop}</p>
            <p className="quiet">{chooseWords.dropSay}</p>
          </>
        )}
      </Upload.Dragger>
      <p className="late complaint intake-complaint" role="alert">
        {say}
      </p>
    </div>
  )
}

function SenderField({ chosen, onChange, usual, complaint }: FieldProps & Pick<ChooseStepProps, 'usual'>) {
  const id = useId()
  const isUsual = chosen.sender !== undefined && chosen.sender === usual.sender
  return (
    <div className="intake-field">
      <label htmlFor={id}>{chooseWords.sender}</label>
      <AutoComplete
        id={id}
        value={chosen.sender ?? ''}
        placeholder={chooseWords.senderHint}
        maxLength={40}
        options={usual.known.map((value) => ({ value }))}
        showSearch={{ filterOption: (text, option) => String(option?.value ?? '').includes(text) }}
        onChange={(sender: string) => onChange({ sender })}
      />
      <p className="quiet small">{isUsual ? usual.from : chooseWords.senderSay}</p>
      <p className="late complaint" role="alert">
        {complaint}
      </p>
    </div>
  )
}
