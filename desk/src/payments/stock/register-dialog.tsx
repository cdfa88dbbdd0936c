import { App, Radio } from 'antd'
import { api } from '../../api.ts'
import { DivisionPicker } from '../../kit/division-picker.tsx'
import { DraftForm } from '../../kit/draft-form.tsx'
import { FormField } from '../../kit/form.tsx'
import { FormDialog } from '../../kit/form-dialog.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useMe } from '../../session/use-session.ts'
import { moveWords, stockWords } from './stock-words.ts'

interface RegisterDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** 登记品种: goods with their unit, or condolence money. */
export function RegisterDialog({ isOpen, onClose }: RegisterDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={stockWords.register} onClose={onClose}>
      <RegisterForm onClose={onClose} />
    </FormDialog>
  )
}

interface ItemDraft {
  readonly name: string
  readonly kind: 'goods' | 'money'
  readonly unit: string
  readonly division: string
}

type Complaints = { readonly [K in 'name' | 'unit']?: string }

const needed = { name: '请填写品名。', unit: '请填写计量单位，如袋、箱、桶。' } as const

function complaintsOf({ name, kind, unit }: ItemDraft): Complaints {
  return {
    ...(name.trim() === '' ? { name: needed.name } : {}),
    ...(kind === 'goods' && unit.trim() === '' ? { unit: needed.unit } : {}),
  }
}

function RegisterForm({ onClose }: Pick<RegisterDialogProps, 'onClose'>) {
  const { division } = useMe()
  const { message } = App.useApp()
  const work = useDraft<ItemDraft, undefined, Complaints, unknown>({
    first: { name: '', kind: 'goods', unit: '', division: division.code },
    seen: undefined,
    complaintsOf,
    run: ({ actionId, draft }) =>
      api.payments.registerStockItem({
        actionId,
        name: draft.name.trim(),
        kind: draft.kind,
        unit: draft.kind === 'money' ? '元' : draft.unit.trim(),
        division: draft.division,
      }),
    onDone: () => {
      onClose()
      void message.success(moveWords.done)
    },
  })
  const { draft, change, complaints } = work
  return (
    <DraftForm work={work} verb={stockWords.register} onClose={onClose}>
      <TextField
        label={stockWords.name}
        most={40}
        value={draft.name}
        complaint={complaints.name}
        onChange={(name) => change({ name })}
      />
      <FormField label={stockWords.kind}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.kind}
            options={[
              { value: 'goods', label: stockWords.goods },
              { value: 'money', label: stockWords.money },
            ]}
            onChange={(event) => change({ kind: event.target.value })}
          />
        )}
      </FormField>
      {draft.kind === 'goods' && (
        <TextField
          label={stockWords.measure}
          most={10}
          value={draft.unit}
          complaint={complaints.unit}
          onChange={(unit) => change({ unit })}
        />
      )}
      <FormField label={stockWords.division}>
        {(id) => (
          <DivisionPicker
            id={id}
            within={division.code}
            value={draft.division}
            onChange={(code) => change({ division: code ?? division.code })}
          />
        )}
      </FormField>
    </DraftForm>
  )
}
