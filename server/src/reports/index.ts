export { exportReportJob } from './export-report.ts'
export { reportsRoutes } from './routes.ts'
export { type WrittenReport, writeReport } from './write-report.ts'
