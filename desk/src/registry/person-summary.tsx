import type { PersonLine } from '@dongzhou/contract/registry'
import { factKinds } from '@dongzhou/terms/fact'
import { nothing } from '../kit/format.ts'
import { IdentityTags } from '../kit/identity-tags.tsx'
import { FactList } from '../kit/record-page.tsx'
import { ageText, sexText } from './people-columns.tsx'
import { personWords } from './words.ts'

/** 摘要: what one needs to know whether it is the right person. */
export function PersonSummary({ person }: { readonly person: PersonLine }) {
  return (
    <div className="stack">
      {person.identities.length > 0 && <IdentityTags list={person.identities} />}
      <FactList
        facts={[
          { label: personWords.sex, value: sexText(person.sex) },
          { label: person.isAlive ? personWords.age : personWords.ageAtDeath, value: ageText(person) },
          { label: personWords.born, value: person.born ?? nothing },
          { label: personWords.division, value: person.division.name },
          { label: personWords.idNumber, value: person.idNumberMasked || nothing },
          { label: personWords.phone, value: person.phoneMasked || nothing },
          {
            label: personWords.disability,
            value: person.disabilityGrade === null ? nothing : `${person.disabilityGrade}级`,
          },
        ]}
      />
      {person.disputes.length > 0 && (
        <p className="risk">
          {personWords.disputes}：{person.disputes.map((kind) => factKinds[kind].name).join('、')}
        </p>
      )}
    </div>
  )
}
