import { Input, Radio } from 'antd'
import { DivisionPicker } from '../kit/division-picker.tsx'
import { FormField } from '../kit/form.tsx'
import { IdentityPicker } from '../kit/identity-tags.tsx'
import { useMe } from '../session/use-session.ts'
import { datedHint, sexes } from './fact-words.ts'
import type { RegisterEntry } from './register-entry.ts'
import type { RegisterParts } from './register-person-page.tsx'
import { personWords, registerWords } from './words.ts'

/** 是谁: the ID number first; birth and sex follow from it, and are asked for only where there is none. */
export function WhoSection(parts: RegisterParts & { readonly derived: string | undefined }) {
  const { entry, complaints, change, derived } = parts
  const { idNumber: wrongNumber, sex: wrongSex } = complaints
  return (
    <section className="form-section">
      <h2>{registerWords.who}</h2>
      <div className="form-grid">
        <FormField
          label={registerWords.idNumber}
          hint={derived ?? registerWords.idHint}
          complaint={wrongNumber}
          isOptional
        >
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={24}
              value={entry.idNumber}
              {...(wrongNumber === undefined ? {} : { status: 'error' as const })}
              onChange={(event) => change({ idNumber: event.target.value })}
            />
          )}
        </FormField>
        <TextField {...parts} field="name" label={personWords.name} />
        {entry.idNumber.trim() === '' && (
          <>
            <FormField label={personWords.sex} complaint={wrongSex}>
              {(id) => (
                <Radio.Group
                  id={id}
                  value={entry.sex}
                  options={[...sexes]}
                  onChange={(event) => change({ sex: String(event.target.value) })}
                />
              )}
            </FormField>
            <TextField {...parts} field="birth" label={personWords.born} hint={datedHint} />
          </>
        )}
      </div>
    </section>
  )
}

/** 住在哪里、怎样联系. */
export function ContactSection(parts: RegisterParts) {
  const { entry, complaints, change } = parts
  const me = useMe()
  const { division: complaint } = complaints
  return (
    <section className="form-section">
      <h2>{registerWords.where}</h2>
      <div className="form-grid">
        <FormField label="居住地" complaint={complaint}>
          {(id) => (
            <DivisionPicker
              id={id}
              within={me.division.code}
              value={entry.division === '' ? undefined : entry.division}
              isWrong={complaint !== undefined}
              onChange={(code) => change({ division: code ?? '' })}
            />
          )}
        </FormField>
        <TextField {...parts} field="address" label={personWords.address} isOptional />
        <TextField {...parts} field="phone" label={personWords.phone} isOptional />
      </div>
    </section>
  )
}

/** 服役与身份. */
export function IdentitySection(parts: RegisterParts) {
  const { entry, change } = parts
  return (
    <section className="form-section">
      <h2>{registerWords.what}</h2>
      <div className="form-grid">
        <FormField label={personWords.identities} isOptional isWide>
          {(id) => (
            <IdentityPicker id={id} value={entry.identities} onChange={(identities) => change({ identities })} />
          )}
        </FormField>
        <TextField {...parts} field="enlisted" label="入伍时间" hint={datedHint} isOptional />
        <TextField {...parts} field="discharged" label="退役时间" hint={datedHint} isOptional />
      </div>
    </section>
  )
}

interface TextFieldProps extends RegisterParts {
  readonly field: Exclude<keyof RegisterEntry, 'identities'>
  readonly label: string
  readonly hint?: string
  readonly isOptional?: boolean
}

function TextField({ entry, complaints, change, field, label, hint, isOptional = false }: TextFieldProps) {
  const complaint = complaints[field]
  return (
    <FormField label={label} complaint={complaint} isOptional={isOptional} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <Input
          id={id}
          maxLength={120}
          value={entry[field]}
          {...(complaint === undefined ? {} : { status: 'error' as const })}
          onChange={(event) => change({ [field]: event.target.value })}
        />
      )}
    </FormField>
  )
}
