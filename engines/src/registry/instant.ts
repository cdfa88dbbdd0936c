export { chinaDayOf, compareInstants } from '@dongzhou/terms/instant'
