export const accessFaults = {
  'access.not-signed-in': { status: 401, say: '请先登录。' },
  'access.no-account': { status: 403, say: '该用户未开通本局账号，请联系系统管理员。' },
  'access.account-stopped': { status: 403, say: '账号已停用，请联系系统管理员。' },
  'access.duties-mixed': { status: 409, say: '三员账号不能改任其他角色，请另开账号。' },
  'access.second-factor-needed': { status: 403, say: '管理员账号须先启用动态口令，再办理业务。' },
  'access.not-authorised': { status: 403, say: '您的岗位没有办理此事的权限，如确需办理请联系安全管理员。' },
  'access.outside-jurisdiction': { status: 403, say: '不在您的管辖范围内，请由所属镇（街道）或村（社区）办理。' },
  'access.locked-out': { status: 423, say: '密码多次输错，账号已临时锁定，请15分钟后再试。' },
  'access.user-name-taken': { status: 409, say: '该登录名已被使用，请换一个。' },
  'access.weak-password': { status: 400, say: '密码至少12位，且应包含字母、数字和符号中的三类。' },
  'access.account-not-found': { status: 404, say: '没有找到该账号。' },
  'access.own-account': { status: 409, say: '不能更改自己的角色与范围，请由另一名安全管理员办理。' },
} as const
