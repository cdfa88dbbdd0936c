export const reportsFaults = {
  'reports.report-not-found': { status: 404, say: '没有找到该报告，或不在您的管辖范围内。' },
  'reports.finished': { status: 409, say: '报告已定稿，数字已固定。如需修改，请先写明原因重新打开。' },
  'reports.not-finished': { status: 409, say: '报告尚未定稿，可以直接修改。' },
  'reports.cut-off-outside-half': {
    status: 422,
    say: '截止日期不在报告所属的半年之内，请选择该半年首日至末日之间的日期。',
  },
  'reports.cut-off-before-start': {
    status: 422,
    say: '截止日期早于数字的起算日期，请选择起算日期当天或之后的日期。',
  },
  'reports.figure-past-cut-off': { status: 422, say: '有数字统计到了报告截止日期之后，请调整该数字的截止日期。' },
  'reports.indicator-unknown': { status: 422, say: '报告引用了未登记的指标，请从指标列表中重新选择。' },
  'reports.unit-differs': { status: 422, say: '有数字的计量单位与指标不符（金额与数量不能互换），请改正单位。' },
  'reports.parts-repeat': { status: 422, say: '报告中有重复的段落或数字编号，请刷新页面后重做最后一步。' },
  'reports.too-long': { status: 413, say: '报告正文超过20万字，请拆分为多份报告。' },
  'reports.too-many-figures': { status: 422, say: '一份报告最多引用300个绑定数字，请删减或拆分。' },
  'reports.figure-not-found': { status: 404, say: '报告中没有这个数字，可能已被删除，请刷新页面。' },
} as const
