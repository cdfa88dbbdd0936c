export const intakeFaults = {
  'intake.batch-not-found': { status: 404, say: '没有找到该导入批次，或不在您的管辖范围内。' },
  'intake.file-missing': { status: 422, say: '上传的文件不存在，请重新上传。' },
  'intake.batch-busy': { status: 409, say: '该批次正在处理，请等进度完成后再操作。' },
  'intake.batch-not-staged': { status: 409, say: '该批次不在待接收状态，不能这样操作。' },
  'intake.nothing-to-accept': { status: 409, say: '没有可以接收的行：请先处理标出的问题，或确认是否为同一人。' },
  'intake.nothing-to-withdraw': { status: 409, say: '该批次没有已接收的内容，无需撤回。' },
  'intake.sheet-not-found': { status: 404, say: '没有这张工作表，或该表没有识别为台账。' },
  'intake.row-not-found': { status: 404, say: '没有找到这一行，可能文件已重新读取，请刷新后再改。' },
  'intake.row-accepted': { status: 409, say: '这一行已经接收，请到对应档案中更正。' },
  'intake.ledger-unknown': { status: 422, say: '没有这种台账，请从列表中选择。' },
  'intake.field-mapped-twice': { status: 422, say: '同一项目不能对应两列，请只保留一列。' },
  'intake.no-complaints': { status: 409, say: '该批次没有需要退回的问题。' },
} as const
