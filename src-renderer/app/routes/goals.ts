import type { RouteObject } from 'react-router'
import { page } from './page.ts'

/** 目标 and 事前评估. */
export const goalsRoutes: RouteObject[] = [
  page('goals', 'see-goals', async () => (await import('../../features/goals/LedgerPage.tsx')).LedgerPage),
  page(
    'goals/import',
    'import-goals',
    async () => (await import('../../features/goals/ImportPage.tsx')).ImportPage,
  ),
  page(
    'goals/library',
    'see-goals',
    async () => (await import('../../features/goals/LibraryPage.tsx')).LibraryPage,
  ),
  page(
    'goals/review',
    'see-review',
    async () => (await import('../../features/goals/ReviewLanePage.tsx')).ReviewLanePage,
  ),
  page(
    'goals/meetings',
    'see-review',
    async () => (await import('../../features/goals/MeetingsPage.tsx')).MeetingsPage,
  ),
  page(
    'goals/meetings/:id',
    'hold-meeting',
    async () => (await import('../../features/goals/MeetingPage.tsx')).MeetingPage,
  ),
  page(
    'goals/meetings/:id/minutes',
    'see-review',
    async () => (await import('../../features/goals/MinutesPage.tsx')).MinutesPage,
  ),
  page(
    'goals/adjustments',
    'see-adjustments',
    async () => (await import('../../features/goals/AdjustmentsPage.tsx')).AdjustmentsPage,
  ),
  page(
    'goals/adjustments/:id',
    'see-adjustments',
    async () => (await import('../../features/goals/AdjustmentPage.tsx')).AdjustmentPage,
  ),
  page(
    'goals/together',
    'see-review',
    async () => (await import('../../features/goals/TogetherPage.tsx')).TogetherPage,
  ),
  page('goals/:id', 'see-goals', async () => (await import('../../features/goals/GoalPage.tsx')).GoalPage),
  page(
    'goals/:id/paper',
    'see-goals',
    async () => (await import('../../features/goals/GoalPaperPage.tsx')).GoalPaperPage,
  ),
  page(
    'assessments',
    'see-assessments',
    async () => (await import('../../features/assessments/AssessmentsPage.tsx')).AssessmentsPage,
  ),
  page(
    'assessments/:id',
    'see-assessments',
    async () => (await import('../../features/assessments/AssessmentPage.tsx')).AssessmentPage,
  ),
]
