import Box from '@mui/material/Box'
import { type OwnClosingId, ownClosingIds, ownClosingNumbers } from '#domain/applications/own-rules'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { type RulesPart, wholeIn } from './closing-rules-part.ts'
import { cell, Ground, RuleTable } from './parts.tsx'

const heads = [
  ['事项', 36],
  ['本局', 12],
  ['规则包', 18],
  ['依据', 34],
] as const

/** 期限 and the lines of 预算分析: each number beside that of the pack. */
export function NumberRules({ shipped, wanted, readOnly, onChange }: RulesPart) {
  function put(id: OwnClosingId, text: string) {
    const value = wholeIn(text)
    if (value !== null) onChange({ numbers: { ...wanted.numbers, [id]: value } })
  }
  return (
    <Box
      component="section"
      aria-label="期限和分析线"
      tabIndex={0}
      sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}
    >
      <RuleTable label="期限和预算分析的线" heads={heads}>
        {ownClosingIds.map((id) => {
          const { name, unit, about, read, entry } = ownClosingNumbers[id]
          const was = read(shipped)
          const value = wanted.numbers[id] ?? was
          const isOwn = value !== was
          const { clause, mark } = entry(shipped)
          return (
            <tr key={id}>
              <Box component="td" sx={cell}>
                {name}
                <Box sx={{ fontSize: 12, color: colours.secondary }}>{about}</Box>
              </Box>
              <Box component="td" sx={cell}>
                <TextField
                  hideLabel
                  label={`${name}（${unit}）`}
                  align="right"
                  value={String(value)}
                  readOnly={readOnly}
                  onCommit={(text) => put(id, text)}
                />
              </Box>
              <Box component="td" sx={{ ...cell, color: isOwn ? colours.attention : colours.secondary }}>
                {isOwn && <span aria-hidden="true">▲ </span>}
                {isOwn && '原为 '}
                {was} {unit}
              </Box>
              <Ground clause={clause} mark={mark} />
            </tr>
          )
        })}
      </RuleTable>
    </Box>
  )
}
