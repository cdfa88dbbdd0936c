import type { LinkBand, PairLine } from '@dongzhou/contract/linkage'

export const linkageWords = {
  title: '疑似重复',
  pairTitle: '两人对照',
  compareTitle: '两人对照',
  mergesTitle: '合并记录',
  unmergeTitle: '拆分档案',
  scan: '全库查重',
  scanSay: '将把名册中所有人两两比对，把疑似同一人的列入这里等待核对。只列出，不合并，不改动任何档案。',
  scanned: (people: string, pairs: string) => `查重完成：比对了 ${people}，新列入 ${pairs} 对。`,
  scanning: '正在查重。可以离开，完成后新发现的会列在这里。',
  emptyTitle: '没有待核对的疑似重复',
  emptySay: '登记人员、接收台账时发现的疑似同一人会列在这里。',
  emptyScan: '也可以对全库查一遍。',
} as const

export const pairWords = {
  who: '第一人',
  other: '第二人',
  band: '把握',
  score: '分值',
  reasons: '理由',
  found: '发现时间',
  state: '状态',
  because: '依据',
  cannot: '须由对两人都有权限的人办理',
  hidden: '另一人不在您的管辖范围内，看不到姓名和信息；请由上级或区局办理。',
} as const

export const bandNames: { readonly [Band in LinkBand]: string } = {
  same: '基本确定',
  likely: '很可能',
  possible: '有可能',
}

export const pairStates: { readonly [State in PairLine['state']]: string } = {
  open: '待核对',
  same: '已合并',
  different: '不是同一人',
  withdrawn: '已不须核对',
}

export const compareWords = {
  kind: '项目',
  same: '一致',
  differs: '不一致',
  onlyOne: '只有一方有',
  both: '两边都保留',
  keep: '保留这份档案',
  show: '显示哪些项目',
  onlyDiffering: '只看不一致的',
  all: '全部项目',
  undecided: '不选，留待核实',
  awardSay: '不选的，两份核定都保留，按批准先后衔接，同月只发一份；选定一份的，另一份作废，已发的月份会重新核算。',
  nothing: '—',
  none: '两份档案没有可对照的内容',
  merge: '合并为一人',
  different: '不是同一人',
  mergeTitle: '合并为一人',
  differentTitle: '裁定为不是同一人',
  mergeSay: (dropped: string, kept: string) =>
    `“${dropped}”的档案将并入“${kept}”的档案：全部信息、关系和办理记录归到一份，之后只按一个人计数和发放。`,
  choiceSay: (count: number) => `有 ${count} 项不一致，按您选定的值为准，另一个值留作历史。`,
  leftSay: (count: number) => `另有 ${count} 项不一致没有选定，合并后继续标为待核实。`,
  lostSay: (name: string, months: number) =>
    `${name}：合并后有 ${months} 个月不再有核定，已发的会列入追回。不应追回的，请改选另一份，或先更正核定的起止日期再合并。`,
  mergeBack: '合并后可以拆分，拆分时合并后新增的信息逐条分回两人。',
  differentSay: (first: string, second: string) =>
    `“${first}”与“${second}”将记为两个人，不再列入疑似重复；两份档案都不改动。`,
  because: '依据',
  becauseHint: '如：核对身份证原件，与村（社区）确认',
  becauseNeeded: '请写明依据，至少两个字。',
  stale: '其中一份档案刚被他人改动。取消后会显示最新的内容，请再核对一遍。',
  merged: '已合并',
  told: '已裁定',
  pickTwo: '请在地址中给出两个人',
  age: (age: number) => `${age} 岁`,
  dead: '已去世',
} as const

export const mergeWords = {
  kept: '保留的档案',
  dropped: '并入的档案',
  by: '办理人',
  at: '合并时间',
  because: '依据',
  state: '状态',
  stands: '有效',
  undone: '已拆分',
  undoneBy: '拆分人',
  undoneAt: '拆分时间',
  undoneBecause: '拆分依据',
  undo: '拆分',
  emptyTitle: '还没有合并过档案',
  emptySay: '在疑似重复中确认为同一人后，合并记录会列在这里，合错了可以从这里拆分。',
} as const

export const unmergeWords = {
  will: (dropped: string, kept: string) => `“${dropped}”将从“${kept}”的档案中分出，恢复为单独的一份档案。`,
  returning: (count: string) => `${count}合并前属于其本人的信息回到分出的档案。`,
  reopening: (count: string) => `${count}合并时被取代的信息恢复为有效。`,
  later: '合并后新增的信息',
  laterSay: '这些信息是合并之后登记的，请逐条选定属于谁。标红的不能自动判断，必须选定。',
  noLater: '合并后没有新增过信息，无需逐条选定。',
  fact: '信息',
  source: '来源',
  belongs: '属于',
  mustDecide: '须选定',
  because: '拆分依据',
  becauseHint: '如：本人来访，出示证件，与另一人不是同一人',
  undo: '拆分为两人',
  undecided: (count: number) => `还有 ${count} 条没有选定属于谁`,
  done: '已拆分为两份档案',
  asKept: '（保留的档案）',
  asDropped: '（分出的档案）',
} as const
