import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import { PageError } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { applicationRoutes } from './routes/application.ts'
import { evaluationRoutes } from './routes/evaluation.tsx'
import { exchangeRoutes } from './routes/exchange.ts'
import { goalsRoutes } from './routes/goals.ts'
import { monitoringRoutes } from './routes/monitoring.ts'
import { page } from './routes/page.ts'
import { settingsRoutes } from './routes/settings.tsx'

/** Every page of the house, a file an area. */
const pages: RouteObject[] = [
  page('', null, async () => (await import('../features/home/HomePage.tsx')).HomePage),
  page('help', null, async () => (await import('../features/help/ManualPage.tsx')).ManualPage),
  page('help/paper', null, async () => (await import('../features/help/ManualPaper.tsx')).ManualPaper),
  page('books', null, async () => (await import('../features/home/BooksPage.tsx')).BooksPage),
  ...goalsRoutes,
  ...monitoringRoutes,
  ...evaluationRoutes,
  ...applicationRoutes,
  ...exchangeRoutes,
  ...settingsRoutes,
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
