import { EyeInvisibleOutlined } from '@ant-design/icons'
import type { ColumnView, LedgerView, SheetView } from '@dongzhou/contract/intake'
import { Select } from 'antd'
import { recogniseWords, surenessWords } from '../words.ts'
import { fieldOf, letterOf, type MappingDraft, sureness } from './mapping-draft.ts'

interface ColumnTableProps {
  readonly sheet: SheetView
  readonly ledger: LedgerView
  readonly draft: MappingDraft
  /** Missing for those who may not change it, and once rows were accepted. */
  readonly onChoose?: (column: ColumnView, field: string | null) => void
}

/** The columns as they stand on the sheet, each with what it holds, what it is read as, and how sure that is. */
export function ColumnTable({ sheet, ledger, draft, onChoose }: ColumnTableProps) {
  return (
    <div className="scroll-across">
      <table className="intake-columns">
        <thead>
          <tr>
            <th scope="col">{recogniseWords.column}</th>
            <th scope="col">{recogniseWords.titleOnSheet}</th>
            <th scope="col">{recogniseWords.samples}</th>
            <th scope="col">{recogniseWords.readAs}</th>
            <th scope="col">{recogniseWords.sure}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => (
            <ColumnRow key={column.index} column={column} ledger={ledger} draft={draft} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ColumnRowProps {
  readonly column: ColumnView
  readonly ledger: LedgerView
  readonly draft: MappingDraft
  readonly onChoose: ColumnTableProps['onChoose'] | undefined
}

function ColumnRow({ column, ledger, draft, onChoose }: ColumnRowProps) {
  const field = fieldOf(column, draft)
  const isChanged = field !== column.field
  return (
    <tr className={isChanged ? 'is-changed' : field === null ? 'is-skipped' : undefined}>
      <td className="quiet">{letterOf(column.index)}</td>
      <th scope="row">
        {column.title === '' ? <span className="quiet">{recogniseWords.untitled}</span> : column.title}
        {column.isHidden && (
          <span className="risk small intake-hidden" title={recogniseWords.hiddenSay}>
            <EyeInvisibleOutlined aria-hidden /> {recogniseWords.hidden}
          </span>
        )}
      </th>
      <td className="intake-samples" title={column.samples.join('、')}>
        {column.samples.join('、')}
      </td>
      <td>
        {onChoose ? (
          <FieldSelect column={column} field={field} ledger={ledger} onChoose={onChoose} />
        ) : (
          (ledger.fields.find((one) => one.key === field)?.title ?? recogniseWords.skip)
        )}
      </td>
      <td>
        <Sureness column={column} isChanged={isChanged} />
      </td>
    </tr>
  )
}

interface FieldSelectProps {
  readonly column: ColumnView
  readonly field: string | null
  readonly ledger: LedgerView
  readonly onChoose: NonNullable<ColumnTableProps['onChoose']>
}

const SKIP = ''

function FieldSelect({ column, field, ledger, onChoose }: FieldSelectProps) {
  return (
    <Select
      aria-label={`${letterOf(column.index)} ${column.title}：${recogniseWords.readAs}`}
      className="intake-field-select"
      showSearch={{ optionFilterProp: 'label' }}
      value={field ?? SKIP}
      options={[
        { value: SKIP, label: recogniseWords.skip },
        ...ledger.fields.map(({ key, title, required }) => ({ value: key, label: required ? `${title} *` : title })),
      ]}
      onChange={(key) => onChoose(column, key === SKIP ? null : key)}
    />
  )
}

function Sureness({ column, isChanged }: { readonly column: ColumnView; readonly isChanged: boolean }) {
  if (isChanged) return <span className="intake-sure is-likely">{recogniseWords.yours}</span>
  const how = sureness(column)
  return (
    <span title={column.why}>
      {how !== 'none' && <span className={`intake-sure is-${how}`}>{surenessWords[how]}</span>}
      <span className="quiet small intake-why">{column.why}</span>
    </span>
  )
}
