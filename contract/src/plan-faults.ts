export const planFaults = {
  'plan.indicator-unknown': { status: 404, say: '没有这个指标。' },
  'plan.range-reversed': { status: 422, say: '起始日期晚于截止日期，请核对。' },
  'plan.room-not-built': { status: 422, say: '该指标的业务模块尚未启用，暂不能定数或查看明细。' },
  'plan.target-has-no-measure': { status: 422, say: '该指标本身就是计划数，请在对应的完成指标上调整目标。' },
  'plan.target-window-outside-year': { status: 422, say: '目标的起止日期须在计划年度之内，且起不晚于止。' },
  'plan.decided-in-future': { status: 422, say: '目标的决定日期晚于今天，请核对。' },
  'plan.period-not-over': { status: 422, say: '该期间尚未结束，不能定数。' },
  'plan.period-closed': { status: 409, say: '所选指标中有本期已定数的，请使用更正。' },
  'plan.closing-not-found': { status: 404, say: '没有找到该期末定数。' },
  'plan.nothing-to-restate': { status: 409, say: '现在的数值和明细与定数一致，无需更正。' },
} as const
