export const visitsFaults = {
  'visits.scheme-not-found': { status: 404, say: '没有找到该结对方案。' },
  'visits.scheme-exists': { status: 409, say: '该年度已有同名结对方案，请直接使用。' },
  'visits.pairing-not-found': { status: 404, say: '没有找到该结对，或不在您的管辖范围内。' },
  'visits.person-paired-already': { status: 409, say: '该对象在本方案中已有结对单位，请先终止原结对。' },
  'visits.person-not-living': { status: 422, say: '该对象已去世，不能新建结对。' },
  'visits.pairing-not-confirmed': { status: 409, say: '该结对尚未确认，请先确认再登记走访。' },
  'visits.pairing-ended': { status: 409, say: '该结对已终止。' },
  'visits.day-in-future': { status: 422, say: '日期晚于今天，请核对。' },
  'visits.day-outside-pairing': { status: 422, say: '日期不在结对期间内，请核对。' },
  'visits.visit-not-found': { status: 404, say: '没有找到该走访记录，或不在您的管辖范围内。' },
  'visits.visit-says-nothing': { status: 422, say: '请至少填写帮扶内容、慰问物资、慰问金或走访发现中的一项。' },
  'visits.no-phone': { status: 404, say: '该结对没有登记联系人电话。' },
} as const
