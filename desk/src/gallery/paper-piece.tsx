import { Button } from 'antd'
import { useState } from 'react'
import { PageTitle } from '../kit/page-title.tsx'
import { FigureChip, Paper, PaperDesk, PaperText } from '../kit/paper.tsx'

/** A draft report with bound and unbound figures. */
export function PaperPiece() {
  const [chosen, setChosen] = useState<'lectures' | 'guests' | undefined>('lectures')
  return (
    <>
      <PageTitle
        title="2025年上半年工作总结"
        note="草稿"
        actions={<Button>比较</Button>}
        primary={{ label: '导出文档', onClick: () => undefined }}
      />
      <PaperDesk chosen={chosen && origins[chosen]}>
        <Paper>
          <PaperText as="title">关于2025年上半年退役军人工作情况的报告</PaperText>
          <PaperText as="sender">区委退役军人事务工作领导小组：</PaperText>
          <PaperText as="head">一、双拥共建</PaperText>
          <PaperText as="subhead">（一）东洲老兵大讲堂</PaperText>
          <PaperText as="text">
            今年计划举办讲座12场，上半年已举办
            <FigureChip
              isBound
              isChosen={chosen === 'lectures'}
              say={origins.lectures.query}
              onChoose={() => setChosen('lectures')}
            >
              3场
            </FigureChip>
            ，参加
            <FigureChip isBound={false} isChosen={chosen === 'guests'} say="" onChoose={() => setChosen('guests')}>
              5000余人次
            </FigureChip>
            ，组织老兵讲述亲历、青年学生现场提问，场场座无虚席。
          </PaperText>
          <PaperText as="sign">海门区退役军人事务局</PaperText>
          <PaperText as="sign">2025年6月30日</PaperText>
        </Paper>
      </PaperDesk>
    </>
  )
}

const origins = {
  lectures: {
    name: '已举办讲座场数',
    value: '3 场',
    isBound: true,
    query: '2025年1月1日至6月30日举办、系列为“东洲老兵大讲堂”的活动，计场数',
    cutOff: '2025年6月30日',
    rows: '3 条',
    last: '2 场（2025年5月31日）',
    onOpenRows: () => undefined,
  },
  guests: { name: '参加人次', value: '5000余人次', isBound: false, onBind: () => undefined },
}
