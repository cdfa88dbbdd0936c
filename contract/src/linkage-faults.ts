export const linkageFaults = {
  'linkage.pair-not-found': { status: 404, say: '没有找到这对疑似重复人员，或不在您的管辖范围内。' },
  'linkage.pair-decided': { status: 409, say: '这对疑似重复人员已有结论，请刷新后核对。' },
  'linkage.same-person': { status: 422, say: '两边是同一份档案，无需对照或合并。' },
  'linkage.choice-unknown': { status: 422, say: '所选的信息不在这两份档案中，或已被更正，请刷新后重新选择。' },
  'linkage.merge-not-found': { status: 404, say: '没有找到这次合并，或不在您的管辖范围内。' },
  'linkage.merge-undone': { status: 409, say: '这次合并已经拆分，无需重复办理。' },
  'linkage.later-merge-first': { status: 409, say: '该档案之后又合并过，请先拆分后一次合并，再拆分这一次。' },
  'linkage.unmerge-undecided': { status: 409, say: '合并后新增的信息有的不能确定属于谁，请逐条选定后再拆分。' },
} as const
