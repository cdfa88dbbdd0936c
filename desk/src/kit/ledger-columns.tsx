import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { ledgerWords } from '../words/kit.ts'
import type { Columns } from './use-columns.ts'

/** 显示列: which columns, in what order; remembered for the page. At least one stays. */
export function ColumnChooser<Row>({ columns }: { readonly columns: Columns<Row> }) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={
        <span className="columns-head">
          {ledgerWords.columns}
          <Button type="link" size="small" onClick={columns.reset}>
            {ledgerWords.columnsReset}
          </Button>
        </span>
      }
      content={<ColumnList columns={columns} />}
    >
      <Button icon={<SettingOutlined aria-hidden />}>{ledgerWords.columns}</Button>
    </Popover>
  )
}

function ColumnList<Row>({ columns }: { readonly columns: Columns<Row> }) {
  const shown = new Set(columns.shown.map((column) => column.key))
  return (
    <ul className="columns-list">
      {columns.all.map((column, at) => (
        <li key={column.key}>
          <Checkbox
            checked={shown.has(column.key)}
            disabled={shown.size === 1 && shown.has(column.key)}
            onChange={(event) => columns.show(column.key, event.target.checked)}
          >
            {column.title}
          </Checkbox>
          <span>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined aria-hidden />}
              disabled={at === 0}
              aria-label={`${column.title}${ledgerWords.moveUp}`}
              onClick={() => columns.move(column.key, -1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined aria-hidden />}
              disabled={at === columns.all.length - 1}
              aria-label={`${column.title}${ledgerWords.moveDown}`}
              onClick={() => columns.move(column.key, 1)}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}
