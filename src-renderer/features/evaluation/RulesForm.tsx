import Box from '@mui/material/Box'
import {
  type OwnEvaluationWanted,
  type OwnGroup,
  ownEvaluationIds,
  ownEvaluationNumbers,
  ownGroups,
} from '#domain/evaluation/own-rules'
import type { EvaluationRules } from '#domain/evaluation/rules'
import { Ground, OwnNumberRow, RuleTable } from '#ui/RuleTable.tsx'

const heads = [
  ['事项', 36],
  ['本局', 14],
  ['规则包', 20],
  ['依据', 30],
] as const

/** The numbers beside those of the pack, with the clause and mark of each; what the bureau set is marked. */
export function RulesForm(props: {
  shipped: EvaluationRules
  wanted: OwnEvaluationWanted
  readOnly: boolean
  onChange: (wanted: OwnEvaluationWanted) => void
}) {
  const { shipped, wanted } = props
  const groups = Object.entries(ownGroups) as [OwnGroup, string][] // the entries of the table
  return groups.map(([group, title]) => (
    <Box key={group} sx={{ mb: 4 }}>
      <RuleTable label={title} isTitled heads={heads}>
        {ownEvaluationIds
          .filter((id) => ownEvaluationNumbers[id].group === group)
          .map((id) => {
            const number = ownEvaluationNumbers[id]
            const was = number.read(shipped)
            return (
              <OwnNumberRow
                key={id}
                number={number}
                was={was}
                value={wanted[id] ?? was}
                readOnly={props.readOnly}
                onChange={(value) => props.onChange({ ...wanted, [id]: value })}
              >
                <Ground {...number.entry(shipped)} />
              </OwnNumberRow>
            )
          })}
      </RuleTable>
    </Box>
  ))
}
