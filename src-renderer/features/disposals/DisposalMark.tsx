import Box from '@mui/material/Box'
import type { CauseKind, DisposalCause } from '#domain/disposals/disposal'
import { otherCauses } from '#domain/disposals/disposal'
import { type DisposalGroup, disposalGroups } from '#domain/disposals/groups'
import { lightKinds } from '#domain/monitoring/lights'
import { lightLooks } from '#ui/LightMark.tsx'
import { colours } from '#ui/theme'

export const groupLooks: Readonly<Record<DisposalGroup, { shape: string; colour: string }>> = {
  proposed: { shape: '○', colour: colours.secondary },
  acting: { shape: '◆', colour: colours.excess },
  overdue: { shape: '■', colour: colours.alarm },
  answered: { shape: '◆', colour: colours.excess },
  reviewed: { shape: '◆', colour: colours.excess },
  closed: { shape: '●', colour: colours.ok },
  dropped: { shape: '—', colour: colours.secondary },
}

/** State of a disposal on a day as shape, word and colour. */
export function DisposalMark({ group }: { group: DisposalGroup }) {
  const look = groupLooks[group]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {disposalGroups[group]}
    </Box>
  )
}

export const causeNames: Readonly<Record<CauseKind, string>> = { ...lightKinds, ...otherCauses }

/** A cause as the shape of its light and its name. */
export function CauseMark({ cause }: { cause: Pick<DisposalCause, 'kind' | 'colour'> }) {
  const look = lightLooks[cause.colour]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {causeNames[cause.kind]}
    </Box>
  )
}
