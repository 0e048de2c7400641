import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { isOpenForSelf } from '#domain/appraisals/flow'
import { itemScore } from '#domain/appraisals/score'
import { scoreText } from '#domain/evaluation/points'
import { colours } from '#ui/theme'

const rowStyle = {
  display: 'flex',
  width: '100%',
  alignItems: 'baseline',
  gap: 2,
  textAlign: 'left',
  fontSize: 13,
  lineHeight: '20px',
  p: '5px 12px',
  '&[aria-current=true]': { bgcolor: colours.selected, boxShadow: `inset 3px 0 0 ${colours.primary}` },
} as const

/** The items of an appraisal by their groups, each with its score so far out of its points. */
export function ItemList(props: { appraisal: Appraisal; chosen: string; onChoose: (id: string) => void }) {
  const { appraisal, chosen, onChoose } = props
  const stage = isOpenForSelf(appraisal.state) ? 'self' : 'final'
  return (
    <Box
      component="nav"
      aria-label="考核指标目录"
      sx={{
        width: 250,
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderRight: `1px solid ${colours.line}`,
      }}
    >
      {appraisal.scheme.groups.map((group) => (
        <Box key={group.id}>
          <Box sx={{ display: 'flex', p: '6px 12px', fontSize: 13, fontWeight: 600, bgcolor: colours.head }}>
            <Box sx={{ flex: 1 }}>{group.name}</Box>
            <Box>{group.points / 100} 分</Box>
          </Box>
          {group.items.map((item) => {
            const score = itemScore(item, appraisal)[stage]
            return (
              <ButtonBase
                key={item.id}
                aria-current={item.id === chosen}
                onClick={() => onChoose(item.id)}
                sx={rowStyle}
              >
                <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
                  {item.name}
                </Box>
                <Box
                  component="span"
                  sx={{
                    whiteSpace: 'nowrap',
                    color:
                      score === null
                        ? colours.secondary
                        : score < item.points
                          ? colours.attention
                          : colours.ok,
                  }}
                >
                  {score === null ? '○ 未评' : scoreText(score)}
                  <Box component="span" sx={{ color: colours.secondary }}>
                    {' '}
                    / {item.points / 100}
                  </Box>
                </Box>
              </ButtonBase>
            )
          })}
        </Box>
      ))}
      <ButtonBase
        aria-current={chosen === 'extras'}
        onClick={() => onChoose('extras')}
        sx={{ ...rowStyle, fontWeight: 600 }}
      >
        加分、扣分和填报人
      </ButtonBase>
    </Box>
  )
}
