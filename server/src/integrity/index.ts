export { type Inspection, inspect, inspectBureau } from './inspect-bureau.ts'
