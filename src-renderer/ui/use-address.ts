import { useSearchParams } from 'react-router'

type Changes = Readonly<Record<string, string>>

/** What is selected lives in the address: reads it, and sets some of its parts; an empty text takes a part away. */
export function useAddress(): [URLSearchParams, (changes: Changes) => void] {
  const [address, setAddress] = useSearchParams()
  function setInAddress(changes: Changes) {
    setAddress(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value)
          else next.delete(key)
        }
        return next
      },
      { replace: true },
    )
  }
  return [address, setInAddress]
}
