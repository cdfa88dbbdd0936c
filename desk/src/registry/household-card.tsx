import type { PersonFile } from '@dongzhou/contract/registry'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { PageLink } from '../kit/navigation.tsx'
import { Card } from '../kit/record-page.tsx'
import { useMe } from '../session/use-session.ts'
import { EndRelationDialog } from './end-relation-dialog.tsx'
import { householdWords } from './words.ts'

/** 同户: who lives under one register entry with this person, the head first. Shown only where somebody does. */
export function HouseholdCard({ person }: { readonly person: PersonFile }) {
  const { today } = useMe()
  const [isLeaving, setLeaving] = useState(false)
  const { household } = person
  if (household === null) return null
  const own = household.members.find(({ personId }) => personId === person.id)
  const mayLeave = person.may.write && person.mergedInto === null && own !== undefined
  const leave = (
    <Button type="link" size="small" onClick={() => setLeaving(true)}>
      {householdWords.leave}
    </Button>
  )
  return (
    <Card title={householdWords.title(household.members.length)} extra={mayLeave && leave}>
      <ul className="relations">
        {household.members.map((member) => (
          <li key={member.relationId}>
            <span className="relation-who">
              {member.personId === person.id ? (
                member.name
              ) : (
                <PageLink to={`/registry/people/${member.personId}`}>{member.name}</PageLink>
              )}
            </span>
            {member.isHead && <Tag>{householdWords.head}</Tag>}
          </li>
        ))}
      </ul>
      {isLeaving && own && (
        <EndRelationDialog
          person={person}
          relation={{ id: own.relationId, what: householdWords.membership }}
          today={today}
          onClose={() => setLeaving(false)}
        />
      )}
    </Card>
  )
}
