import { UserOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { frameWords } from '../words/kit.ts'
import { PageLink } from './navigation.tsx'

interface PersonMenuProps {
  readonly person: { readonly name: string; readonly roleName: string }
  readonly isLarge: boolean
  readonly onLarge: (isLarge: boolean) => void
  readonly onSignOut: () => void
}

/** Who I am, and what concerns only me: password, sessions, type size, leaving. */
export function PersonMenu({ person, isLarge, onLarge, onSignOut }: PersonMenuProps) {
  const items = [
    { key: 'who', type: 'group' as const, label: `${person.name} · ${person.roleName}` },
    { key: 'password', label: <PageLink to="/me/password">{frameWords.password}</PageLink> },
    { key: 'sessions', label: <PageLink to="/me/sessions">{frameWords.sessions}</PageLink> },
    { key: 'type', label: isLarge ? frameWords.ordinaryType : frameWords.largeType },
    { key: 'line', type: 'divider' as const },
    { key: 'out', label: frameWords.signOut },
  ]
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'type') onLarge(!isLarge)
          if (key === 'out') onSignOut()
        },
      }}
    >
      <button type="button" className="plain frame-person" aria-label={`${frameWords.person}：${person.name}`}>
        <UserOutlined aria-hidden />
        <span>{person.name}</span>
      </button>
    </Dropdown>
  )
}
