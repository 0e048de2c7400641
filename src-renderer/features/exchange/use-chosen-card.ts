import { type ChangeEvent, useState } from 'react'
import { type CardFound, readCard } from '#actions/accept-peer'
import { otherKindText } from '#domain/exchange/package'
import { inspectPackage } from '#exchange/package'
import { useToast } from '#ui/Toast.tsx'

export type ReadCard = { bytes: Uint8Array; found: CardFound }

/** A card chosen from a disk, to be compared and trusted; of a file of another kind it is said what it is. */
export function useChosenCard() {
  const { attempt, say } = useToast()
  const [card, setCard] = useState<ReadCard | null>(null)
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    attempt(async () => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { purpose } = inspectPackage(bytes).manifest
      if (purpose === 'station') setCard({ bytes, found: await readCard(bytes) })
      else say({ text: otherKindText(purpose, 'station'), severity: 'warning' })
    })
  }
  return { card, choose, close: () => setCard(null) }
}
