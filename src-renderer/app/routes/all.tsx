import { Navigate, type RouteObject } from 'react-router'
import { applicationRoutes } from './application.ts'
import { evaluationRoutes } from './evaluation.tsx'
import { exchangeRoutes } from './exchange.ts'
import { goalsRoutes } from './goals.ts'
import { monitoringRoutes } from './monitoring.ts'
import { page } from './page.ts'
import { settingsRoutes } from './settings.tsx'

/** Every page of the house, a file an area. */
export const pages: RouteObject[] = [
  page('', null, async () => (await import('../../features/home/HomePage.tsx')).HomePage),
  page('help', null, async () => (await import('../../features/help/ManualPage.tsx')).ManualPage),
  page('help/paper', null, async () => (await import('../../features/help/ManualPaper.tsx')).ManualPaper),
  page('books', null, async () => (await import('../../features/home/BooksPage.tsx')).BooksPage),
  ...goalsRoutes,
  ...monitoringRoutes,
  ...evaluationRoutes,
  ...applicationRoutes,
  ...exchangeRoutes,
  ...settingsRoutes,
  { path: '*', element: <Navigate to="/" replace /> },
]
