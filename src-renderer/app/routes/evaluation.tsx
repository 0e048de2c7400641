import { Navigate, type RouteObject } from 'react-router'
import { page } from './page.ts'

/** 评价. */
export const evaluationRoutes: RouteObject[] = [
  { path: 'evaluation', element: <Navigate to="/evaluation/tasks" replace /> },
  page(
    'evaluation/tasks',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/TasksPage.tsx')).TasksPage,
  ),
  page(
    'evaluation/tasks/:id',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/TaskPage.tsx')).TaskPage,
  ),
  page(
    'evaluation/tasks/:id/score',
    'save-score-sheet',
    async () => (await import('../../features/evaluation/ScorePage.tsx')).ScorePage,
  ),
  page(
    'evaluation/tasks/:id/schedule',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/SchedulePage.tsx')).SchedulePage,
  ),
  page(
    'evaluation/tasks/:id/schedule/paper',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/SchedulePaperPage.tsx')).SchedulePaperPage,
  ),
  page(
    'evaluation/tasks/:id/paper',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/SheetPaperPage.tsx')).SheetPaperPage,
  ),
  page(
    'evaluation/systems',
    'see-indicator-systems',
    async () => (await import('../../features/evaluation/SystemsPage.tsx')).SystemsPage,
  ),
  page(
    'evaluation/systems/:id',
    'see-indicator-systems',
    async () => (await import('../../features/evaluation/SystemPage.tsx')).SystemPage,
  ),
  page(
    'evaluation/self',
    'see-self-evaluations',
    async () => (await import('../../features/self-evaluation/SelfEvaluationsPage.tsx')).SelfEvaluationsPage,
  ),
  page(
    'evaluation/self/import',
    'import-self-evaluations',
    async () =>
      (await import('../../features/self-evaluation/SelfEvaluationImportPage.tsx')).SelfEvaluationImportPage,
  ),
  page(
    'evaluation/credibility',
    'see-credibility',
    async () => (await import('../../features/credibility/CredibilityPage.tsx')).CredibilityPage,
  ),
  page(
    'evaluation/self/fill',
    'save-self-evaluation',
    async () => (await import('../../features/self-evaluation/FillPage.tsx')).FillPage,
  ),
  page(
    'evaluation/self/:id',
    'see-self-evaluations',
    async () => (await import('../../features/self-evaluation/SelfEvaluationPage.tsx')).SelfEvaluationPage,
  ),
  page(
    'evaluation/self/:id/paper',
    'see-self-evaluations',
    async () =>
      (await import('../../features/self-evaluation/SelfEvaluationPaperPage.tsx')).SelfEvaluationPaperPage,
  ),
  page(
    'evaluation/tasks/:id/figures',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation-figures/FiguresPage.tsx')).FiguresPage,
  ),
  page(
    'evaluation/tasks/:id/kits',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation-kits/KitsPage.tsx')).KitsPage,
  ),
  page(
    'evaluation/tasks/:id/result',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/ResultPage.tsx')).ResultPage,
  ),
  page(
    'evaluation/surveys',
    'see-surveys',
    async () => (await import('../../features/evaluation/SurveysPage.tsx')).SurveysPage,
  ),
  page(
    'evaluation/surveys/:id',
    'see-surveys',
    async () => (await import('../../features/evaluation/SurveyPage.tsx')).SurveyPage,
  ),
  page(
    'evaluation/ranking',
    'see-evaluation-tasks',
    async () => (await import('../../features/evaluation/RankingPage.tsx')).RankingPage,
  ),
  page(
    'evaluation/rules',
    'see-evaluation-plan',
    async () => (await import('../../features/evaluation/RulesPage.tsx')).RulesPage,
  ),
  page(
    'evaluation/plan',
    'see-evaluation-plan',
    async () => (await import('../../features/evaluation-plan/EvaluationPlanPage.tsx')).EvaluationPlanPage,
  ),
]
