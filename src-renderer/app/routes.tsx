import { createHashRouter } from 'react-router'
import { PageError } from './ErrorBoundary.tsx'
import { Frame } from './Frame.tsx'
import { pages } from './routes/all.tsx'

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
