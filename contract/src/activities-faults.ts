export const activitiesFaults = {
  'activities.programme-unknown': { status: 422, say: '没有这个专项，请从列表中选择。' },
  'activities.series-not-found': { status: 404, say: '没有找到该活动系列。' },
  'activities.series-exists': { status: 409, say: '该年度已有同名活动系列，请直接使用。' },
  'activities.event-not-found': { status: 404, say: '没有找到该活动，或不在您的管辖范围内。' },
  'activities.event-exists': { status: 409, say: '同一系列、同一天、同一地点已有同名活动，请勿重复登记。' },
  'activities.event-not-over': { status: 422, say: '活动日期晚于今天，尚不能登记为已举办；请先安排活动。' },
  'activities.event-not-counted': {
    status: 422,
    say: '请填写参加人次和计数方式；没有计数的，请选择“未计数”并将人次留空。',
  },
  'activities.event-not-planned': { status: 409, say: '该活动已举办或已取消，请使用更正。' },
  'activities.event-not-held': { status: 422, say: '该活动尚未举办，不能填写人次；举办后请登记为已举办活动。' },
  'activities.event-cancelled': { status: 409, say: '该活动已取消，不能再更改。' },
  'activities.proof-not-found': { status: 422, say: '没有找到佐证文件，请重新上传。' },
} as const
