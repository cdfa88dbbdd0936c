import type { CaseFile, FieldView } from '@dongzhou/contract/casework-views'
import { Button } from 'antd'
import { useState } from 'react'
import { Card, FactList } from '../kit/record-page.tsx'
import { AnswersDialog } from './answers-dialog.tsx'
import { fieldsAt } from './case-view.ts'
import { pageWords } from './words.ts'

/** 申请与办理内容: what was answered, and what this step asks of whoever has it. */
export function AnswersCard({ file }: { readonly file: CaseFile }) {
  const [isOpen, setOpen] = useState(false)
  const asked = file.may.fill ? fieldsAt(file.fields, file.at) : []
  const shown = file.fields.filter((field) => asked.includes(field) || textOf(file, field) !== '')
  return (
    <Card
      title={pageWords.answers}
      extra={
        asked.length > 0 && (
          <Button size="small" onClick={() => setOpen(true)}>
            {pageWords.fill}
          </Button>
        )
      }
    >
      {shown.length === 0 && <p className="quiet">{pageWords.answersNone}</p>}
      <FactList
        facts={shown.map((field) => ({ label: field.label, value: <Answered text={textOf(file, field)} /> }))}
      />
      <AnswersDialog isOpen={isOpen} file={file} fields={asked} onClose={() => setOpen(false)} />
    </Card>
  )
}

function Answered({ text }: { readonly text: string }) {
  if (text === '') return <span className="risk">{pageWords.unanswered}</span>
  return <span className="case-text">{text}</span>
}

function textOf({ answers }: CaseFile, { code }: FieldView): string {
  return answers.find((answer) => answer.code === code)?.text ?? ''
}
