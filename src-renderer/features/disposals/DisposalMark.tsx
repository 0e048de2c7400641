import Box from '@mui/material/Box'
import { Fragment } from 'react'
import type { CauseKind, DisposalCause } from '#domain/disposals/disposal'
import { type DisposalGroup, disposalGroups } from '#domain/disposals/groups'
import { causeNames } from '#domain/disposals/words'
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

/** For a cell in which several stand side by side. */
const shortNames: Readonly<Record<CauseKind, string>> = {
  execution: '执行',
  goal: '目标',
  gap: '差异',
  forecast: '结转',
  'spot-check': '核查',
  overdue: '逾期',
}

/** A cause as the shape of its light and its name. */
export function CauseMark(props: { cause: Pick<DisposalCause, 'kind' | 'colour'>; short?: boolean }) {
  const { kind, colour } = props.cause
  const look = lightLooks[colour]
  return (
    <Box component="span" sx={{ color: look.colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{look.shape}</span> {props.short ? shortNames[kind] : causeNames[kind]}
    </Box>
  )
}

/** Causes side by side; an answer that was late twice is named once. */
export function CauseMarks({ causes }: { causes: readonly Pick<DisposalCause, 'kind' | 'colour'>[] }) {
  const known = causes.filter(({ kind }, index) => causes.findIndex((each) => each.kind === kind) === index)
  return (
    <>
      {known.map((cause) => (
        <Fragment key={cause.kind}>
          <CauseMark short cause={cause} />{' '}
        </Fragment>
      ))}
    </>
  )
}
