import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { savePreference } from '#actions/save-preference'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'

/** The panes of the desk: how wide they begin and how far they go; the item between them keeps its room at 1366. */
export const scorePanes = {
  list: { key: 'score-list-width', usual: 236, least: 180, most: 420 },
  evidence: { key: 'score-evidence-width', usual: 380, least: 300, most: 900 },
} as const

/** Width of a pane of the desk: as it was left on this machine. */
export function usePaneWidth(pane: keyof typeof scorePanes): [number, (width: number) => void] {
  const { key, usual } = scorePanes[pane]
  const { attempt } = useToast()
  const kept = useLiveQuery(() => preference(key), [key])
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
