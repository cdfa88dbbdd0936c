import type { DivisionLine } from '@dongzhou/contract/registry'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { useAction } from '../kit/use-action.ts'
import { DivisionConflict } from './division-conflict.tsx'
import { complaintsOfDivision, type DivisionEntry, entryOfDivision, prefixUnder } from './division-entry.ts'
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
  const [entry, setEntry] = useState(entryOfDivision(line))
  const [isTold, setTold] = useState(false)
  const wrong = complaintsOfDivision(entry, under?.code)
  const complaints = isTold ? wrong : {}
  const send = useSend(line, under, ({ code }) => {
    onDone(code)
    onClose()
  })
  const change = (part: Partial<DivisionEntry>): void => setEntry({ ...entry, ...part })

  function submit(version: number): void {
    setTold(true)
    if (Object.keys(wrong).length === 0) send.act({ entry, version })
  }

  return (
    <PlainForm onSubmit={() => submit(line?.version ?? 0)}>
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
              value={entry.code}
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </FormField>
      )}
      <NameFields entry={entry} complaints={complaints} change={change} />
      {line && (
        <Checkbox checked={entry.isActive} onChange={(event) => change({ isActive: event.target.checked })}>
          {divisionPageWords.isActive}
        </Checkbox>
      )}
      <FormEnd
        verb={line ? divisionPageWords.verbChange : divisionPageWords.verbAdd}
        isBusy={send.isBusy}
        onCancel={onClose}
        complaint={send.trouble?.kind === 'stale' ? undefined : send.trouble?.say}
      />
      {line && send.trouble?.kind === 'stale' && (
        <DivisionConflict
          before={line}
          mine={entry}
          onKeep={(now, mixed) => send.act({ entry: mixed, version: now.version })}
          onDrop={onClose}
        />
      )}
    </PlainForm>
  )
}

interface Sending {
  readonly actionId: string
  readonly entry: DivisionEntry
  readonly version: number
}

function useSend(
  line: DivisionLine | undefined,
  under: DivisionLine | undefined,
  onDone: (changed: { readonly code: string }) => void,
) {
  return useAction(({ actionId, entry, version }: Sending) => {
    const names = { name: entry.name.trim(), shortName: entry.shortName.trim(), aliases: [...entry.aliases] }
    if (line) {
      return api.registry.changeDivision({ actionId, code: line.code, version, ...names, isActive: entry.isActive })
    }
    return api.registry.addDivision({ actionId, code: entry.code.trim(), parentCode: under?.code ?? '', ...names })
  }, onDone)
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
