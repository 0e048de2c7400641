import Box from '@mui/material/Box'
import type { KindCount } from '#domain/evaluation/plan-list'
import type { ObjectKind } from '#domain/goals/goal'
import { colours } from '#ui/theme'

/** How the four kinds stand in the cycle; each opens its objects. */
export function PlanKinds(props: {
  counts: readonly KindCount[]
  kind: ObjectKind | ''
  onChoose: (kind: ObjectKind | '') => void
}) {
  return (
    <Box
      component="ul"
      aria-label="四类对象的覆盖情况"
      sx={{
        flex: 'none',
        display: 'grid',
        gridTemplateColumns: 'repeat(4, 1fr)',
        gap: 2,
        listStyle: 'none',
        m: 0,
        px: 4,
        py: 2,
      }}
    >
      {props.counts.map((count) => (
        <li key={count.kind}>
          <Box
            component="button"
            type="button"
            aria-pressed={props.kind === count.kind}
            onClick={() => props.onChoose(props.kind === count.kind ? '' : count.kind)}
            sx={{
              ...{ width: '100%', p: 2, textAlign: 'left', font: 'inherit', fontSize: 13, cursor: 'pointer' },
              color: colours.text,
              bgcolor: props.kind === count.kind ? colours.selected : colours.surface,
              border: `1px solid ${colours.line}`,
              borderRadius: '4px',
              lineHeight: '20px',
            }}
          >
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {count.name}
              </Box>
              <Box component="span" sx={{ color: colours.secondary }}>
                周期内已评
              </Box>
              <Box component="span" sx={{ fontWeight: 600, fontSize: 16 }}>
                {count.covered} / {count.all}
              </Box>
            </Box>
            <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
              <Box component="span" sx={{ color: count.due > 0 ? colours.attention : colours.secondary }}>
                ▲ 到期 {count.due}
              </Box>
              <Box component="span" sx={{ color: count.overdue > 0 ? colours.alarm : colours.secondary }}>
                ■ 逾期 {count.overdue}
              </Box>
              <Box component="span" sx={{ color: count.chosen > 0 ? colours.ok : colours.secondary }}>
                ● 本年列入 {count.chosen}
              </Box>
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  )
}
