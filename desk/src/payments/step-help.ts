import type { StepKey } from './run-steps.ts'

interface StepHelp {
  /** What this step is. */
  readonly what: string
  /** Who may do it. */
  readonly who: string
  /** What happens when it is done. */
  readonly next: string
  /** More for whoever opens the help: what cannot be taken back, what to do when it does not work. */
  readonly more: readonly string[]
}

/** 每一步的说明: what it is, who may do it, what happens next. */
export const stepHelp: { readonly [Key in StepKey]: StepHelp } = {
  list: {
    what: '按登记的事实、核定和标准算出的名单，先看总数、各项待遇和各镇是否合理。',
    who: '有编制权限的人',
    next: '核查名单中的人',
    more: [
      '名单错了，多半是事实、核定或标准没有登记好。先到一人一档、待遇或标准库改正，再点“重新计算”。',
      '草稿可以随时重新计算或作废，不发出任何款项。',
    ],
  },
  checks: {
    what: '系统查出可能不该发、发不到或要留意的人。逐条看清，再锁定名单。',
    who: '编制人核对并锁定；暂缓的由编制人以外有复核权限的人裁定',
    next: '名单锁定，算出摘要，等待复核',
    more: [
      '“须先处理”的不改正不能锁定；“暂缓发放”的钱留下来，核实后编入补发批次；“请留意”的只提醒签批的人。',
      '裁定放行的当即编入本次发放，裁定不放行的继续暂缓；锁定前都可以改裁。',
      '锁定后名单不能改动。发现问题的，由复核人退回重编。',
    ],
  },
  changes: {
    what: '与上一批次逐人比较：谁新增、谁停发、谁的金额变了，为什么。',
    who: '都能看；没有原因的，由有编制权限的人核实说明',
    next: '没有“未说明”的变动以后，才能确认发放',
    more: [
      '原因由系统按登记的事实、标准和规则写出；系统说不出的标红，须核实后写明。',
      '说明过变动的人，不能再确认发放本批次。',
    ],
  },
  sign: {
    what: '复核人、审批人对着同一份名单摘要签批。',
    who: '有复核、审批权限的人；编制人不能复核、审批，复核人不能审批，一人只签一次',
    next: '审批人数签足后，等待确认发放',
    more: [
      '须几个人审批，由金额大小和与上期的增减决定，依据写在下面。',
      '发现问题的点“退回重编”：名单解锁，已有签批作废。',
    ],
  },
  release: {
    what: '确认把钱发出去。这一步以后名单不能退回。',
    who: '有发放权限，没有编制、复核过本批次，近期没有变更过名单中账户，也没有说明过变动的人',
    next: '导出银行文件送银行',
    more: [
      '按钮不能点时，旁边写着原因和该由谁办。',
      '确认时系统再算一次名单摘要：与锁定时不同的，一律不发。',
      '确认以后发现多发的，在以后的批次追回；没有付出的，可以撤销。',
    ],
  },
  bank: {
    what: '按银行要的格式导出文件；打印花名册、公示和签收单。',
    who: '银行文件由有发放权限的人导出；花名册由有编制权限的人导出',
    next: '银行办完后，导入回盘文件',
    more: [
      '银行文件内有账号全文，导出须说明用途并留痕。每个文件都有摘要，送银行时请核对。',
      '同一批次可以再导出，内容相同。已送过银行的不要再送：银行是否拒收重复的文件，系统并不知道。',
    ],
  },
  return: {
    what: '导入银行的回盘文件：谁到账、谁退汇、为什么。',
    who: '有编制权限的人',
    next: '退汇与暂缓的编入补发批次；到账的可以结清',
    more: [
      '一份回盘文件整份接收或整份退回。退回的写明哪一行错、怎样办，没有任何款项入账。',
      '几家银行分别回盘的逐份导入：文件自带笔数并与内容相符的，可以只含本批次的一部分，每笔只记一次，批次等其余回盘。',
      '退汇的先更正账户，再勾选编入补发批次；后来得知不应发放的，会撤销，不再补发。',
    ],
  },
  close: {
    what: '应付名单与已到账、退汇、暂缓之和分毫不差，才能结清。',
    who: '有编制权限的人',
    next: '批次办结；退汇与暂缓的仍在“退汇与暂缓”等待补发',
    more: ['结清以后不能撤回。结不平的，请先核对回盘结果，再请系统管理员查明原因。'],
  },
}

export const stepHelpWords = {
  who: (who: string) => `谁来办：${who}。`,
  next: (next: string) => `办完以后：${next}。`,
} as const

/** The help of one step, as the drawer reads it out. */
export function helpOf(step: StepKey): readonly string[] {
  const { what, who, next, more } = stepHelp[step]
  return [`这一步：${what}`, stepHelpWords.who(who), stepHelpWords.next(next), ...more]
}
