import type { MilestoneState } from '#domain/coverage-map/milestone'
import { colours } from '#ui/theme'

/** Shape and colour of a target's state; the word stands beside them. */
export const stateLooks: Readonly<Record<MilestoneState, { shape: string; colour: string }>> = {
  open: { shape: '○', colour: colours.empty },
  running: { shape: '◆', colour: colours.excess },
  partly: { shape: '▲', colour: colours.attention },
  done: { shape: '●', colour: colours.ok },
}
