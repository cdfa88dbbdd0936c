import type { DivisionLine } from '@dongzhou/contract/registry'
import { Button, Tag } from 'antd'
import { divisionTitle } from '../kit/division-tree.ts'
import { nothing } from '../kit/format.ts'
import { PageLink } from '../kit/navigation.tsx'
import { Card, FactList } from '../kit/record-page.tsx'
import { useMay } from '../session/use-session.ts'
import { divisionPageWords } from './words.ts'

interface DivisionCardProps {
  readonly line: DivisionLine | undefined
  readonly lines: readonly DivisionLine[]
  /** Missing for those who do not maintain divisions. */
  readonly onChange?: () => void
}

/** The chosen division: its names, old ones too, and its code. */
export function DivisionCard({ line, lines, onChange }: DivisionCardProps) {
  const mayRead = useMay('registry.read')
  if (!line) {
    return (
      <Card title={divisionPageWords.title}>
        <p className="quiet">{divisionPageWords.pick}</p>
      </Card>
    )
  }
  const villages = lines.filter((one) => one.parentCode === line.code && one.isActive).length
  return (
    <Card title={line.shortName} extra={onChange && <Button onClick={onChange}>{divisionPageWords.change}</Button>}>
      <FactList
        facts={[
          { label: divisionPageWords.name, value: line.name },
          { label: divisionPageWords.code, value: line.code },
          {
            label: divisionPageWords.parent,
            value: line.parentCode === null ? nothing : divisionTitle(lines, line.parentCode),
          },
          { label: divisionPageWords.aliases, value: line.aliases.length === 0 ? nothing : line.aliases.join('、') },
          {
            label: divisionPageWords.state,
            value: line.isActive ? divisionPageWords.inUse : <Tag>{divisionPageWords.stopped}</Tag>,
          },
        ]}
      />
      {villages > 0 && <p className="quiet">{divisionPageWords.count(villages)}</p>}
      {mayRead && (
        <p>
          <PageLink to={`/registry/people?division=${line.code}`}>{divisionPageWords.people}</PageLink>
        </p>
      )}
      {!onChange && <p className="quiet small">{divisionPageWords.readOnly}</p>}
    </Card>
  )
}
