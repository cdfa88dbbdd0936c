export { trailRoutes } from './routes.ts'
export { type Sealing, sealTrail } from './seal-trail.ts'
export { type TrailVerdict, verifyTrail } from './verify-trail.ts'
