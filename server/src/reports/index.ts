export { exportReportJob } from './export-report.ts'
export { reportsRoutes } from './routes.ts'
