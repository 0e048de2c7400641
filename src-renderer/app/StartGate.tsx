import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { countsCheck } from '#storage/store-check'
import { codeOf } from '#ui/error-text'
import { ErrorView } from './ErrorBoundary.tsx'
import { type Opened, opening } from './opening.ts'
import { quietFor } from './quiet.ts'

/** Seldom seen, and heavy with what restores. */
const ClockPage = lazy(async () => ({ default: (await import('./ClockPage.tsx')).ClockPage }))
const RecoveryPage = lazy(async () => ({ default: (await import('./RecoveryPage.tsx')).RecoveryPage }))
const UnopenedPage = lazy(async () => ({ default: (await import('./RecoveryPage.tsx')).UnopenedPage }))

type GateState = Opened | { phase: 'opening' } | { phase: 'refused'; error: unknown }

/** What must be counted is counted, book by book, whenever nobody has touched anything for so long. */
const quietMilliseconds = 4000

/** Shows what is wrong with the store, or the program. */
export function StartGate({ children }: { children: ReactNode }) {
  const [state, setState] = useState<GateState>({ phase: 'opening' })

  useEffect(() => {
    let current = true
    opening.then(
      (next) => current && setState(next),
      (error: unknown) => current && setState({ phase: 'refused', error }),
    )
    return () => {
      current = false
    }
  }, [])

  const isOpen = state.phase === 'open'
  const [isAccepted, setAccepted] = useState(false)
  const open = () => setState({ phase: 'open' })
  useEffect(() => {
    if (!isOpen || isAccepted) return
    let isWanted = true
    countsCheck(() => quietFor(quietMilliseconds)).then(
      (faults) => isWanted && faults.length > 0 && setState({ phase: 'damaged', faults }),
      // A store that cannot be read says so to whoever reads it.
      (error: unknown) => console.warn('the store could not be counted', error),
    )
    return () => {
      isWanted = false
    }
  }, [isOpen, isAccepted])

  if (isOpen) return children
  if (state.phase === 'opening') return null
  return (
    <Suspense fallback={null}>
      {state.phase === 'refused' && <Refused error={state.error} />}
      {state.phase === 'damaged' && (
        <RecoveryPage
          faults={state.faults}
          onContinue={() => {
            setAccepted(true)
            open()
          }}
        />
      )}
      {state.phase === 'clock' && <ClockPage fault={state.fault} onContinue={open} />}
    </Suspense>
  )
}

function Refused({ error }: { error: unknown }) {
  const view = <ErrorView error={error} />
  return codeOf(error) === 'database-unavailable' ? <UnopenedPage>{view}</UnopenedPage> : view
}
