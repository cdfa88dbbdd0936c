export { byPreference, type FactOf, holdsOn, ofKind, openFacts } from '@dongzhou/terms/standing'
