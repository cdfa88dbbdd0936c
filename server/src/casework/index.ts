export { caseworkRoutes } from './routes.ts'
