import { useState } from 'react'
import { api, queries } from '../api.ts'
import { newActionId } from '../kit/action-id.ts'
import { useOpenPage } from '../kit/navigation.tsx'
import { PageTitle } from '../kit/page-title.tsx'
import { troubleOf } from '../kit/trouble.ts'
import { Wizard } from '../kit/wizard.tsx'
import { useMe } from '../session/use-session.ts'
import { steps } from './batch-steps.ts'
import { ChooseStep, type Chosen } from './choose-step.tsx'
import { IntakeHelp } from './intake-help.tsx'
import './intake.css'
import { refusalOf, uploadFile } from './upload.ts'
import { useBatches } from './use-batches.ts'
import { chooseWords, intakeWords } from './words.ts'

/** 第一步 选文件: who sends what. The file is uploaded and read; nothing of it counts yet. */
export function StartPage() {
  const open = useOpenPage()
  const [chosen, setChosen] = useState<Chosen>({ file: undefined, sender: undefined })
  const start = useStart((id) => open(`/intake/batches/${id}`))
  const usual = useUsualSender()
  const sender = chosen.sender ?? usual.sender
  return (
    <>
      <PageTitle
        title={intakeWords.newTitle}
        above={[{ title: intakeWords.title, to: '/intake' }]}
        help={<IntakeHelp />}
      />
      <Wizard
        steps={steps}
        current="choose"
        onGo={() => undefined}
        onLeave={() => open('/intake')}
        hint={start.isBusy ? chooseWords.uploading(start.share) : chooseWords.safe}
        next={{
          label: chooseWords.read,
          onClick: () => start.begin({ file: chosen.file, sender }),
          isBusy: start.isBusy,
        }}
      >
        <ChooseStep
          chosen={{ file: chosen.file, sender }}
          onChange={(change) => {
            start.forgive()
            setChosen({ ...chosen, ...change })
          }}
          usual={usual}
          complaint={start.complaint}
          share={start.isBusy ? start.share : undefined}
        />
      </Wizard>
    </>
  )
}

interface Start {
  readonly begin: (chosen: Chosen) => void
  readonly forgive: () => void
  readonly isBusy: boolean
  readonly share: string
  readonly complaint: { readonly on: 'file' | 'sender'; readonly say: string } | undefined
}

/** Uploads and starts the batch. The upload's id is kept over a failed start, so that a retry sends the file only once. */
function useStart(onStarted: (id: string) => void): Start {
  const [actionId] = useState(newActionId)
  const [sent, setSent] = useState<{ readonly file: File; readonly fileId: string }>()
  const [isBusy, setBusy] = useState(false)
  const [share, setShare] = useState(0)
  const [complaint, setComplaint] = useState<Start['complaint']>()

  async function send(file: File, sender: string): Promise<void> {
    setBusy(true)
    setShare(0)
    try {
      const { fileId } = sent?.file === file ? sent : await uploadFile(file, setShare)
      setSent({ file, fileId })
      const batch = await api.intake.startBatch({ actionId, fileId, sender })
      await queries.invalidateQueries()
      onStarted(batch.id)
    } catch (error) {
      setComplaint({ on: 'file', say: troubleOf(error).say })
    } finally {
      setBusy(false)
    }
  }

  function begin({ file, sender }: Chosen): void {
    if (isBusy) return
    const refusal = file ? refusalOf(file) : chooseWords.fileNeeded
    if (file === undefined || refusal !== undefined) setComplaint({ on: 'file', say: refusal ?? '' })
    else if (sender === undefined || sender.trim() === '') setComplaint({ on: 'sender', say: chooseWords.senderNeeded })
    else void send(file, sender.trim())
  }

  return {
    begin,
    forgive: () => setComplaint(undefined),
    isBusy,
    share: `${Math.floor(share * 100)}%`,
    complaint,
  }
}

/** 报送单位 as far as it is known: what one wrote last time, else a town's own name; and every name used lately. */
function useUsualSender(): {
  readonly sender: string | undefined
  readonly from: string
  readonly known: readonly string[]
} {
  const me = useMe()
  const recent = useBatches(1, 50).data?.items ?? []
  const last = recent.find((batch) => batch.createdBy === me.displayName)?.sender
  const isTown = !me.division.code.endsWith('000000')
  const known = [...new Set(recent.map((batch) => batch.sender))]
  if (last !== undefined) return { sender: last, from: chooseWords.senderFromLast, known }
  return isTown
    ? { sender: me.division.name, from: chooseWords.senderFromPlace, known }
    : { sender: undefined, from: chooseWords.senderSay, known }
}
