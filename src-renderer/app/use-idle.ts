import { useEffect } from 'react'
import { loginRules } from '#domain/people/account'
import { idleWatch } from './touch.ts'

const looksEvery = 5_000

/** Calls when nobody has touched mouse or keyboard for the time of the login rules; a sleeping machine counts too. */
export function useIdle(watching: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!watching) return
    const { idle, end } = idleWatch()
    const timer = window.setInterval(() => {
      if (idle() >= loginRules.idleMinutes * 60_000) onIdle()
    }, looksEvery)
    return () => {
      window.clearInterval(timer)
      end()
    }
  }, [watching, onIdle])
}
