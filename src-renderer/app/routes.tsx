import { createHashRouter, Navigate } from 'react-router'
import { PageError } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'

/** One table: path and page. Pages come when they are first opened. */
export const router = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <PageError />,
    // Nothing is drawn until the first page's code is there: under 100 ms, so no skeleton.
    hydrateFallbackElement: <span />,
    children: [
      {
        errorElement: <PageError />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('../features/home/HomePage.tsx')).HomePage }),
          },
          {
            path: 'books',
            lazy: async () => ({ Component: (await import('../features/home/BooksPage.tsx')).BooksPage }),
          },
          {
            path: 'goals',
            lazy: async () => ({ Component: (await import('../features/goals/LedgerPage.tsx')).LedgerPage }),
          },
          {
            path: 'goals/import',
            lazy: async () => ({ Component: (await import('../features/goals/ImportPage.tsx')).ImportPage }),
          },
          {
            path: 'goals/library',
            lazy: async () => ({
              Component: (await import('../features/goals/LibraryPage.tsx')).LibraryPage,
            }),
          },
          {
            path: 'goals/:id',
            lazy: async () => ({ Component: (await import('../features/goals/GoalPage.tsx')).GoalPage }),
          },
          {
            path: 'goals/:id/paper',
            lazy: async () => ({
              Component: (await import('../features/goals/GoalPaperPage.tsx')).GoalPaperPage,
            }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
            }),
            children: [
              { index: true, element: <Navigate to="units" replace /> },
              {
                path: 'units',
                lazy: async () => ({
                  Component: (await import('../features/settings/UnitsTab.tsx')).UnitsTab,
                }),
              },
              {
                path: 'sections',
                lazy: async () => ({
                  Component: (await import('../features/settings/SectionsTab.tsx')).SectionsTab,
                }),
              },
              {
                path: 'book',
                lazy: async () => ({ Component: (await import('../features/settings/BookTab.tsx')).BookTab }),
              },
              {
                path: 'rules',
                lazy: async () => ({
                  Component: (await import('../features/settings/RulesTab.tsx')).RulesTab,
                }),
              },
              {
                path: 'regulations',
                lazy: async () => ({
                  Component: (await import('../features/settings/RegulationsTab.tsx')).RegulationsTab,
                }),
              },
              {
                path: 'audit',
                lazy: async () => ({
                  Component: (await import('../features/settings/AuditTab.tsx')).AuditTab,
                }),
              },
              {
                path: 'about',
                lazy: async () => ({
                  Component: (await import('../features/settings/AboutTab.tsx')).AboutTab,
                }),
              },
            ],
          },
          { path: '*', element: <Navigate to="/" replace /> },
        ],
      },
    ],
  },
])
