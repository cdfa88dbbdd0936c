import { DownloadOutlined } from '@ant-design/icons'
import type { LedgerView } from '@dongzhou/contract/intake'
import { Button, Collapse } from 'antd'
import { api } from '../api.ts'
import { Loaded } from '../kit/loaded.tsx'
import { useAction } from '../kit/use-action.ts'
import { downloadFile } from './download.ts'
import { useLedgers } from './use-batches.ts'
import { chooseWords } from './words.ts'

/** 台账种类: what each kind holds, and its blank template. */
export function LedgerKinds() {
  const ledgers = useLedgers()
  return (
    <div className="stack">
      <p className="quiet">{chooseWords.readsSay}</p>
      <Loaded query={ledgers} rows={4}>
        {(kinds) => (
          <Collapse
            size="small"
            items={kinds.map((ledger) => ({
              key: ledger.code,
              label: ledger.name,
              extra: <TemplateButton ledger={ledger} />,
              children: <FieldList ledger={ledger} />,
            }))}
          />
        )}
      </Loaded>
      <p className="quiet small">{chooseWords.templatesSay}</p>
    </div>
  )
}

function FieldList({ ledger }: { readonly ledger: LedgerView }) {
  return (
    <ul className="intake-fields">
      {ledger.fields.map((field) => (
        <li key={field.key}>
          <span className={field.required ? 'intake-required' : undefined}>{field.title}</span>
          <span className="quiet small">{field.help}</span>
        </li>
      ))}
    </ul>
  )
}

function TemplateButton({ ledger }: { readonly ledger: LedgerView }) {
  const template = useAction(api.intake.makeTemplate, ({ fileId }) => downloadFile(fileId))
  return (
    <span className="row">
      <span className="late small" role="alert">
        {template.trouble?.say}
      </span>
      <Button
        type="link"
        size="small"
        icon={<DownloadOutlined aria-hidden />}
        loading={template.isBusy}
        onClick={(event) => {
          event.stopPropagation()
          template.act({ ledger: ledger.code })
        }}
      >
        {chooseWords.download}
      </Button>
    </span>
  )
}
