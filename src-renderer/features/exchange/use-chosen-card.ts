import { useState } from 'react'
import { type CardFound, readCard } from '#actions/accept-peer'
import { otherKindText } from '#domain/exchange/package'
import { inspectPackage } from '#exchange/package'
import { bytesOf } from '#ui/collect-files'
import { useToast } from '#ui/Toast.tsx'
import { useFileChoice } from '#ui/use-file-choice.tsx'

export type ReadCard = { bytes: Uint8Array; found: CardFound }

/** A card chosen from a disk, to be compared and trusted; of a file of another kind it is said what it is. */
export function useChosenCard(label: string) {
  const { attempt, say } = useToast()
  const [card, setCard] = useState<ReadCard | null>(null)
  const { ask, field } = useFileChoice({
    label,
    accept: '.jhx',
    onChosen: ([file]) =>
      attempt(async () => {
        const bytes = await bytesOf(file)
        const { purpose } = inspectPackage(bytes).manifest
        if (purpose === 'station') setCard({ bytes, found: await readCard(bytes) })
        else say({ text: otherKindText(purpose, 'station'), severity: 'warning' })
      }),
  })
  return { card, ask, field, close: () => setCard(null) }
}
