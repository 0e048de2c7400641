import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import type { EvaluationTask } from '#domain/evaluation/task'
import { bareIndicators } from '#domain/evaluation/task-checks'
import { formatWeight } from '#domain/goals/weights'
import { colours } from '#ui/theme'

/** 指标 × 佐证: which material proves which indicator; an indicator without any is marked. */
export function EvidenceMap(props: {
  task: EvaluationTask
  readOnly: boolean
  onTie: (materialId: string, indicatorId: string, isTied: boolean) => void
}) {
  const { task } = props
  const bare = new Set(bareIndicators(task))
  const indicators = indicatorsOf(task.system)
  return (
    <Box
      component="section"
      aria-label="指标与佐证对照"
      sx={{ bgcolor: colours.surface, border: `1px solid ${colours.line}`, borderRadius: '4px', p: 3 }}
    >
      <Typography variant="h2" sx={{ fontSize: 15 }}>
        指标与佐证对照
      </Typography>
      <Box sx={{ fontSize: 13, mb: 2, color: bare.size > 0 ? colours.attention : colours.ok }}>
        {bare.size > 0
          ? `▲ ${indicators.length} 个指标中有 ${bare.size} 个还没有佐证`
          : `● ${indicators.length} 个指标都有佐证`}
      </Box>
      <Box tabIndex={0} role="group" aria-label="对照表" sx={{ overflow: 'auto', maxHeight: 420 }}>
        <Box component="table" sx={mapStyle}>
          <thead>
            <tr>
              <th scope="col">指标</th>
              <th scope="col">所需佐证</th>
              {task.materials.map(({ id, number, name }) => (
                <th scope="col" key={id} title={name} style={{ width: 44 }}>
                  {number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <tr key={indicator.id}>
                <Box component="td" sx={{ color: bare.has(indicator.id) ? colours.attention : colours.text }}>
                  {bare.has(indicator.id) && <span aria-hidden="true">▲ </span>}
                  {indicator.name}（{formatWeight(indicator.points)}）
                </Box>
                <Box component="td" sx={{ color: colours.secondary }}>
                  {indicator.evidence}
                </Box>
                {task.materials.map((material) => {
                  const isTied = material.indicatorIds.includes(indicator.id)
                  return (
                    <td key={material.id} style={{ textAlign: 'center' }}>
                      <input
                        type="checkbox"
                        aria-label={`${indicator.name} 由 ${material.number} 证明`}
                        checked={isTied}
                        disabled={props.readOnly}
                        onChange={() => props.onTie(material.id, indicator.id, !isTied)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  )
}

const mapStyle = {
  borderCollapse: 'collapse',
  width: '100%',
  fontSize: 13,
  lineHeight: '18px',
  '& th': {
    position: 'sticky',
    top: 0,
    bgcolor: colours.head,
    fontWeight: 600,
    textAlign: 'left',
    zIndex: 1,
  },
  '& th, & td': { p: '3px 6px', border: `1px solid ${colours.line}` },
} as const
