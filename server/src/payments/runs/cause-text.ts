import type { CausePart } from '@dongzhou/engines/benefits'
import { factKinds } from '@dongzhou/terms/fact'
import { yuanText } from '@dongzhou/terms/fen'
import type { LineKind } from '@dongzhou/terms/payment'

const words: { readonly [C in CausePart['cause']]: string } = {
  rate: '标准调整',
  death: '去世',
  award: '待遇核定变动',
  fact: '信息变更',
  merge: '重复人员合并',
  rule: '规则变更',
  unpaid: '此前未列入发放',
  posting: '与当时依据不符',
}

/** 原因 of a line, with the part of the amount that comes from each cause: 信息变更（残疾等级） +120.00 元. */
export function causeText(kind: LineKind, causes: readonly CausePart[]): string {
  if (kind === 'regular') return '当月应发'
  if (causes.length === 0) return kind === 'recovery' ? '应发减少' : '此前未发'
  return causes.map(textOf).join('；')
}

function textOf({ cause, kind, amount }: CausePart): string {
  // A death is the cause and the fact in one word.
  const name = kind === undefined || factKinds[kind].name === words[cause] ? '' : factKinds[kind].name
  const what = name === '' ? '' : `（${name}）`
  return `${words[cause]}${what} ${amount > 0 ? '+' : ''}${yuanText(amount)} 元`
}
