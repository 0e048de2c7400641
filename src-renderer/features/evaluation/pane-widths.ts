import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { savePreference } from '#actions/save-preference'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'

const key = 'score-evidence-width'
const usual = 380

/** Width of the evidence beside the desk: as it was left on this machine. */
export function useEvidenceWidth(): [number, (width: number) => void] {
  const { attempt } = useToast()
  const kept = useLiveQuery(() => preference(key), [])
  // While it is dragged the kept width follows a moment later.
  const [own, setOwn] = useState<number | null>(null)
  return [
    own ?? (typeof kept === 'number' ? kept : usual),
    (width) => {
      setOwn(width)
      attempt(() => savePreference(key, width))
    },
  ]
}
