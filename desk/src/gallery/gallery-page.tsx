import { App } from 'antd'
import { useState } from 'react'
import { Frame } from '../kit/frame.tsx'
import type { JobView } from '../kit/job-progress.tsx'
import { PageLink, usePageSearch } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import type { PersonHit } from '../kit/person-search.tsx'
import type { Reminder } from '../kit/reminders-button.tsx'
import type { MenuGroup } from '../kit/room.ts'
import { useTypeSize } from '../kit/type-size.tsx'
import { CodeForm } from '../session/code-form.tsx'
import { EnrolSteps } from '../session/enrol-page.tsx'
import { PasswordPage } from '../session/password-page.tsx'
import { SessionFrame } from '../session/session-frame.tsx'
import { SignInPage } from '../session/sign-in-page.tsx'
import { BoardPiece } from './board-piece.tsx'
import { DialogsPiece } from './dialogs-piece.tsx'
import { EmptyLedgerPiece, LedgerPiece } from './ledger-piece.tsx'
import { PaperPiece } from './paper-piece.tsx'
import { RecordPiece } from './record-piece.tsx'
import { StatesPiece } from './states-piece.tsx'
import { LastStepPiece, WizardPiece } from './wizard-piece.tsx'

const framed: Readonly<Record<string, () => React.ReactNode>> = {
  states: StatesPiece,
  ledger: LedgerPiece,
  'ledger-empty': EmptyLedgerPiece,
  record: RecordPiece,
  wizard: WizardPiece,
  'wizard-last': LastStepPiece,
  board: BoardPiece,
  paper: PaperPiece,
  dialogs: DialogsPiece,
  password: PasswordPage,
}

const bare: Readonly<Record<string, () => React.ReactNode>> = {
  'sign-in': () => <SignInPage onSignedIn={nothingMore} />,
  code: () => (
    <SessionFrame>
      <CodeForm onDone={nothingMore} />
    </SessionFrame>
  ),
  enrol: EnrolPiece,
}

/** Every piece of the kit in its states, on synthetic rows: `?piece=ledger`. Only in development. */
export function GalleryPage() {
  const { piece } = usePageSearch()
  const Bare = bare[String(piece)]
  if (Bare) return <Bare />
  const Framed = framed[String(piece)] ?? Contents
  return (
    <GalleryFrame>
      <Framed />
    </GalleryFrame>
  )
}

function Contents() {
  return (
    <>
      <PageTitle title="组件陈列" note="只在开发时可见" help={<p>逐件查看各种状态。</p>} />
      <ul>
        {[...Object.keys(framed), ...Object.keys(bare)].map((piece) => (
          <li key={piece}>
            <PageLink to="/gallery" search={{ piece }}>
              {piece}
            </PageLink>
          </li>
        ))}
      </ul>
    </>
  )
}

function GalleryFrame({ children }: { readonly children: React.ReactNode }) {
  const { message } = App.useApp()
  const [isLarge, setLarge] = useTypeSize()
  const [jobs, setJobs] = useState(someJobs)
  return (
    <Frame
      menu={someMenu}
      address="/registry/people"
      bureau={{ name: '海门区退役军人事务局', isDemo: true }}
      division="海门区"
      person={{ name: '测试经办', roleName: '科室经办' }}
      search={findSomebody}
      reminders={{ reminders, isPartial: false }}
      jobs={jobs}
      onCancelJob={(id) => setJobs(jobs.map((job) => (job.id === id ? { ...job, state: 'cancelled' } : job)))}
      isLarge={isLarge}
      onLarge={setLarge}
      onSignOut={() => void message.info('陈列页没有登录')}
    >
      {children}
    </Frame>
  )
}

const reminders: readonly Reminder[] = [
  { key: 'batch', title: '2025年上半年活动台账.xlsx', note: '已读完，请核对后接收', opensAt: '/intake' },
  { key: 'job', title: '导出名册', note: '服务器没有完成这次请求。', opensAt: undefined, tone: 'late' },
]

const someMenu: readonly MenuGroup[] = [
  { section: 'home', items: [{ path: '/', title: '工作台' }] },
  {
    section: 'base',
    items: [
      { path: '/registry/people', title: '人员' },
      { path: '/registry/organisations', title: '单位' },
      { path: '/intake', title: '台账导入' },
      { path: '/linkage', title: '疑似重复' },
      { path: '/trail', title: '操作留痕' },
    ],
  },
  { section: 'mutual-support', items: [{ path: '/visits', title: '结对走访' }] },
  { section: 'culture', items: [{ path: '/activities', title: '活动' }] },
  {
    section: 'plan-and-report',
    items: [
      { path: '/plan', title: '年度计划' },
      { path: '/reports', title: '报告' },
    ],
  },
]

const someJobs: readonly JobView[] = [
  {
    id: '1',
    title: '核对《优抚对象花名册（2025年6月，含历史遗留人员补登）》',
    state: 'running',
    done: 4213,
    total: 12_000,
    unit: '行',
    secondsLeft: 74,
  },
  { id: '2', title: '导出退役军人名册', state: 'waiting', done: 0, total: undefined },
  { id: '3', title: '生成半年报告', state: 'done', done: 42, total: 42, unit: '个数字', resultAt: '/gallery' },
  {
    id: '4',
    title: '核对《活动台账》',
    state: 'failed',
    done: 0,
    total: undefined,
    fault: '文件加了密码，请去掉密码后重新上传。',
  },
]

const hits: readonly PersonHit[] = ['张三', '张三丰', '张三娃'].map((name, at) => ({
  id: String(at),
  name,
  age: at === 2 ? undefined : 58 + at * 7,
  division: ['海门街道测试一村', '三厂工业园区示例社区', '包场镇样例村'][at] ?? '',
  identities: at === 0 ? ['退役军人', '60周岁农村籍退役士兵'] : ['退役军人'],
  idNumber: `999999********00${at}X`,
  opensAt: `/gallery?piece=record&hit=${at}`,
}))

async function findSomebody(text: string): Promise<readonly PersonHit[]> {
  await nothingMore()
  return hits.filter((hit) => hit.name.includes(text))
}

function EnrolPiece() {
  return (
    <SessionFrame>
      <h1>启用动态口令</h1>
      <EnrolSteps
        onDone={nothingMore}
        enrolment={{
          kind: 'enrolment',
          uri: 'otpauth://totp/Dongzhou:audit?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Dongzhou',
          secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          backupCodes: Array.from({ length: 10 }, (_, at) => `a${at}B3c-x${at}Yz9`),
        }}
      />
    </SessionFrame>
  )
}

function nothingMore(): Promise<void> {
  return new Promise((done) => setTimeout(done, 200))
}
