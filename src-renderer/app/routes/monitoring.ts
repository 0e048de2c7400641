import type { RouteObject } from 'react-router'
import { page } from './page.ts'

/** 监控: the board, execution, rounds, disposals. */
export const monitoringRoutes: RouteObject[] = [
  page(
    'dashboard',
    'see-dashboard',
    async () => (await import('../../features/dashboard/DashboardPage.tsx')).DashboardPage,
  ),
  page(
    'dashboard/projects',
    'see-dashboard',
    async () => (await import('../../features/dashboard/ProjectsPage.tsx')).ProjectsPage,
  ),
  page(
    'dashboard/frozen',
    'see-dashboard',
    async () => (await import('../../features/dashboard/FrozenPages.tsx')).FrozenListPage,
  ),
  page(
    'dashboard/frozen/:id',
    'see-dashboard',
    async () => (await import('../../features/dashboard/FrozenPages.tsx')).FrozenPage,
  ),
  page(
    'dashboard/brief/:id',
    'see-dashboard',
    async () => (await import('../../features/dashboard/BriefPage.tsx')).BriefPage,
  ),
  page(
    'monitoring',
    'see-monitoring',
    async () => (await import('../../features/monitoring/MonitoringsPage.tsx')).MonitoringsPage,
  ),
  page(
    'monitoring/fill',
    'save-monitoring',
    async () => (await import('../../features/monitoring/FillPage.tsx')).FillPage,
  ),
  page(
    'monitoring/plan',
    'see-monitoring',
    async () => (await import('../../features/monitoring/PlanPage.tsx')).PlanPage,
  ),
  page(
    'monitoring/import',
    'import-monitorings',
    async () => (await import('../../features/monitoring/MonitoringImportPage.tsx')).MonitoringImportPage,
  ),
  page(
    'monitoring/lines',
    'see-monitoring',
    async () => (await import('../../features/monitoring/LinesPage.tsx')).LinesPage,
  ),
  page(
    'monitoring/reports',
    'see-round-reports',
    async () => (await import('../../features/round-reports/RoundReportsPage.tsx')).RoundReportsPage,
  ),
  page(
    'monitoring/reports/:id',
    'see-round-reports',
    async () => (await import('../../features/round-reports/RoundReportPage.tsx')).RoundReportPage,
  ),
  page(
    'monitoring/screening',
    'see-screening',
    async () => (await import('../../features/screening/ScreeningPage.tsx')).ScreeningPage,
  ),
  page(
    'monitoring/checks',
    'see-spot-checks',
    async () => (await import('../../features/screening/ChecksPage.tsx')).ChecksPage,
  ),
  page(
    'monitoring/checks/:id',
    'see-spot-checks',
    async () => (await import('../../features/screening/CheckPage.tsx')).CheckPage,
  ),
  page(
    'monitoring/checks/:id/paper',
    'see-spot-checks',
    async () => (await import('../../features/screening/CheckPaperPage.tsx')).CheckPaperPage,
  ),
  page(
    'monitoring/:id',
    'see-monitoring',
    async () => (await import('../../features/monitoring/MonitoringPage.tsx')).MonitoringPage,
  ),
  page(
    'monitoring/:id/paper',
    'see-monitoring',
    async () => (await import('../../features/monitoring/MonitoringPaperPage.tsx')).MonitoringPaperPage,
  ),
  page(
    'execution',
    'see-execution',
    async () => (await import('../../features/execution/ExecutionPage.tsx')).ExecutionPage,
  ),
  page(
    'execution/import',
    'import-executions',
    async () => (await import('../../features/execution/ExecutionImportPage.tsx')).ExecutionImportPage,
  ),
  page(
    'disposals',
    'see-disposals',
    async () => (await import('../../features/disposals/DisposalsPage.tsx')).DisposalsPage,
  ),
  page(
    'disposals/:id',
    'see-disposals',
    async () => (await import('../../features/disposals/DisposalPage.tsx')).DisposalPage,
  ),
]
