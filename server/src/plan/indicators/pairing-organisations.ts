import { pairedOrganisations } from '../../visits/index.ts'
import { live } from '../indicator.ts'

/** 结对帮扶单位数 (organisations that stand by somebody). */
export const pairingOrganisations = live({
  code: 'pairing-organisations',
  name: '结对帮扶单位数',
  unit: '个',
  programme: 'pairing',
  counts: 'stock',
  amount: 'one',
  may: 'visits.read',
  query: '数截止日期当天仍在结对的机关事业单位，同一单位结对多人只计1个。',
  relation: (_setting, range) => pairedOrganisations(range),
})
