import type { RouteObject } from 'react-router'
import { page } from './page.ts'

/** 应用与考核, 三全覆盖. */
export const applicationRoutes: RouteObject[] = [
  page(
    'coverage',
    'see-coverage',
    async () => (await import('../../features/coverage-map/CoveragePage.tsx')).CoveragePage,
  ),
  page(
    'coverage/list',
    'see-coverage',
    async () => (await import('../../features/coverage-map/CoverageListPage.tsx')).CoverageListPage,
  ),
  page(
    'coverage/road',
    'see-coverage',
    async () => (await import('../../features/coverage-map/RoadPage.tsx')).RoadPage,
  ),
  page(
    'closing-rules',
    'see-applications',
    async () => (await import('../../features/closing-rules/ClosingRulesPage.tsx')).ClosingRulesPage,
  ),
  page(
    'analysis',
    'see-analysis',
    async () => (await import('../../features/analysis/AnalysisPage.tsx')).AnalysisPage,
  ),
  page(
    'appraisals',
    'see-appraisals',
    async () => (await import('../../features/appraisals/AppraisalsPage.tsx')).AppraisalsPage,
  ),
  page(
    'appraisals/live',
    'see-appraisals',
    async () => (await import('../../features/appraisals/LivePage.tsx')).LivePage,
  ),
  page(
    'appraisals/schemes',
    'see-schemes',
    async () => (await import('../../features/appraisals/SchemesPage.tsx')).SchemesPage,
  ),
  page(
    'appraisals/schemes/:id',
    'see-schemes',
    async () => (await import('../../features/appraisals/SchemePage.tsx')).SchemePage,
  ),
  page(
    'appraisals/:id',
    'see-appraisals',
    async () => (await import('../../features/appraisals/AppraisalPage.tsx')).AppraisalPage,
  ),
  page(
    'appraisals/:id/ranking',
    'see-schemes',
    async () => (await import('../../features/appraisals/RankingPage.tsx')).RankingPage,
  ),
  page(
    'appraisals/:id/paper',
    'see-appraisals',
    async () => (await import('../../features/appraisals/BinderPage.tsx')).BinderPage,
  ),
  page(
    'disclosures',
    'see-disclosures',
    async () => (await import('../../features/disclosures/DisclosuresPage.tsx')).DisclosuresPage,
  ),
  page(
    'disclosures/set',
    'make-publication-set',
    async () => (await import('../../features/disclosures/SetPage.tsx')).SetPage,
  ),
  page(
    'dossier/:goalId',
    'see-dossier',
    async () => (await import('../../features/dossier/DossierPage.tsx')).DossierPage,
  ),
  page(
    'dossier/:goalId/paper',
    'see-dossier',
    async () => (await import('../../features/dossier/BookletPage.tsx')).BookletPage,
  ),
  page(
    'applications',
    'see-applications',
    async () => (await import('../../features/applications/ApplicationsPage.tsx')).ApplicationsPage,
  ),
  page(
    'applications/:id',
    'see-applications',
    async () => (await import('../../features/applications/ApplicationPage.tsx')).ApplicationPage,
  ),
  page(
    'supervision',
    'see-supervision',
    async () => (await import('../../features/supervision/RegisterPage.tsx')).RegisterPage,
  ),
  page(
    'supervision/reports/:id',
    'see-supervision',
    async () => (await import('../../features/supervision/YearReportPage.tsx')).YearReportPage,
  ),
  page(
    'work-plan',
    'see-work-plan',
    async () => (await import('../../features/supervision/WorkPlanPage.tsx')).WorkPlanPage,
  ),
]
