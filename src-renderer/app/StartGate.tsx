import { type ReactNode, useEffect, useState } from 'react'
import { checkAtStart } from '#backup/start-check'
import { backupBeforeUpgrade } from '#backup/take'
import { connected, DesktopError } from '#desktop'
import type { ClockFault } from '#domain/clock'
import { checkClock } from '#storage/clock-check'
import { openDatabase } from '#storage/database'
import { countsCheck, type StoreFault } from '#storage/store-check'
import { codeOf } from '#ui/error-text'
import { ClockPage } from './ClockPage.tsx'
import { ErrorView } from './ErrorBoundary.tsx'
import { RecoveryPage, UnopenedPage } from './RecoveryPage.tsx'

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
  await backupBeforeUpgrade()
  await openDatabase()
  const faults = await checkAtStart()
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

  if (state.phase === 'opening') return null
  if (state.phase === 'refused') {
    const view = <ErrorView error={state.error} />
    return codeOf(state.error) === 'database-unavailable' ? <UnopenedPage>{view}</UnopenedPage> : view
  }
  if (state.phase === 'damaged')
    return (
      <RecoveryPage
        faults={state.faults}
        onContinue={() => {
          setAccepted(true)
          open()
        }}
      />
    )
  if (state.phase === 'clock') return <ClockPage fault={state.fault} onContinue={open} />
  return children
}
