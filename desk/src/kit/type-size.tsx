import { SearchOutlined } from '@ant-design/icons'
import { App, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { createContext, useContext, useEffect, useLayoutEffect } from 'react'
import './base.css'
import { ledgerWords, words } from '../words/kit.ts'
import { EmptyState } from './drawn-state.tsx'
import { keepIconsQuiet } from './quiet-icons.ts'
import { antdTheme, applyTokens } from './theme.ts'
import { useMedia } from './use-media.ts'
import { useRemembered } from './use-remembered.ts'

type TypeSize = readonly [boolean, (isLarge: boolean) => void]

const Size = createContext<TypeSize>([false, () => undefined])

/** 大字显示: is large type on, and the switch for it. */
export function useTypeSize(): TypeSize {
  return useContext(Size)
}

/** Everything of the desk stands in here: tokens, Ant Design's theme in Chinese, large type, reduced motion. */
export function Dressed({ children }: { readonly children: React.ReactNode }) {
  const size = useRemembered('type-is-large', false)
  const [isLarge] = size
  const isStill = useMedia('(prefers-reduced-motion: reduce)')
  useLayoutEffect(() => applyTokens(document.documentElement, isLarge), [isLarge])
  useEffect(() => keepIconsQuiet(document.body), [])
  return (
    <Size.Provider value={size}>
      <ConfigProvider
        locale={chinese}
        theme={antdTheme({ isLarge, isStill })}
        button={{ autoInsertSpace: false }}
        // The button of a search field has no words: its icon names it.
        inputSearch={{ searchIcon: <SearchOutlined aria-label={words.find} /> }}
        renderEmpty={() => <EmptyState title={ledgerWords.noMatch} />}
      >
        <App>{children}</App>
      </ConfigProvider>
    </Size.Provider>
  )
}
