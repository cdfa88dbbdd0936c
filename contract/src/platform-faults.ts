export const platformFaults = {
  'platform.bad-input': { status: 400, say: '填写的内容有误，请按提示修改后再提交。' },
  'platform.action-reused': { status: 409, say: '这次提交的编号已用于另一项办理，请刷新页面后重新提交。' },
  'platform.changed-meanwhile': { status: 409, say: '这条记录刚被他人修改，请对照两边的内容后再保存。' },
  'platform.nothing-changed': { status: 409, say: '没有任何记录被改动，请刷新后核对。' },
  'platform.file-not-found': { status: 404, say: '文件不存在或已过保存期限。' },
  'platform.file-too-large': { status: 413, say: '文件超过大小上限，请拆分后再上传。' },
  'platform.input-too-large': { status: 413, say: '一次提交的内容过多，请分几次提交。' },
  'platform.job-not-found': { status: 404, say: '没有找到这项后台任务。' },
  'platform.job-ended': { status: 409, say: '这项任务已经结束，不能取消。' },
  'platform.not-found': { status: 404, say: '没有找到所请求的内容。' },
  'platform.wrong-method': { status: 405, say: '不支持这种请求方式，请从页面上办理。' },
  'platform.unexpected': { status: 500, say: '系统出现意外问题，您填写的内容未丢失，请稍后再试。' },
} as const
