import { plainIdNumber, plainPhone, plainText } from '@dongzhou/terms/agreement'
import type { KeptFact } from '@dongzhou/terms/fact'
import type { MergePlan } from './plan-merge.ts'

/** Whom the source of a later fact names: the name and number in the ledger's row, the person a case was opened for. */
export interface SourceNames {
  readonly personId?: string | undefined
  readonly name?: string | undefined
  readonly idNumber?: string | undefined
  readonly phone?: string | undefined
}

/** A fact recorded on the one file after the merge, whom its source names, and which facts it superseded. */
export interface LaterFact {
  readonly fact: KeptFact
  readonly named?: SourceNames | undefined
  readonly supersedes?: readonly number[] | undefined
}

/** Why a clerk has to look at where a fact went. */
export const doubts = {
  'names-both': '来源所写的人与两人都相符，暂留原档',
  'names-neither': '来源所写的人与两人都不相符，暂留原档',
  'names-nobody': '来源没有写明是谁，暂留原档',
  'evidence-conflicts': '来源所写的姓名、号码分别指向两人，暂留原档',
  'superseded-across': '合并后的更正归了另一人，被更正的内容已恢复',
} as const

export type Doubt = keyof typeof doubts

/** 拆分方案 (unmerge plan): which facts go back to `drop`, which are open again, and what a clerk must look at. */
export interface UnmergePlan {
  readonly keep: string
  readonly drop: string
  readonly returns: readonly number[]
  readonly reopens: readonly number[]
  readonly ambiguous: readonly { readonly factId: number; readonly why: Doubt; readonly say: string }[]
}

/**
 * Plans taking a merge back. `file` is the one file as it stands now. Later facts whose source names the dropped person go back with it, the
 * others stay; where that is not certain the fact is listed. That a later fact was recorded on the kept person proves nothing: the other
 * could no longer be chosen.
 */
export function planUnmerge(record: MergePlan, later: readonly LaterFact[], file: readonly KeptFact[]): UnmergePlan {
  const moved = new Set(record.moves)
  const stayed = new Set(record.stays)
  const sides: Sides = {
    keep: tracesOf(
      record.keep,
      file.filter((fact) => stayed.has(fact.id)),
    ),
    drop: tracesOf(
      record.drop,
      file.filter((fact) => moved.has(fact.id)),
    ),
  }
  const placed = later.map((it) => ({ ...it, ...placeOf(it.named, sides) }))
  const gone = new Set([...record.moves, ...placed.filter((it) => it.side === 'drop').map((it) => it.fact.id)])
  const across = placed.flatMap((it) => (it.supersedes ?? []).filter((id) => gone.has(id) !== gone.has(it.fact.id)))
  const doubtful = placed.flatMap((it) => (it.doubt ? [{ factId: it.fact.id, why: it.doubt }] : []))
  const reopened = across.map((factId) => ({ factId, why: 'superseded-across' as const }))
  return {
    keep: record.keep,
    drop: record.drop,
    returns: inOrder([...gone]),
    reopens: inOrder([...record.supersedes, ...across]),
    ambiguous: [...doubtful, ...reopened].map((it) => ({ ...it, say: doubts[it.why] })),
  }
}

interface Traces {
  readonly id: string
  readonly names: ReadonlySet<string>
  readonly idNumbers: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
}

interface Sides {
  readonly keep: Traces
  readonly drop: Traces
}

interface Place {
  readonly side: 'keep' | 'drop'
  readonly doubt: Doubt | undefined
}

function placeOf(named: SourceNames | undefined, sides: Sides): Place {
  if (named?.personId === sides.drop.id) return { side: 'drop', doubt: undefined }
  // A file that came with another merge belongs to neither of the two and is not in question here.
  if (named?.personId !== undefined && named.personId !== sides.keep.id) return { side: 'keep', doubt: undefined }
  const votes = votesOf(named ?? {}, sides)
  if (votes.length === 0) return { side: 'keep', doubt: 'names-nobody' }
  const [forKeep, forDrop] = [votes.includes('keep'), votes.includes('drop')]
  if (forKeep && forDrop) return { side: 'keep', doubt: 'evidence-conflicts' }
  if (forDrop) return { side: 'drop', doubt: undefined }
  if (forKeep) return { side: 'keep', doubt: undefined }
  return { side: 'keep', doubt: votes.includes('both') ? 'names-both' : 'names-neither' }
}

type Vote = 'keep' | 'drop' | 'both' | 'neither'

// A phone is shared in a family; it is asked only where name and number settle nothing.
function votesOf(named: SourceNames, { keep, drop }: Sides): readonly Vote[] {
  const strong = [
    ...vote(named.idNumber, plainIdNumber, keep.idNumbers, drop.idNumbers),
    ...vote(named.name, plainText, keep.names, drop.names),
  ]
  if (strong.includes('keep') || strong.includes('drop')) return strong
  return [...strong, ...vote(named.phone, plainPhone, keep.phones, drop.phones)]
}

function vote(
  text: string | undefined,
  plain: (text: string) => string,
  keep: ReadonlySet<string>,
  drop: ReadonlySet<string>,
): readonly Vote[] {
  if (!text) return []
  const isKeep = keep.has(plain(text))
  const isDrop = drop.has(plain(text))
  if (isKeep === isDrop) return [isKeep ? 'both' : 'neither']
  return [isKeep ? 'keep' : 'drop']
}

// Superseded facts count too: a source may go on using a former name.
function tracesOf(id: string, facts: readonly KeptFact[]): Traces {
  return {
    id,
    names: new Set(facts.flatMap((fact) => (fact.kind === 'name' ? [plainText(fact.value.name)] : []))),
    idNumbers: new Set(
      facts.flatMap((fact) => (fact.kind === 'id-number' ? [plainIdNumber(fact.value.idNumber)] : [])),
    ),
    phones: new Set(facts.flatMap((fact) => (fact.kind === 'phone' ? [plainPhone(fact.value.phone)] : []))),
  }
}

function inOrder(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)].toSorted((a, b) => a - b)
}
