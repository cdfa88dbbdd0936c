import { InboxOutlined } from '@ant-design/icons'
import type { RateTable } from '@dongzhou/contract/benefits-rates'
import { App, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { uploadFile } from '../intake/upload.ts'
import { HelpLines } from '../kit/help-lines.tsx'
import { useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { Card } from '../kit/record-page.tsx'
import { TextField } from '../kit/text-field.tsx'
import { type Trouble, troubleOf } from '../kit/trouble.ts'
import { useAction } from '../kit/use-action.ts'
import { Wizard } from '../kit/wizard.tsx'
import { countsOf, foundText } from './rate-complaints.ts'
import { RateEffect } from './rate-effect.tsx'
import { RateExport } from './rate-export.tsx'
import { importWords, proposeWords } from './rate-form-words.ts'
import { importDrafts } from './rate-import.ts'
import { ImportTable } from './rate-import-table.tsx'
import { rateWords } from './rate-words.ts'
import type { RateDraftSent } from './use-rates.ts'

const steps = [
  { key: 'choose', title: importWords.steps.choose },
  { key: 'effect', title: importWords.steps.effect },
]

/** 读取标准表: a sheet is read and looked at; only what passes is put forward, after its effect was seen. */
export function RateImportPage() {
  const openPage = useOpenPage()
  const [step, setStep] = useState<'choose' | 'effect'>('choose')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const reading = useReading()
  const { table } = reading
  const drafts = table && importDrafts(table)
  const isUnexplained = isHeld(table) && reason.trim().length < 2
  const submit = useSubmit(() => openPage('/benefits/rates/waiting'))

  function go(): void {
    setTried(true)
    if (drafts === undefined || isUnexplained) return
    if (step === 'choose') setStep('effect')
    else submit.act({ drafts: [...drafts], reason: reason.trim() })
  }

  return (
    <>
      <PageTitle
        title={importWords.title}
        above={[{ title: rateWords.title, to: '/benefits/rates' }]}
        help={<HelpLines lines={importWords.help} />}
        actions={<RateExport asked={{}} label={importWords.template} />}
      />
      <Wizard
        steps={steps}
        current={step}
        onGo={() => setStep('choose')}
        {...(table === undefined || step === 'effect' ? {} : { hint: hintOf(table) })}
        next={{
          label: step === 'choose' ? proposeWords.next : proposeWords.submit(drafts?.length ?? 0),
          onClick: go,
          isDisabled: drafts === undefined,
          isBusy: submit.isBusy,
        }}
      >
        {step === 'choose' || drafts === undefined ? (
          <ChooseStep
            reading={reading}
            reason={reason}
            complaint={isTried && isUnexplained ? proposeWords.needed.reason : undefined}
            onReason={setReason}
          />
        ) : (
          <EffectStep drafts={drafts} trouble={submit.trouble?.say} />
        )}
      </Wizard>
    </>
  )
}

function isHeld(table: RateTable | undefined): boolean {
  return table !== undefined && countsOf(table.complaints).held > 0
}

interface ChooseProps {
  readonly reading: Reading
  readonly reason: string
  readonly complaint: string | undefined
  readonly onReason: (reason: string) => void
}

function ChooseStep({ reading, reason, complaint, onReason }: ChooseProps) {
  const { table } = reading
  return (
    <div className="stack">
      <SheetField reading={reading} />
      {table && <ImportTable table={table} />}
      {isHeld(table) && (
        <div className="card">
          <div className="card-body rate-form">
            <TextField
              label={importWords.reason}
              value={reason}
              most={300}
              isWide
              hint={importWords.reasonSay}
              complaint={complaint}
              onChange={onReason}
            />
          </div>
        </div>
      )}
    </div>
  )
}

interface EffectStepProps {
  readonly drafts: readonly RateDraftSent[]
  readonly trouble: string | undefined
}

function EffectStep({ drafts, trouble }: EffectStepProps) {
  return (
    <Card title={importWords.steps.effect}>
      <RateEffect asked={{ drafts }} />
      {trouble !== undefined && (
        <p className="late" role="alert">
          {trouble}
        </p>
      )}
    </Card>
  )
}

function hintOf(table: RateTable): string {
  const counts = countsOf(table.complaints)
  return counts.refused > 0 ? importWords.refused : foundText(counts)
}

function useSubmit(onDone: () => void) {
  const { message } = App.useApp()
  return useAction(
    (input: { readonly actionId: string; readonly drafts: RateDraftSent[]; readonly reason: string }) =>
      api.benefits.proposeRates(input),
    ({ ids }) => {
      void message.success(proposeWords.done(ids.length))
      onDone()
    },
  )
}

interface Reading {
  readonly name: string | undefined
  readonly table: RateTable | undefined
  readonly trouble: Trouble | undefined
  readonly isBusy: boolean
  readonly read: (file: File) => void
}

/** Uploads a sheet and has it read; a sheet chosen again takes the place of the one before. */
function useReading(): Reading {
  const [name, setName] = useState<string>()
  const [table, setTable] = useState<RateTable>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)

  async function read(file: File): Promise<void> {
    setBusy(true)
    setName(file.name)
    setTable(undefined)
    setTrouble(undefined)
    try {
      const { fileId } = await uploadFile(file, () => undefined)
      setTable(await api.benefits.readRateTable({ fileId }))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy(false)
    }
  }

  return { name, table, trouble, isBusy, read: (file) => void read(file) }
}

function SheetField({ reading: { name, trouble, isBusy, read } }: { readonly reading: Reading }) {
  // The reader of sheets says more exactly what is wrong with the file.
  const { say: exactly } = trouble?.details ?? {}
  return (
    <div>
      <Upload.Dragger
        accept=".xlsx,.xlsm,.xls,.et,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(picked) => {
          read(picked)
          return false
        }}
      >
        <InboxOutlined aria-hidden className="rate-drop-icon" />
        <p>{isBusy ? importWords.reading : (name ?? importWords.drop)}</p>
        <p className="quiet">{name === undefined ? importWords.dropSay : importWords.again}</p>
      </Upload.Dragger>
      {trouble && (
        <p className="late" role="alert">
          {`${trouble.say}${typeof exactly === 'string' ? exactly : ''}`}
        </p>
      )}
    </div>
  )
}
