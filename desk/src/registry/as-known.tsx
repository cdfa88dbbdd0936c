import type { PersonFile } from '@dongzhou/contract/registry'
import { LeaveAsKnown } from '../kit/as-known.tsx'
import { writeDay } from '../kit/format.ts'
import type { RecordAlert } from '../kit/record-page.tsx'
import { personWords } from './words.ts'

/** Says above everything that this is not the file of today, and leads back to it. */
export function asKnownAlerts(person: PersonFile): readonly RecordAlert[] {
  if (person.asKnownOn === null) return []
  return [
    {
      key: 'as-known',
      level: 'information',
      say: (
        <>
          {personWords.asKnownSay(writeDay(person.asKnownOn))}{' '}
          <span className="as-known-leave">
            <LeaveAsKnown path={personPath(person.id)} />
          </span>
        </>
      ),
    },
  ]
}

/** The address of a file as it is now. */
export function personPath(id: number): string {
  return `/registry/people/${id}`
}
