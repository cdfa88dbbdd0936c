import {
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  DatabaseOutlined,
  DownOutlined,
  HomeOutlined,
  IdcardOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  SafetyCertificateOutlined,
  TeamOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { frameWords, words } from '../words/kit.ts'
import { type MenuSection, menuSections } from '../words/sections.ts'
import { PageLink } from './navigation.tsx'
import { activePath, type MenuGroup } from './room.ts'

const icons: { readonly [S in MenuSection]: React.ReactNode } = {
  home: <HomeOutlined aria-hidden />,
  base: <DatabaseOutlined aria-hidden />,
  benefits: <SafetyCertificateOutlined aria-hidden />,
  'mutual-support': <TeamOutlined aria-hidden />,
  culture: <CalendarOutlined aria-hidden />,
  retirees: <IdcardOutlined aria-hidden />,
  work: <ToolOutlined aria-hidden />,
  'service-system': <BankOutlined aria-hidden />,
  'plan-and-report': <BarChartOutlined aria-hidden />,
}

interface RailProps {
  readonly menu: readonly MenuGroup[]
  readonly address: string
  readonly bureau: { readonly name: string }
  readonly isNarrow: boolean
  /** Missing in the phone's drawer, which is never narrow. */
  readonly onNarrow?: () => void
  readonly onPick?: () => void
}

/** The left rail: sections in the bureau's words, each with the pages this person may open. */
export function Rail({ menu, address, bureau, isNarrow, onNarrow, onPick }: RailProps) {
  const active = activePath(
    menu.flatMap((group) => group.items.map((item) => item.path)),
    address,
  )
  return (
    <nav className={isNarrow ? 'rail is-narrow' : 'rail'} aria-label={frameWords.rail}>
      <PageLink to="/" className="rail-mark" aria-label={words.home}>
        <img src="/mark.svg" alt="" />
        {!isNarrow && (
          <span>
            <strong>{words.product}</strong>
            <small>{bureau.name}</small>
          </span>
        )}
      </PageLink>
      <ul className="rail-groups">
        {menu.map((group) => (
          <li key={group.section}>
            {isNarrow ? (
              <NarrowGroup group={group} active={active} />
            ) : (
              <WideGroup group={group} active={active} onPick={onPick} />
            )}
          </li>
        ))}
      </ul>
      {onNarrow && (
        <Button
          type="text"
          className="rail-fold"
          icon={isNarrow ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
          aria-label={isNarrow ? frameWords.expand : frameWords.collapse}
          onClick={onNarrow}
        />
      )}
    </nav>
  )
}

interface GroupProps {
  readonly group: MenuGroup
  readonly active: string | undefined
  readonly onPick?: (() => void) | undefined
}

function WideGroup({ group, active, onPick }: GroupProps) {
  const [isShut, setShut] = useState(false)
  const [only] = group.items
  // 工作台 and any other section with its one page named alike is a link by itself, not a heading over one.
  if (only && group.items.length === 1 && only.title === menuSections[group.section]) {
    return <RailLink item={only} isActive={only.path === active} onPick={onPick} icon={icons[group.section]} isTop />
  }
  return (
    <>
      <button type="button" className="plain rail-section" aria-expanded={!isShut} onClick={() => setShut(!isShut)}>
        {icons[group.section]}
        <span>{menuSections[group.section]}</span>
        <DownOutlined aria-hidden className="rail-arrow" />
      </button>
      {!isShut && (
        <ul>
          {group.items.map((item) => (
            <li key={item.path}>
              <RailLink item={item} isActive={item.path === active} onPick={onPick} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function NarrowGroup({ group, active }: GroupProps) {
  const holdsActive = group.items.some((item) => item.path === active)
  return (
    <Popover
      trigger={['hover', 'focus']}
      placement="rightTop"
      title={menuSections[group.section]}
      content={
        <ul className="rail-flyout">
          {group.items.map((item) => (
            <li key={item.path}>
              <RailLink item={item} isActive={item.path === active} onPick={undefined} isTop />
            </li>
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className={holdsActive ? 'plain rail-icon is-active' : 'plain rail-icon'}
        aria-label={menuSections[group.section]}
      >
        {icons[group.section]}
      </button>
    </Popover>
  )
}

interface RailLinkProps {
  readonly item: { readonly path: string; readonly title: string }
  readonly isActive: boolean
  readonly onPick: (() => void) | undefined
  readonly icon?: React.ReactNode
  readonly isTop?: boolean
}

function RailLink({ item, isActive, onPick, icon, isTop = false }: RailLinkProps) {
  const names = ['rail-link', isTop ? 'is-top' : '', isActive ? 'is-active' : '']
    .filter((name) => name !== '')
    .join(' ')
  return (
    <PageLink
      to={item.path}
      className={names}
      {...(isActive ? { 'aria-current': 'page' as const } : {})}
      {...(onPick ? { onClick: onPick } : {})}
    >
      {icon}
      <span>{item.title}</span>
    </PageLink>
  )
}
