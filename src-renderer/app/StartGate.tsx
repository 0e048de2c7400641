import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { checkAtStart, ownBackups } from '#backup/start-check'
import { connected, DesktopError } from '#desktop'
import type { ClockFault } from '#domain/clock'
import { checkClock } from '#storage/clock-check'
import { olderVersion, openDatabase } from '#storage/database'
import { openDerived } from '#storage/derived'
import { countsCheck, type StoreFault } from '#storage/store-check'
import { codeOf } from '#ui/error-text'
import { ErrorView } from './ErrorBoundary.tsx'

/** Seldom seen, and heavy with what restores. */
const ClockPage = lazy(async () => ({ default: (await import('./ClockPage.tsx')).ClockPage }))
const RecoveryPage = lazy(async () => ({ default: (await import('./RecoveryPage.tsx')).RecoveryPage }))
const UnopenedPage = lazy(async () => ({ default: (await import('./RecoveryPage.tsx')).UnopenedPage }))

type GateState =
  | { phase: 'opening' | 'open' }
  | { phase: 'damaged'; faults: readonly StoreFault[] }
  | { phase: 'clock'; fault: ClockFault }
  | { phase: 'refused'; error: unknown }

/** So long after the first page stands what must be counted is counted. */
const countingDelay = 5000

/** Opens, then looks quickly whether everything is there. */
async function openChecked(): Promise<GateState> {
  if (!connected) throw new DesktopError('not-connected')
  if ((await olderVersion()) !== null) await (await import('#backup/take')).backupBeforeUpgrade()
  void openDerived()
  const [own] = await Promise.all([ownBackups(), openDatabase()])
  const faults = await checkAtStart(own)
  return faults.length === 0 ? clockChecked() : { phase: 'damaged', faults }
}

async function clockChecked(): Promise<GateState> {
  const fault = await checkClock(new Date().toISOString())
  return fault ? { phase: 'clock', fault } : { phase: 'open' }
}

/** Opens the database and looks whether it is whole, or shows what is wrong. */
export function StartGate({ children }: { children: ReactNode }) {
  const [state, setState] = useState<GateState>({ phase: 'opening' })

  useEffect(() => {
    let current = true
    openChecked().then(
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
    const timer = setTimeout(() => {
      countsCheck().then(
        (faults) => faults.length > 0 && setState({ phase: 'damaged', faults }),
        // A store that cannot be read says so to whoever reads it.
        (error: unknown) => console.warn('the store could not be counted', error),
      )
    }, countingDelay)
    return () => clearTimeout(timer)
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
