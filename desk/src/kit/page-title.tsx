import { LeftOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { words } from '../words/kit.ts'
import { PageLink } from './navigation.tsx'
import { sizes } from './theme.ts'

export interface PageTitleProps {
  readonly title: string
  /** One sentence at most, where the title alone does not say what the page is for. */
  readonly note?: React.ReactNode
  /** Only where depth is real: the pages above this one. */
  readonly above?: readonly { readonly title: string; readonly to: string }[]
  /** Lesser actions, drawn before the primary one. */
  readonly actions?: React.ReactNode
  /** The page's one primary action. */
  readonly primary?: {
    readonly label: string
    readonly onClick: () => void
    readonly isDisabled?: boolean
    /** Why it cannot be done yet, and what to do first. */
    readonly whyNot?: string
  }
  /** Chinese help: what the page is for, what to do first, what cannot be undone. */
  readonly help?: React.ReactNode
}

/** The head of every page: title, one primary action, help. It also names the browser's tab. */
export function PageTitle({ title, note, above = [], actions, primary, help }: PageTitleProps) {
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])
  return (
    <header className="page-title">
      {above.length > 0 && <Above pages={above} />}
      <div className="page-title-words">
        <h1>{title}</h1>
        {note !== undefined && <span className="quiet">{note}</span>}
      </div>
      <div className="row no-print">
        {help !== undefined && <HelpLink title={title}>{help}</HelpLink>}
        {actions}
        {primary?.isDisabled && primary.whyNot !== undefined && <span className="quiet small">{primary.whyNot}</span>}
        {primary && (
          <Button type="primary" onClick={primary.onClick} disabled={primary.isDisabled ?? false}>
            {primary.label}
          </Button>
        )}
      </div>
    </header>
  )
}

function Above({ pages }: { readonly pages: NonNullable<PageTitleProps['above']> }) {
  return (
    <nav aria-label={words.above} className="no-print page-title-trail">
      <ul className="page-title-above">
        {pages.map((page, at) => (
          <li key={page.to}>
            <PageLink to={page.to}>
              {at === 0 && <LeftOutlined aria-hidden className="small" />} {page.title}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** 帮助 (help): a link that opens the page's own instructions beside the work, not over it. */
export function HelpLink({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        type="text"
        className="page-help"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={words.help}
        title={words.help}
        onClick={() => setOpen(true)}
      >
        <span className="page-help-words">{words.help}</span>
      </Button>
      <Drawer title={`${title}：${words.help}`} open={isOpen} onClose={() => setOpen(false)} size={sizes.drawer}>
        <div className="help-text">{children}</div>
      </Drawer>
    </>
  )
}
