import type { CaseFile } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { FormEnd, FormField, PlainForm } from '../kit/form.tsx'
import { FormDialog } from '../kit/form-dialog.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useDraft } from '../kit/use-draft.ts'
import { FaultSay } from './fault-say.tsx'
import { useColleagues } from './use-casework.ts'
import { handWords } from './words.ts'

interface DelegateProps {
  readonly isOpen: boolean
  readonly file: CaseFile
  readonly onClose: () => void
}

/** 转办: to one colleague who can take the step, and why. */
export function DelegateDialog(props: DelegateProps) {
  return (
    <FormDialog isOpen={props.isOpen} title={handWords.delegate} onClose={props.onClose}>
      <DelegateForm {...props} />
    </FormDialog>
  )
}

interface DelegateDraft {
  readonly to: number | undefined
  readonly because: string
}

function DelegateForm({ file, onClose }: DelegateProps) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const colleagues = useColleagues(file.id)
  const first: DelegateDraft = { to: undefined, because: '' }
  const work = useDraft({
    first,
    seen: undefined,
    complaintsOf: ({ to, because }) => ({
      ...(to === undefined ? { to: handWords.wrongTo } : {}),
      ...(because.trim().length < 2 ? { because: handWords.wrongBecause } : {}),
    }),
    run: ({ actionId, draft }) =>
      api.casework
        .delegateCase({
          actionId,
          id: file.id,
          version: file.version,
          toAccountId: draft.to ?? 0,
          because: draft.because.trim(),
        })
        .catch(askAnew(queries)),
    onDone: () => {
      onClose()
      void message.success(handWords.delegated)
    },
  })
  const { draft, complaints, change, action } = work
  return (
    <PlainForm onSubmit={work.send}>
      <p>{handWords.delegateSay}</p>
      <FormField label={handWords.to} complaint={complaints.to}>
        {(id) => (
          <Select
            id={id}
            placeholder={handWords.toHint}
            loading={colleagues.isPending}
            notFoundContent={<p className="quiet">{handWords.toNone}</p>}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.to ?? null}
            options={(colleagues.data ?? []).map((one) => ({
              value: one.id,
              label: `${one.name}（${one.roleName}，${one.divisionName}）`,
            }))}
            onChange={(to: number | null) => change({ to: to ?? undefined })}
          />
        )}
      </FormField>
      <TextField
        label={handWords.because}
        value={draft.because}
        most={1000}
        lines={3}
        hint={handWords.becauseHint}
        complaint={complaints.because}
        onChange={(because) => change({ because })}
      />
      <FaultSay trouble={action.trouble} />
      <FormEnd verb={handWords.delegate} isBusy={action.isBusy} onCancel={onClose} />
    </PlainForm>
  )
}
