import { type FactKind, factKinds } from '@dongzhou/terms/fact'
import type { Setting } from '../../platform/setting.ts'
import { listFactsOf, type PersonFact } from '../../registry/index.ts'
import type { ProcedureDefinition } from '../procedures/procedure-definition.ts'
import { listPapersOf, type ReceivedPaper } from './papers.sql.ts'

/** 办理依据: what the registry knows of what a procedure needs, and the papers that were handed in. */
export interface Ground {
  readonly known: readonly PersonFact[]
  readonly lacking: readonly FactKind[]
  readonly papers: readonly PaperStanding[]
}

export interface PaperStanding {
  readonly paper: ProcedureDefinition['documents'][number]
  readonly state: 'received' | 'on-file' | 'optional' | 'lacking'
  readonly received: ReceivedPaper | undefined
}

/** Looks at the person's file and the papers of a case; `caseId` undefined for one that is not begun yet. */
export async function groundOf(
  setting: Setting,
  procedure: ProcedureDefinition,
  of: { readonly personId: number; readonly caseId: number | undefined },
): Promise<Ground> {
  const facts = await listFactsOf(setting, [of.personId], 'open')
  const received = of.caseId === undefined ? [] : await listPapersOf(setting, of.caseId)
  const known = facts.filter(({ kind }) => procedure.needs.includes(kind))
  return {
    known,
    lacking: procedure.needs.filter((kind) => !known.some((fact) => fact.kind === kind)),
    papers: procedure.documents.map((paper) => standingOfPaper(paper, received, facts)),
  }
}

export function factNames(kinds: readonly FactKind[]): readonly string[] {
  return kinds.map((kind) => factKinds[kind].name)
}

function standingOfPaper(
  paper: PaperStanding['paper'],
  received: readonly ReceivedPaper[],
  facts: readonly PersonFact[],
): PaperStanding {
  const own = received.find(({ code }) => code === paper.code)
  if (own !== undefined) return { paper, state: 'received', received: own }
  const isOnFile = facts.some(({ kind, certainty }) => kind === paper.instead && certainty === 'confirmed')
  if (isOnFile) return { paper, state: 'on-file', received: undefined }
  return { paper, state: paper.isOptional === true ? 'optional' : 'lacking', received: undefined }
}
