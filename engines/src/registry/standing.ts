export { byPreference, type FactOf, factsAsKnownOn, holdsOn, ofKind, openFacts } from '@dongzhou/terms/standing'
