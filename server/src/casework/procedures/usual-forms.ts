import type { CaseDocument, CaseField } from '@dongzhou/engines/casework'

/** 身份证: needless where the register has seen the number. */
export const identityCard: CaseDocument = {
  code: 'identity-card',
  name: '居民身份证复印件',
  copies: 1,
  isOriginal: false,
  instead: 'id-number',
}

/** 户口簿: needless where the register has seen the household registration. */
export const householdBook: CaseDocument = {
  code: 'household-book',
  name: '户口簿复印件',
  copies: 1,
  isOriginal: false,
  instead: 'household-registration',
}

/** 退役证件, or what the archive says where it is lost. */
export const dischargePaper: CaseDocument = {
  code: 'discharge',
  name: '退役证件复印件或查档证明',
  copies: 1,
  isOriginal: false,
  instead: 'service',
  help: '退役证件遗失的，提交档案部门出具的查档证明。',
}

/** 书面申请. */
export const writtenApplication: CaseDocument = { code: 'application', name: '申请书', copies: 1, isOriginal: true }

/** 申请理由. */
export const reasonField: CaseField = { code: 'reason', label: '申请理由', kind: 'long-text' }

/** 文书 of a higher authority, kept with what it decided. */
export function documentField(askedAt: string): CaseField {
  return { code: 'document', label: '批准文书名称和文号', kind: 'text', askedAt }
}

/** 残疾等级, 1 the gravest (军人抚恤优待条例 art. 26). */
export const gradeChoices = {
  1: '一级',
  2: '二级',
  3: '三级',
  4: '四级',
  5: '五级',
  6: '六级',
  7: '七级',
  8: '八级',
  9: '九级',
  10: '十级',
} as const

/** 残疾性质 (军人抚恤优待条例 art. 25). */
export const natureChoices = { war: '因战', duty: '因公', illness: '因病' } as const

/** 因精神障碍: the care allowance of grades 5 and 6 hangs on it (军人抚恤优待条例 art. 34). Kept sealed on file. */
export function mentalField(askedAt: string): CaseField {
  return { code: 'mental', label: '是否服役期间因患精神障碍评定残疾等级', kind: 'yes-no', askedAt }
}
