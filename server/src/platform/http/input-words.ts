import { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/** 填写提示 (input words): what is wrong with a field, in Chinese, wherever its own schema has no better sentence. */
export function sayOfIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写此项。' : `此处应为${wordOf(issue.expected)}。`
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? '请填写此项。'
        : boundary(issue.origin, Number(issue.minimum), ['至少', '不能小于'])
    case 'too_big':
      return boundary(issue.origin, Number(issue.maximum), ['最多', '不能大于'])
    case 'invalid_value':
      return '请从给出的选项中选择。'
    case 'invalid_union':
      return '填写的内容不完整，或类型不对。'
    case 'unrecognized_keys':
      return '含有无法识别的内容。'
    default:
      return '格式不对，请核对后改正。'
  }
}

/** Makes all schemas of this process speak Chinese; those with a sentence of their own keep it. */
export function speakChinese(): void {
  z.config({ localeError: sayOfIssue })
}

const typeWords: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '“是”或“否”',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
}

function wordOf(expected: string): string {
  return typeWords[expected] ?? '另一种内容'
}

function boundary(origin: string, limit: number, [counted, measured]: readonly [string, string]): string {
  if (origin === 'string') return `${counted}${limit}字。`
  if (origin === 'array' || origin === 'set') return `${counted}${limit}项。`
  return `${measured}${limit}。`
}
