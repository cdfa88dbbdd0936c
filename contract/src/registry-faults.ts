export const registryFaults = {
  'registry.person-not-found': { status: 404, say: '没有找到该人员，或不在您的管辖范围内。' },
} as const
