import { useEffect } from 'react'
import { loginRules } from '#domain/people/account'

const signs = ['pointerdown', 'keydown', 'wheel'] as const
const looksEvery = 5_000

/** Calls when nobody has touched mouse or keyboard for the time of the login rules; a sleeping machine counts too. */
export function useIdle(watching: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!watching) return
    let last = Date.now()
    const touched = () => {
      last = Date.now()
    }
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
    const timer = window.setInterval(() => {
      if (Date.now() - last >= loginRules.idleMinutes * 60_000) onIdle()
    }, looksEvery)
    return () => {
      window.clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
    }
  }, [watching, onIdle])
}
