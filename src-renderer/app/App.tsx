import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { ToastProvider } from '#ui/Toast.tsx'
import { theme } from '#ui/theme'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { GlobalErrors } from './GlobalErrors.tsx'
import { SessionGate } from './SessionGate.tsx'
import { StartGate } from './StartGate.tsx'

// The page's content policy allows only styles that carry this start's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce
const styleCache = createCache({ key: 'jh', ...(nonce ? { nonce } : {}) })

export function App() {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={theme}>
        <CssBaseline />
        <ErrorBoundary>
          <ToastProvider>
            <GlobalErrors />
            <StartGate>
              <SessionGate />
            </StartGate>
          </ToastProvider>
        </ErrorBoundary>
      </ThemeProvider>
    </CacheProvider>
  )
}
