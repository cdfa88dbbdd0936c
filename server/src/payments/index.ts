import { dueSource } from '../benefits/index.ts'
import { computeRunJob } from './runs/compute-run.ts'

export { exportFileJob } from './files/export-file.ts'
export { exportRecipientsJob } from './files/export-recipients.ts'
export { paymentsRoutes } from './routes.ts'

/** 计算发放名单 by what the benefits room says is due. */
export const computePaymentRunJob = computeRunJob(dueSource)
