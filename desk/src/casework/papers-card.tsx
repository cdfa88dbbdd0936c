import type { CaseFile, PaperView } from '@dongzhou/contract/casework-views'
import { Button } from 'antd'
import { useState } from 'react'
import { TakeProof } from '../activities/take-proof.tsx'
import { writeDay } from '../kit/format.ts'
import { Card } from '../kit/record-page.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { guideWords, pageWords, paperStates, paperWords } from './words.ts'

/** 材料: each paper with its state, and 登记收到 for whoever has the step. */
export function PapersCard({ file }: { readonly file: CaseFile }) {
  const [receiving, setReceiving] = useState<PaperView>()
  return (
    <Card title={pageWords.papers}>
      {file.papers.length === 0 && <p className="quiet">{pageWords.papersNone}</p>}
      <ul className="case-lines">
        {file.papers.map((paper) => (
          <PaperLine
            key={paper.code}
            paper={paper}
            onReceive={file.may.fill && !file.isEnded ? () => setReceiving(paper) : undefined}
          />
        ))}
      </ul>
      <PaperDialog file={file} paper={receiving} onClose={() => setReceiving(undefined)} />
    </Card>
  )
}

interface PaperLineProps {
  readonly paper: PaperView
  readonly onReceive: (() => void) | undefined
}

function PaperLine({ paper, onReceive }: PaperLineProps) {
  const { name, copies, isOriginal, help, state, receivedOn, fileId } = paper
  const form = `${isOriginal ? guideWords.original : guideWords.copy} ${guideWords.count(copies)}`
  return (
    <li>
      <span>
        <span>
          {name} <span className="small quiet">{form}</span>
        </span>
        <span className={`small ${state === 'lacking' ? 'risk' : 'quiet'}`}>
          {receivedOn === null ? paperStates[state] : `${paperStates[state]}，${writeDay(receivedOn)}`}
        </span>
        {help !== '' && state !== 'received' && <span className="small quiet">{help}</span>}
      </span>
      <span className="row">
        {fileId !== null && <TakeProof fileId={fileId} label={paperWords.take} />}
        {onReceive && state !== 'received' && (
          <Button size="small" type={state === 'on-file' ? 'link' : 'default'} onClick={onReceive}>
            {pageWords.receive}
          </Button>
        )}
      </span>
    </li>
  )
}
