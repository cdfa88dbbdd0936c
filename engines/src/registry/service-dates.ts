export { earliestOf, latestOf, mostExact } from '@dongzhou/terms/service-dates'
