import type { Room } from '../kit/room.ts'
import { applicationWords, letterWords } from './award-words.ts'
import { timelineWords } from './entitlement-words.ts'
import { exclusionWords } from './exclusion-words.ts'
import { forecastWords } from './forecast-words.ts'
import { importWords, proposeWords, waitingWords } from './rate-form-words.ts'
import { rateWords } from './rate-words.ts'
import { recipientWords } from './recipients-words.ts'
import { ruleWords } from './rule-words.ts'
import { screeningWords } from './screening-words.ts'
import { spendingWords } from './spending-words.ts'

/** 优待抚恤 (benefits): who draws what, who should, what changes next, and what it costs. */
export const benefitsRoom: Room = {
  section: 'benefits',
  items: [
    {
      path: '/benefits/screening',
      title: screeningWords.title,
      authority: 'benefits.read',
      load: () => import('./screening-page.tsx').then((page) => page.ScreeningPage),
    },
    {
      path: '/benefits/recipients',
      title: recipientWords.title,
      authority: 'benefits.read',
      load: () => import('./recipients-page.tsx').then((page) => page.RecipientsPage),
    },
    {
      path: '/benefits/forecast',
      title: forecastWords.title,
      authority: 'benefits.read',
      load: () => import('./forecast-page.tsx').then((page) => page.ForecastPage),
    },
    {
      path: '/benefits/spending',
      title: spendingWords.title,
      authority: 'benefits.read',
      load: () => import('./spending-page.tsx').then((page) => page.SpendingPage),
    },
    {
      path: '/benefits/rates',
      title: rateWords.title,
      authority: 'benefits.read',
      load: () => import('./rate-list-page.tsx').then((page) => page.RateListPage),
    },
    {
      path: '/benefits/exclusions',
      title: exclusionWords.title,
      authority: 'benefits.read',
      load: () => import('./exclusion-page.tsx').then((page) => page.ExclusionPage),
    },
    {
      path: '/benefits/rules',
      title: ruleWords.title,
      authority: 'benefits.read',
      load: () => import('./rule-list-page.tsx').then((page) => page.RuleListPage),
    },
    {
      path: '/benefits/rules/$benefit',
      title: ruleWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./rule-page.tsx').then((page) => page.RulePage),
    },
    {
      path: '/benefits/rates/new',
      title: proposeWords.title,
      authority: 'rates.write',
      isHidden: true,
      load: () => import('./rate-propose-page.tsx').then((page) => page.RateProposePage),
    },
    {
      path: '/benefits/rates/import',
      title: importWords.title,
      authority: 'rates.write',
      isHidden: true,
      load: () => import('./rate-import-page.tsx').then((page) => page.RateImportPage),
    },
    {
      path: '/benefits/rates/waiting',
      title: waitingWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./rate-waiting-page.tsx').then((page) => page.RateWaitingPage),
    },
    {
      path: '/benefits/rates/kinds/$kind',
      title: rateWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./rate-kind-page.tsx').then((page) => page.RateKindPage),
    },
    {
      path: '/benefits/people/$personId',
      title: timelineWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./entitlement-page.tsx').then((page) => page.EntitlementPage),
    },
    {
      path: '/benefits/people/$personId/application',
      title: applicationWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./award-application-page.tsx').then((page) => page.AwardApplicationPage),
    },
    {
      path: '/benefits/people/$personId/letter',
      title: letterWords.title,
      authority: 'benefits.read',
      isHidden: true,
      load: () => import('./entitlement-letter-page.tsx').then((page) => page.EntitlementLetterPage),
    },
  ],
}
