import { z } from 'zod'
import { FactDraft } from './fact-draft.ts'
import { FactKindCode, FactView, PersonLine } from './registry.ts'
import { ask, read, write } from './route.ts'
import { Division, Id, Page, Paged, Version } from './shapes.ts'

export const LinkBand = z.enum(['same', 'likely', 'possible'])
export type LinkBand = z.infer<typeof LinkBand>

/** open = waits for a clerk; same = merged; different = two people; withdrawn = one of the two is no longer on file by itself. */
export const PairState = z.enum(['open', 'same', 'different', 'withdrawn'])
export type PairState = z.infer<typeof PairState>

/** One of the two. Somebody outside the clerk's scope is `（其他镇人员）`, without a person: neither name nor place is told. */
export const PairSide = z.object({
  name: z.string(),
  person: PersonLine.extend({ version: z.number().int() }).nullable(),
})
export type PairSide = z.infer<typeof PairSide>

/** 疑似同一人 (pair). The reasons are empty where one side is hidden: "姓名相同" would tell the hidden name. */
export const PairLine = z.object({
  id: Id,
  version: z.number().int(),
  band: LinkBand,
  score: z.number().int(),
  reasons: z.array(z.string()).readonly(),
  state: PairState,
  first: PairSide,
  second: PairSide,
  foundAt: z.string(),
  decidedAt: z.string().nullable(),
  because: z.string().nullable(),
  /** May this clerk decide it: authority over both people. */
  mayDecide: z.boolean(),
})
export type PairLine = z.infer<typeof PairLine>

/**
 * One kind of fact side by side, facts in force only, sensitive ones masked. `differs` = the two contradict each other. `isChoice` = one
 * value holds at a time, so a merge may choose: hand in `{ [thing]: factId }`; not choosing leaves the disagreement visible. A thing is a
 * kind, or one benefit of the decisions on benefits. `uncovered` = of decisions on a benefit, how many months up to
 * this one pay on one of the two files and would not on the merged one, if that fact were chosen, or null: if nobody chose. Ways that
 * lose no month are left out.
 */
export const KindBeside = z.object({
  thing: z.string(),
  kind: FactKindCode,
  kindName: z.string(),
  standing: z.enum(['same', 'differs', 'only-first', 'only-second', 'both']),
  isChoice: z.boolean(),
  uncovered: z.array(z.object({ factId: Id.nullable(), months: z.number().int() })).readonly(),
  first: z.array(FactView).readonly(),
  second: z.array(FactView).readonly(),
})
export type KindBeside = z.infer<typeof KindBeside>

/** Two people side by side. `kinds` is empty where one side is hidden. */
export const Beside = z.object({
  band: LinkBand.nullable(),
  score: z.number().int(),
  reasons: z.array(z.string()).readonly(),
  first: PairSide,
  second: PairSide,
  kinds: z.array(KindBeside).readonly(),
  mayDecide: z.boolean(),
})
export type Beside = z.infer<typeof Beside>

/** Somebody on file who may be meant, with why. */
export const Candidate = z.object({
  person: PersonLine,
  band: LinkBand,
  score: z.number().int(),
  reasons: z.array(z.string()).readonly(),
})
export type Candidate = z.infer<typeof Candidate>

export const MergeLine = z.object({
  id: Id,
  version: z.number().int(),
  keptPersonId: Id,
  keptName: z.string(),
  droppedPersonId: Id,
  droppedName: z.string(),
  because: z.string(),
  mergedBy: z.string(),
  mergedAt: z.string(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBecause: z.string().nullable(),
  mayUndo: z.boolean(),
})
export type MergeLine = z.infer<typeof MergeLine>

/** A fact that came on file after the merge, and where an un-merge would put it. `mustDecide` = the clerk has to say where. */
export const LaterFactLine = z.object({
  fact: FactView,
  side: z.enum(['kept', 'dropped']),
  mustDecide: z.boolean(),
  say: z.string().nullable(),
})
export type LaterFactLine = z.infer<typeof LaterFactLine>

const Because = z.string().trim().min(2, '请写明依据，如核对的证件或来访说明。').max(200)

const seen = z.object({ id: Id, version: Version })

export const linkage = {
  listPairs: ask('/linkage/pairs/list', 'registry.read', '疑似重复')
    .input(
      Page.extend({
        state: PairState.default('open'),
        bands: z.array(LinkBand).max(3).default([]),
        division: Division.optional(),
      }),
    )
    .output(Paged(PairLine)),
  getPair: read('/linkage/pairs/{id}', 'registry.read', '疑似重复对照')
    .input(z.object({ id: Id }))
    .output(PairLine.extend({ kinds: z.array(KindBeside).readonly() })),
  /** Any two people side by side, whether they stand in the queue or not. */
  compareTwo: ask('/linkage/compare', 'linkage.decide', '两人对照')
    .input(z.object({ firstId: Id, secondId: Id }))
    .output(Beside),
  /** While a form is filled in: who on file may this be? What is not filled in yet is left away. */
  findLikely: ask('/linkage/likely', 'registry.write', '查找疑似同一人')
    .input(z.object({ facts: z.array(FactDraft).min(1).max(60) }))
    .output(z.array(Candidate).readonly()),
  decideDifferent: write('/linkage/pairs/different', 'linkage.decide', '裁定为不同人', {
    pairId: Id,
    version: Version,
    because: Because,
  }).output(z.object({ id: Id, version: z.number().int() })),
  mergePeople: write('/linkage/merges', 'linkage.decide', '合并档案', {
    keep: seen,
    drop: seen,
    /** For a thing with one value at a time: the id of the fact that stands. */
    choices: z.record(z.string().max(60), Id).default({}),
    because: Because,
  }).output(z.object({ mergeId: Id, personId: Id, version: z.number().int() })),
  listMerges: ask('/linkage/merges/list', 'registry.read', '合并记录')
    .input(Page.extend({ personId: Id.optional() }))
    .output(Paged(MergeLine)),
  /** What an un-merge would do, before it is done. */
  planUnmerge: ask('/linkage/merges/plan-unmerge', 'linkage.decide', '拆分预览')
    .input(z.object({ mergeId: Id }))
    .output(
      z.object({
        merge: MergeLine,
        returning: z.number().int(),
        reopening: z.number().int(),
        later: z.array(LaterFactLine).readonly(),
      }),
    ),
  unmergePeople: write('/linkage/merges/undo', 'linkage.decide', '拆分档案', {
    mergeId: Id,
    version: Version,
    because: Because,
    /** Where each later fact belongs that `planUnmerge` says must be decided; others may be overruled too. */
    decisions: z
      .array(z.object({ factId: Id, side: z.enum(['kept', 'dropped']) }))
      .max(500)
      .default([]),
  }).output(z.object({ keptPersonId: Id, droppedPersonId: Id })),
  startScan: write('/linkage/scan', 'linkage.decide', '全库查重', {}).output(z.object({ jobId: z.uuid() })),
}
