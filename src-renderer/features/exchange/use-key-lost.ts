import { useEffect, useState } from 'react'
import type { Station } from '#domain/exchange/station'
import { useSession } from '#session'
import { openStationKey } from '#storage/station-record'
import { codeOf } from '#ui/error-text'

/** Whether this machine's signing key can be opened no more. Null until it was tried, and where there is none to try. */
export function useKeyLost(station: Station | null): boolean | null {
  const { dataKey } = useSession()
  const [isLost, setIsLost] = useState<boolean | null>(null)
  useEffect(() => {
    if (!station || !dataKey) return
    let isCurrent = true
    openStationKey(station, dataKey).then(
      () => isCurrent && setIsLost(false),
      (error: unknown) => isCurrent && setIsLost(codeOf(error) === 'station-key-lost'),
    )
    return () => {
      isCurrent = false
    }
  }, [station, dataKey])
  return isLost
}
