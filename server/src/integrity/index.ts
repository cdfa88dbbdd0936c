export { checks } from './checks.ts'
export { type Inspection, inspect, inspectBureau } from './inspect-bureau.ts'
export { integrityRoutes } from './routes.ts'
