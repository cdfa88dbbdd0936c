import type { CaseFile, ClockView } from '@dongzhou/contract/casework-views'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { askAnew } from '../kit/ask-anew.ts'
import { BecauseDialog } from '../kit/because-dialog.tsx'
import { Card } from '../kit/record-page.tsx'
import { SourcedValue } from '../kit/sourced-value.tsx'
import { LackingLinks } from './lacking-links.tsx'
import { handWords, pageWords } from './words.ts'

/** 办理时限: each clock, how much of it is used, by which article, and its extension for whoever may. */
export function ClocksCard({ file }: { readonly file: CaseFile }) {
  const [extending, setExtending] = useState<ClockView>()
  const queries = useQueryClient()
  const { id, version, clocks } = file
  return (
    <Card title={pageWords.clocks}>
      {clocks.length === 0 && <p className="quiet">{pageWords.clocksNone}</p>}
      <ul className="case-lines">
        {clocks.map((clock) => (
          <ClockLine key={clock.code} clock={clock} onExtend={() => setExtending(clock)} />
        ))}
      </ul>
      <BecauseDialog
        isOpen={extending !== undefined}
        title={pageWords.extend}
        say={handWords.extendSay(extending?.name ?? '')}
        label={handWords.because}
        hint={handWords.becauseHint}
        wrong={handWords.wrongBecause}
        verb={pageWords.extend}
        done={handWords.extended}
        onClose={() => setExtending(undefined)}
        run={({ actionId, because }) =>
          api.casework
            .extendClock({ actionId, id, version, clock: extending?.code ?? '', because })
            .catch(askAnew(queries))
        }
      />
    </Card>
  )
}

function ClockLine({ clock, onExtend }: { readonly clock: ClockView; readonly onExtend: () => void }) {
  return (
    <li>
      <span>
        <span className="case-name">{clock.name}</span>
        <span className={clockTones[clock.state]}>{clock.say}</span>
        <span className="small quiet">{clock.basis}</span>
      </span>
      {clock.mayExtend && (
        <Button size="small" onClick={onExtend}>
          {pageWords.extend}
        </Button>
      )}
    </li>
  )
}

const clockTones: { readonly [S in ClockView['state']]: string } = {
  waiting: 'quiet',
  running: '',
  still: 'quiet',
  kept: '',
  missed: 'late',
  'no-calendar': 'risk',
}

/** 档案信息: what the case stands on, each value with its source, and what the person's file still lacks. */
export function KnownCard({ file }: { readonly file: CaseFile }) {
  const { known, lacking, person } = file
  return (
    <Card title={pageWords.known}>
      <dl className="fact-list">
        {known.map(({ id, kindName, text, source }) => (
          <div key={id}>
            <dt>{kindName}</dt>
            <dd>
              <SourcedValue label={kindName} value={text} from={{ source }} />
            </dd>
          </div>
        ))}
      </dl>
      <LackingLinks personId={person.id} lacking={lacking} />
    </Card>
  )
}
