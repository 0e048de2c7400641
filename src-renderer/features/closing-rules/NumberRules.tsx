import Box from '@mui/material/Box'
import { ownClosingIds, ownClosingNumbers } from '#domain/applications/own-rules'
import { Ground, OwnNumberRow, RuleTable } from '#ui/RuleTable.tsx'
import type { RulesPart } from './closing-rules-part.ts'

const heads = [
  ['事项', 36],
  ['本局', 12],
  ['规则包', 18],
  ['依据', 34],
] as const

/** 期限 and the lines of 预算分析: each number beside that of the pack. */
export function NumberRules({ shipped, wanted, readOnly, onChange }: RulesPart) {
  return (
    <Box
      component="section"
      aria-label="期限和分析线"
      tabIndex={0}
      sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}
    >
      <RuleTable label="期限和预算分析的线" heads={heads}>
        {ownClosingIds.map((id) => {
          const number = ownClosingNumbers[id]
          const was = number.read(shipped)
          return (
            <OwnNumberRow
              key={id}
              number={number}
              was={was}
              value={wanted.numbers[id] ?? was}
              readOnly={readOnly}
              onChange={(value) => onChange({ numbers: { ...wanted.numbers, [id]: value } })}
            >
              <Ground {...number.entry(shipped)} />
            </OwnNumberRow>
          )
        })}
      </RuleTable>
    </Box>
  )
}
