import Box from '@mui/material/Box'
import { inStates, outStates, type PackageRecord } from '#domain/exchange/package'
import { type PeerState, peerStates, type Trust, trusts } from '#domain/exchange/station'
import { colours } from '#ui/theme'

export const packageLooks = {
  made: ['○', colours.secondary],
  delivered: ['◆', colours.excess],
  accepted: ['●', colours.ok],
  partly: ['▲', colours.attention],
  refused: ['■', colours.alarm],
  dropped: ['○', colours.secondary],
  held: ['▲', colours.attention],
  allowed: ['◆', colours.excess],
  applied: ['●', colours.ok],
  undone: ['○', colours.secondary],
} as const

const words: Readonly<Record<string, string>> = { ...inStates, ...outStates, partly: '部分接收' }

/** The state of a package as shape, word and colour; 部分接收 is called alike at both ends. */
export function PackageMark({ record }: { record: Pick<PackageRecord, 'state' | 'direction'> }) {
  const { state, direction } = record
  const [shape, colour] = packageLooks[state]
  const word = direction === 'in' && state === 'refused' ? inStates.refused : words[state]
  return <Mark shape={shape} colour={colour} word={word ?? state} />
}

export function Mark({ shape, colour, word }: { shape: string; colour: string; word: string }) {
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{shape}</span> {word}
    </Box>
  )
}

export function PeerMark({ state }: { state: PeerState }) {
  return state === 'trusted' ? (
    <Mark shape="●" colour={colours.ok} word={peerStates.trusted} />
  ) : (
    <Mark shape="■" colour={colours.alarm} word={peerStates.revoked} />
  )
}

/** What the signature says, in a sentence. */
export function TrustMark({ trust }: { trust: Trust }) {
  const [shape, colour] =
    trust === 'trusted' || trust === 'own'
      ? (['●', colours.ok] as const)
      : trust === 'unknown' || trust === 'former'
        ? (['▲', colours.attention] as const)
        : (['■', colours.alarm] as const)
  return (
    <Box component="span" sx={{ color: colour }}>
      <span aria-hidden="true">{shape}</span> {trusts[trust]}
    </Box>
  )
}
