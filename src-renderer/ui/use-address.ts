import { useSearchParams } from 'react-router'

type Changes = Readonly<Record<string, string>>

/** What is selected lives in the address: reads it, and sets some of its parts; an empty text takes a part away. */
export function useAddress(): [URLSearchParams, (changes: Changes) => void] {
  const [address, setAddress] = useSearchParams()
  function setInAddress(changes: Changes) {
    const next = newestParts()
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value)
      else next.delete(key)
    }
    setAddress(next, { replace: true })
  }
  return [address, setInAddress]
}

/**
 * As the window has them: the router draws an address after it has changed, and what is chosen before it is drawn would
 * otherwise take back what was chosen just before.
 */
function newestParts(): URLSearchParams {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '')
}
