import type { ComponentType } from 'react'
import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import type { Permission } from '#domain/people/permissions'
import { PageError } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { SettingsStart } from './SettingsStart.tsx'

/** What a route asks of the duty table before it is drawn. */
export type RouteHandle = { permission: Permission | null }

function page(path: string, permission: Permission | null, load: () => Promise<ComponentType>): RouteObject {
  return {
    ...(path === '' ? { index: true } : { path }),
    handle: { permission } satisfies RouteHandle,
    lazy: async () => ({ Component: await load() }),
  }
}

const settings: RouteObject[] = [
  { index: true, element: <SettingsStart /> },
  page('units', 'see-base', async () => (await import('../features/settings/UnitsTab.tsx')).UnitsTab),
  page(
    'sections',
    'see-base',
    async () => (await import('../features/settings/SectionsTab.tsx')).SectionsTab,
  ),
  page('book', 'see-base', async () => (await import('../features/settings/BookTab.tsx')).BookTab),
  page('rules', 'see-base', async () => (await import('../features/settings/RulesTab.tsx')).RulesTab),
  page('calendar', null, async () => (await import('../features/settings/CalendarTab.tsx')).CalendarTab),
  page(
    'regulations',
    'see-regulations',
    async () => (await import('../features/settings/RegulationsTab.tsx')).RegulationsTab,
  ),
  page('experts', 'see-experts', async () => (await import('../features/experts/ExpertsTab.tsx')).ExpertsTab),
  page(
    'agencies',
    'see-experts',
    async () => (await import('../features/experts/AgenciesTab.tsx')).AgenciesTab,
  ),
  page(
    'accounts',
    'see-accounts',
    async () => (await import('../features/settings/AccountsTab.tsx')).AccountsTab,
  ),
  page('duties', 'see-duties', async () => (await import('../features/settings/DutiesTab.tsx')).DutiesTab),
  page('audit', 'read-audit', async () => (await import('../features/audit/AuditTab.tsx')).AuditTab),
  page('backup', 'see-backups', async () => (await import('../features/backup/BackupTab.tsx')).BackupTab),
  page('about', null, async () => (await import('../features/settings/AboutTab.tsx')).AboutTab),
]

/** One table: path, what the duty table must allow, and page. Pages come when they are first opened. */
const pages: RouteObject[] = [
  page(
    'counties',
    'see-counties',
    async () => (await import('../features/counties/CountiesPage.tsx')).CountiesPage,
  ),
  page(
    'counties/ledger',
    'see-counties',
    async () => (await import('../features/counties/CountyLedgerPage.tsx')).CountyLedgerPage,
  ),
  page('', null, async () => (await import('../features/home/HomePage.tsx')).HomePage),
  page('help', null, async () => (await import('../features/help/ManualPage.tsx')).ManualPage),
  page('books', null, async () => (await import('../features/home/BooksPage.tsx')).BooksPage),
  page('goals', 'see-goals', async () => (await import('../features/goals/LedgerPage.tsx')).LedgerPage),
  page(
    'goals/import',
    'import-goals',
    async () => (await import('../features/goals/ImportPage.tsx')).ImportPage,
  ),
  page(
    'goals/library',
    'see-goals',
    async () => (await import('../features/goals/LibraryPage.tsx')).LibraryPage,
  ),
  page(
    'goals/review',
    'see-review',
    async () => (await import('../features/goals/ReviewLanePage.tsx')).ReviewLanePage,
  ),
  page(
    'goals/meetings',
    'see-review',
    async () => (await import('../features/goals/MeetingsPage.tsx')).MeetingsPage,
  ),
  page(
    'goals/meetings/:id',
    'hold-meeting',
    async () => (await import('../features/goals/MeetingPage.tsx')).MeetingPage,
  ),
  page(
    'goals/meetings/:id/minutes',
    'see-review',
    async () => (await import('../features/goals/MinutesPage.tsx')).MinutesPage,
  ),
  page(
    'goals/adjustments',
    'see-adjustments',
    async () => (await import('../features/goals/AdjustmentsPage.tsx')).AdjustmentsPage,
  ),
  page(
    'goals/adjustments/:id',
    'see-adjustments',
    async () => (await import('../features/goals/AdjustmentPage.tsx')).AdjustmentPage,
  ),
  page(
    'goals/together',
    'see-review',
    async () => (await import('../features/goals/TogetherPage.tsx')).TogetherPage,
  ),
  page('goals/:id', 'see-goals', async () => (await import('../features/goals/GoalPage.tsx')).GoalPage),
  page(
    'goals/:id/paper',
    'see-goals',
    async () => (await import('../features/goals/GoalPaperPage.tsx')).GoalPaperPage,
  ),
  page(
    'assessments',
    'see-assessments',
    async () => (await import('../features/assessments/AssessmentsPage.tsx')).AssessmentsPage,
  ),
  page(
    'assessments/:id',
    'see-assessments',
    async () => (await import('../features/assessments/AssessmentPage.tsx')).AssessmentPage,
  ),
  page(
    'coverage',
    'see-coverage',
    async () => (await import('../features/coverage-map/CoveragePage.tsx')).CoveragePage,
  ),
  page(
    'coverage/list',
    'see-coverage',
    async () => (await import('../features/coverage-map/CoverageListPage.tsx')).CoverageListPage,
  ),
  page(
    'coverage/road',
    'see-coverage',
    async () => (await import('../features/coverage-map/RoadPage.tsx')).RoadPage,
  ),
  page(
    'analysis',
    'see-analysis',
    async () => (await import('../features/analysis/AnalysisPage.tsx')).AnalysisPage,
  ),
  page(
    'appraisals',
    'see-appraisals',
    async () => (await import('../features/appraisals/AppraisalsPage.tsx')).AppraisalsPage,
  ),
  page(
    'appraisals/live',
    'see-appraisals',
    async () => (await import('../features/appraisals/LivePage.tsx')).LivePage,
  ),
  page(
    'appraisals/schemes',
    'see-schemes',
    async () => (await import('../features/appraisals/SchemesPage.tsx')).SchemesPage,
  ),
  page(
    'appraisals/schemes/:id',
    'see-schemes',
    async () => (await import('../features/appraisals/SchemePage.tsx')).SchemePage,
  ),
  page(
    'appraisals/:id',
    'see-appraisals',
    async () => (await import('../features/appraisals/AppraisalPage.tsx')).AppraisalPage,
  ),
  page(
    'appraisals/:id/ranking',
    'see-schemes',
    async () => (await import('../features/appraisals/RankingPage.tsx')).RankingPage,
  ),
  page(
    'appraisals/:id/paper',
    'see-appraisals',
    async () => (await import('../features/appraisals/BinderPage.tsx')).BinderPage,
  ),
  { path: 'evaluation', element: <Navigate to="/evaluation/tasks" replace /> },
  page(
    'evaluation/tasks',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/TasksPage.tsx')).TasksPage,
  ),
  page(
    'evaluation/tasks/:id',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/TaskPage.tsx')).TaskPage,
  ),
  page(
    'evaluation/tasks/:id/score',
    'save-score-sheet',
    async () => (await import('../features/evaluation/ScorePage.tsx')).ScorePage,
  ),
  page(
    'evaluation/tasks/:id/schedule',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/SchedulePage.tsx')).SchedulePage,
  ),
  page(
    'evaluation/tasks/:id/schedule/paper',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/SchedulePaperPage.tsx')).SchedulePaperPage,
  ),
  page(
    'evaluation/tasks/:id/paper',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/SheetPaperPage.tsx')).SheetPaperPage,
  ),
  page(
    'evaluation/systems',
    'see-indicator-systems',
    async () => (await import('../features/evaluation/SystemsPage.tsx')).SystemsPage,
  ),
  page(
    'evaluation/systems/:id',
    'see-indicator-systems',
    async () => (await import('../features/evaluation/SystemPage.tsx')).SystemPage,
  ),
  page(
    'dashboard',
    'see-dashboard',
    async () => (await import('../features/dashboard/DashboardPage.tsx')).DashboardPage,
  ),
  page(
    'dashboard/projects',
    'see-dashboard',
    async () => (await import('../features/dashboard/ProjectsPage.tsx')).ProjectsPage,
  ),
  page(
    'dashboard/frozen',
    'see-dashboard',
    async () => (await import('../features/dashboard/FrozenPages.tsx')).FrozenListPage,
  ),
  page(
    'dashboard/frozen/:id',
    'see-dashboard',
    async () => (await import('../features/dashboard/FrozenPages.tsx')).FrozenPage,
  ),
  page(
    'dashboard/brief/:id',
    'see-dashboard',
    async () => (await import('../features/dashboard/BriefPage.tsx')).BriefPage,
  ),
  page(
    'monitoring',
    'see-monitoring',
    async () => (await import('../features/monitoring/MonitoringsPage.tsx')).MonitoringsPage,
  ),
  page(
    'monitoring/fill',
    'save-monitoring',
    async () => (await import('../features/monitoring/FillPage.tsx')).FillPage,
  ),
  page(
    'monitoring/plan',
    'see-monitoring',
    async () => (await import('../features/monitoring/PlanPage.tsx')).PlanPage,
  ),
  page(
    'monitoring/import',
    'import-monitorings',
    async () => (await import('../features/monitoring/MonitoringImportPage.tsx')).MonitoringImportPage,
  ),
  page(
    'monitoring/lines',
    'see-monitoring',
    async () => (await import('../features/monitoring/LinesPage.tsx')).LinesPage,
  ),
  page(
    'monitoring/reports',
    'see-round-reports',
    async () => (await import('../features/round-reports/RoundReportsPage.tsx')).RoundReportsPage,
  ),
  page(
    'monitoring/reports/:id',
    'see-round-reports',
    async () => (await import('../features/round-reports/RoundReportPage.tsx')).RoundReportPage,
  ),
  page(
    'monitoring/screening',
    'see-screening',
    async () => (await import('../features/screening/ScreeningPage.tsx')).ScreeningPage,
  ),
  page(
    'monitoring/checks',
    'see-spot-checks',
    async () => (await import('../features/screening/ChecksPage.tsx')).ChecksPage,
  ),
  page(
    'monitoring/checks/:id',
    'see-spot-checks',
    async () => (await import('../features/screening/CheckPage.tsx')).CheckPage,
  ),
  page(
    'monitoring/checks/:id/paper',
    'see-spot-checks',
    async () => (await import('../features/screening/CheckPaperPage.tsx')).CheckPaperPage,
  ),
  page(
    'monitoring/:id',
    'see-monitoring',
    async () => (await import('../features/monitoring/MonitoringPage.tsx')).MonitoringPage,
  ),
  page(
    'monitoring/:id/paper',
    'see-monitoring',
    async () => (await import('../features/monitoring/MonitoringPaperPage.tsx')).MonitoringPaperPage,
  ),
  page(
    'execution',
    'see-execution',
    async () => (await import('../features/execution/ExecutionPage.tsx')).ExecutionPage,
  ),
  page(
    'execution/import',
    'import-executions',
    async () => (await import('../features/execution/ExecutionImportPage.tsx')).ExecutionImportPage,
  ),
  page(
    'evaluation/self',
    'see-self-evaluations',
    async () => (await import('../features/self-evaluation/SelfEvaluationsPage.tsx')).SelfEvaluationsPage,
  ),
  page(
    'evaluation/self/import',
    'import-self-evaluations',
    async () =>
      (await import('../features/self-evaluation/SelfEvaluationImportPage.tsx')).SelfEvaluationImportPage,
  ),
  page(
    'evaluation/credibility',
    'see-credibility',
    async () => (await import('../features/credibility/CredibilityPage.tsx')).CredibilityPage,
  ),
  page(
    'evaluation/self/:id',
    'see-self-evaluations',
    async () => (await import('../features/self-evaluation/SelfEvaluationPage.tsx')).SelfEvaluationPage,
  ),
  page(
    'evaluation/self/:id/paper',
    'see-self-evaluations',
    async () =>
      (await import('../features/self-evaluation/SelfEvaluationPaperPage.tsx')).SelfEvaluationPaperPage,
  ),
  page(
    'evaluation/tasks/:id/figures',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation-figures/FiguresPage.tsx')).FiguresPage,
  ),
  page(
    'evaluation/tasks/:id/kits',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation-kits/KitsPage.tsx')).KitsPage,
  ),
  page(
    'disclosures',
    'see-disclosures',
    async () => (await import('../features/disclosures/DisclosuresPage.tsx')).DisclosuresPage,
  ),
  page(
    'disclosures/set',
    'make-publication-set',
    async () => (await import('../features/disclosures/SetPage.tsx')).SetPage,
  ),
  page(
    'dossier/:goalId',
    'see-dossier',
    async () => (await import('../features/dossier/DossierPage.tsx')).DossierPage,
  ),
  page(
    'dossier/:goalId/paper',
    'see-dossier',
    async () => (await import('../features/dossier/BookletPage.tsx')).BookletPage,
  ),
  page(
    'disposals',
    'see-disposals',
    async () => (await import('../features/disposals/DisposalsPage.tsx')).DisposalsPage,
  ),
  page(
    'disposals/:id',
    'see-disposals',
    async () => (await import('../features/disposals/DisposalPage.tsx')).DisposalPage,
  ),
  page(
    'applications',
    'see-applications',
    async () => (await import('../features/applications/ApplicationsPage.tsx')).ApplicationsPage,
  ),
  page(
    'applications/:id',
    'see-applications',
    async () => (await import('../features/applications/ApplicationPage.tsx')).ApplicationPage,
  ),
  page(
    'evaluation/tasks/:id/result',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/ResultPage.tsx')).ResultPage,
  ),
  page(
    'evaluation/surveys',
    'see-surveys',
    async () => (await import('../features/evaluation/SurveysPage.tsx')).SurveysPage,
  ),
  page(
    'evaluation/surveys/:id',
    'see-surveys',
    async () => (await import('../features/evaluation/SurveyPage.tsx')).SurveyPage,
  ),
  page(
    'evaluation/ranking',
    'see-evaluation-tasks',
    async () => (await import('../features/evaluation/RankingPage.tsx')).RankingPage,
  ),
  page(
    'evaluation/rules',
    'see-evaluation-plan',
    async () => (await import('../features/evaluation/RulesPage.tsx')).RulesPage,
  ),
  page(
    'evaluation/plan',
    'see-evaluation-plan',
    async () => (await import('../features/evaluation-plan/EvaluationPlanPage.tsx')).EvaluationPlanPage,
  ),
  page(
    'supervision',
    'see-supervision',
    async () => (await import('../features/supervision/RegisterPage.tsx')).RegisterPage,
  ),
  page(
    'supervision/reports/:id',
    'see-supervision',
    async () => (await import('../features/supervision/YearReportPage.tsx')).YearReportPage,
  ),
  page(
    'work-plan',
    'see-work-plan',
    async () => (await import('../features/supervision/WorkPlanPage.tsx')).WorkPlanPage,
  ),
  page(
    'exchange',
    'see-exchange',
    async () => (await import('../features/exchange/LedgerPage.tsx')).LedgerPage,
  ),
  page(
    'exchange/peers',
    'see-exchange',
    async () => (await import('../features/exchange/PeersPage.tsx')).PeersPage,
  ),
  page(
    'exchange/card',
    'see-exchange',
    async () => (await import('../features/exchange/CardPage.tsx')).CardPage,
  ),
  page(
    'exchange/send',
    'make-package',
    async () => (await import('../features/exchange/SendPage.tsx')).SendPage,
  ),
  page(
    'exchange/receive',
    'see-exchange',
    async () => (await import('../features/exchange/ReceivePage.tsx')).ReceivePage,
  ),
  page(
    'exchange/board',
    'see-exchange',
    async () => (await import('../features/exchange/BoardPage.tsx')).BoardPage,
  ),
  page(
    'exchange/packages/:id',
    'see-exchange',
    async () => (await import('../features/exchange/PackagePage.tsx')).PackagePage,
  ),
  page(
    'exchange/packages/:id/cover',
    'see-exchange',
    async () => (await import('../features/exchange/CoverPage.tsx')).CoverPage,
  ),
  page(
    'exchange/packages/:id/receipt',
    'see-exchange',
    async () => (await import('../features/exchange/ReceiptPage.tsx')).ReceiptPage,
  ),
  page(
    'exchange/folders',
    'see-exchange',
    async () => (await import('../features/exchange-folders/FoldersPage.tsx')).FoldersPage,
  ),
  {
    ...page(
      'settings',
      null,
      async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
    ),
    children: settings,
  } as RouteObject, // a page with children is no index route, which the type cannot see
  { path: '*', element: <Navigate to="/" replace /> },
]

export const router = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <PageError />,
    // Nothing is drawn until the first page's code is there: under 100 ms, so no skeleton.
    hydrateFallbackElement: <span />,
    children: [{ errorElement: <PageError />, children: pages }],
  },
])
