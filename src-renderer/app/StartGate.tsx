import { type ReactNode, useEffect, useState } from 'react'
import { connected, DesktopError } from '#desktop'
import { openDatabase } from '#storage/database'
import { ErrorView } from './ErrorBoundary.tsx'

type GateState = { phase: 'opening' | 'open' } | { phase: 'refused'; error: unknown }

/** Opens the database, or shows why it stays closed. */
export function StartGate({ children }: { children: ReactNode }) {
  const [state, setState] = useState<GateState>({ phase: 'opening' })

  useEffect(() => {
    let current = true
    const opened = connected ? openDatabase() : Promise.reject(new DesktopError('not-connected'))
    opened.then(
      () => current && setState({ phase: 'open' }),
      (error: unknown) => current && setState({ phase: 'refused', error }),
    )
    return () => {
      current = false
    }
  }, [])

  if (state.phase === 'opening') return null
  if (state.phase === 'refused') return <ErrorView error={state.error} />
  return children
}
