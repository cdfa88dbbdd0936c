import type { DivisionLine } from '@dongzhou/contract/registry'
import { Checkbox, Input, Select } from 'antd'
import { api } from '../api.ts'
import { DraftForm } from '../kit/draft-form.tsx'
import { FormField } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { type DraftSending, useDraft } from '../kit/use-draft.ts'
import { DivisionConflict } from './division-conflict.tsx'
import {
  complaintsOfDivision,
  type DivisionComplaints,
  type DivisionEntry,
  entryOfDivision,
  prefixUnder,
} from './division-entry.ts'
import { divisionPageWords } from './words.ts'

interface DivisionDialogProps {
  /** The division to change, or the town a new village goes under. */
  readonly line?: DivisionLine
  readonly under?: DivisionLine
  readonly onDone: (code: string) => void
  readonly onClose: () => void
}

/** 新增区划 and 修改区划. */
export function DivisionDialog(props: DivisionDialogProps) {
  const title = props.line
    ? `${divisionPageWords.change}${props.line.shortName}`
    : `${props.under?.shortName ?? ''}：${divisionPageWords.add}`
  return (
    <FormDialog isOpen title={title} onClose={props.onClose}>
      <DivisionForm {...props} />
    </FormDialog>
  )
}

function DivisionForm({ line, under, onDone, onClose }: DivisionDialogProps) {
  const work = useDraft({
    first: entryOfDivision(line),
    seen: line,
    complaintsOf: (entry): DivisionComplaints => complaintsOfDivision(entry, under?.code),
    run: (sending: Sending) => saveDivision(under, sending),
    onDone: ({ code }) => {
      onDone(code)
      onClose()
    },
  })
  const { draft, complaints, seen, change } = work
  return (
    <DraftForm
      work={work}
      verb={line ? divisionPageWords.verbChange : divisionPageWords.verbAdd}
      onClose={onClose}
      conflict={
        seen &&
        ((trouble) => (
          <DivisionConflict trouble={trouble} seen={seen} mine={draft} onKeep={work.resend} onDrop={onClose} />
        ))
      }
    >
      {under && (
        <FormField
          label={divisionPageWords.code}
          hint={divisionPageWords.codeHint(prefixUnder(under.code))}
          complaint={complaints.code}
        >
          {(id) => (
            <Input
              id={id}
              autoFocus
              maxLength={12}
              value={draft.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </FormField>
      )}
      <NameFields entry={draft} complaints={complaints} change={change} />
      {line && (
        <Checkbox checked={draft.isActive} onChange={(event) => change({ isActive: event.target.checked })}>
          {divisionPageWords.isActive}
        </Checkbox>
      )}
    </DraftForm>
  )
}

type Sending = DraftSending<DivisionEntry, DivisionLine | undefined>

function saveDivision(
  under: DivisionLine | undefined,
  { actionId, draft, seen }: Sending,
): Promise<{ readonly code: string }> {
  const names = { name: draft.name.trim(), shortName: draft.shortName.trim(), aliases: [...draft.aliases] }
  if (seen) {
    const { code, version } = seen
    return api.registry.changeDivision({ actionId, code, version, ...names, isActive: draft.isActive })
  }
  return api.registry.addDivision({ actionId, code: draft.code.trim(), parentCode: under?.code ?? '', ...names })
}

interface NameFieldsProps {
  readonly entry: DivisionEntry
  readonly complaints: ReturnType<typeof complaintsOfDivision>
  readonly change: (part: Partial<DivisionEntry>) => void
}

function NameFields({ entry, complaints, change }: NameFieldsProps) {
  return (
    <>
      <FormField label={divisionPageWords.name} complaint={complaints.name}>
        {(id) => (
          <Input id={id} maxLength={40} value={entry.name} onChange={(event) => change({ name: event.target.value })} />
        )}
      </FormField>
      <FormField label={divisionPageWords.shortName} complaint={complaints.shortName}>
        {(id) => (
          <Input
            id={id}
            maxLength={20}
            value={entry.shortName}
            onChange={(event) => change({ shortName: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={divisionPageWords.aliases} hint={divisionPageWords.aliasesHint} isOptional>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            maxCount={20}
            tokenSeparators={['、', '，', ',']}
            value={[...entry.aliases]}
            onChange={(aliases: string[]) => change({ aliases: aliases.map((alias) => alias.trim()).filter(Boolean) })}
          />
        )}
      </FormField>
    </>
  )
}
