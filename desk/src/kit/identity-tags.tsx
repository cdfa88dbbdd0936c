import { entitledIdentities, type Identity, identities } from '@dongzhou/terms/identity'
import { Select, Tag } from 'antd'
import { identityWords } from '../words/kit.ts'
import './form.css'
import { identityOptions } from './identity-options.ts'

/** 身份: the state's reasons beside a name; those that draw regular money stand out. */
export function IdentityTags({ list }: { readonly list: readonly Identity[] }) {
  return (
    <span className="identity-tags">
      {list.map((identity) => (
        <Tag key={identity} className={entitledIdentities.includes(identity) ? 'is-entitled' : ''}>
          {identities[identity]}
        </Tag>
      ))}
    </span>
  )
}

interface IdentityPickerProps {
  readonly value: readonly Identity[]
  readonly onChange: (list: readonly Identity[]) => void
  readonly id?: string
}

/** 选择身份: several may hold at once. */
export function IdentityPicker({ value, onChange, id }: IdentityPickerProps) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      className="identity-picker"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={identityWords.choose}
      value={[...value]}
      options={[...identityOptions]}
      onChange={(list: Identity[]) => onChange(list)}
    />
  )
}
