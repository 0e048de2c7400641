import { type Verdict, verdicts } from '#domain/exchange/rehearsal'
import { colours } from '#ui/theme'
import { Mark } from './PackageMark.tsx'

const looks = {
  new: ['●', colours.ok],
  changed: ['◆', colours.excess],
  merged: ['◆', colours.excess],
  conflict: ['■', colours.alarm],
  deleted: ['▲', colours.attention],
  same: ['○', colours.secondary],
  kept: ['○', colours.secondary],
  refused: ['■', colours.alarm],
} as const satisfies Record<Verdict, readonly [string, string]>

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const [shape, colour] = looks[verdict]
  return <Mark shape={shape} colour={colour} word={verdicts[verdict]} />
}
