import { type Measure, measureList, measures } from '#domain/disposals/rules'
import type { Problem } from '#domain/problem'
import { ChoiceField } from '#ui/TextField.tsx'

/** 处置措施: what the rules propose first and marked, then the others. */
export function MeasureChoice(props: {
  label: string
  hideLabel?: boolean
  value: Measure
  proposed: readonly Measure[]
  readOnly?: boolean
  problems?: readonly Problem[]
  onCommit: (measure: Measure) => void
}) {
  const { proposed, onCommit, ...field } = props
  const others = measureList.filter((measure) => !proposed.includes(measure))
  const named = [...proposed, ...others].map((measure) => [
    measure,
    proposed.includes(measure) ? `${measures[measure]}（规则建议）` : measures[measure],
  ])
  // In the order of the proposals: the keys of an object keep the order in which they were set.
  const ordered = Object.fromEntries(named) as Readonly<Record<Measure, string>> // every measure is named once
  return (
    <ChoiceField {...field} choices={ordered} onCommit={(measure) => measure !== '' && onCommit(measure)} />
  )
}
