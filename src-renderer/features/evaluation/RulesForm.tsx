import Box from '@mui/material/Box'
import {
  type OwnEvaluationId,
  type OwnEvaluationWanted,
  type OwnGroup,
  ownEvaluationIds,
  ownEvaluationNumbers,
  ownGroups,
} from '#domain/evaluation/own-rules'
import type { EvaluationRules } from '#domain/evaluation/rules'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'

const cell = {
  p: '6px 8px',
  borderBottom: `1px solid ${colours.line}`,
  textAlign: 'left',
  verticalAlign: 'top',
} as const

/** The numbers beside those of the pack, with the clause and mark of each; what the bureau set is marked. */
export function RulesForm(props: {
  shipped: EvaluationRules
  wanted: OwnEvaluationWanted
  readOnly: boolean
  onChange: (wanted: OwnEvaluationWanted) => void
}) {
  const { shipped, wanted, readOnly } = props
  const groups = Object.entries(ownGroups) as [OwnGroup, string][] // the entries of the table

  function put(id: OwnEvaluationId, text: string) {
    const plain = text.normalize('NFKC').replace(/[\s%]/g, '')
    if (/^\d{1,4}$/.test(plain)) props.onChange({ ...wanted, [id]: Number(plain) })
  }

  return groups.map(([group, title]) => (
    <Box
      key={group}
      component="table"
      aria-label={title}
      sx={{ borderCollapse: 'collapse', width: '100%', fontSize: 13, mb: 4, tableLayout: 'fixed' }}
    >
      <Box component="caption" sx={{ textAlign: 'left', fontSize: 14, fontWeight: 600, pb: 1 }}>
        {title}
      </Box>
      <thead>
        <tr>
          {['事项', '本局', '规则包', '依据'].map((name, index) => (
            <Box
              key={name}
              component="th"
              scope="col"
              sx={{
                ...cell,
                width: ['36%', '14%', '20%', '30%'][index],
                bgcolor: colours.head,
                fontWeight: 500,
              }}
            >
              {name}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {ownEvaluationIds
          .filter((id) => ownEvaluationNumbers[id].group === group)
          .map((id) => {
            const { name, unit, about, read, entry } = ownEvaluationNumbers[id]
            const was = read(shipped)
            const value = wanted[id] ?? was
            const { clause, mark } = entry(shipped)
            const isOwn = value !== was
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
                <Box component="td" sx={{ ...cell, fontSize: 12, color: colours.secondary }}>
                  〔{mark}〕{clause}
                </Box>
              </tr>
            )
          })}
      </tbody>
    </Box>
  ))
}
