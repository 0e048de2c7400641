import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SectionWork } from '#domain/supervision/work-item'
import { colours } from '#ui/theme'

/** What every section has due, done and late by today; its name filters the list. */
export function SectionTable(props: {
  figures: readonly SectionWork[]
  nameOf: (sectionId: string) => string
  chosen: string
  onChoose: (sectionId: string) => void
}) {
  const head = { p: 1, textAlign: 'right', fontWeight: 600 } as const
  const figure = { p: 1, textAlign: 'right' } as const
  return (
    <Box
      component="section"
      aria-label="科室完成情况"
      tabIndex={0}
      sx={{
        width: 'min(348px, 38vw)',
        flex: 'none',
        overflow: 'auto',
        p: 3,
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ fontWeight: 600, mb: 1 }}>科室完成情况（截至今天）</Box>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13 }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...head, textAlign: 'left' }}>
              科室
            </Box>
            {['到期', '完成', '逾期'].map((name) => (
              <Box key={name} component="th" scope="col" sx={head}>
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.figures.map(({ sectionId, due, done, late }) => (
            <Box
              component="tr"
              key={sectionId}
              sx={{
                borderTop: `1px solid ${colours.line}`,
                bgcolor: sectionId === props.chosen ? colours.selected : '',
              }}
            >
              <td>
                <Button
                  size="small"
                  sx={{ px: 1, minWidth: 0, textAlign: 'left' }}
                  onClick={() => props.onChoose(sectionId === props.chosen ? '' : sectionId)}
                >
                  {props.nameOf(sectionId)}
                </Button>
              </td>
              <Box component="td" sx={figure}>
                {due}
              </Box>
              <Box component="td" sx={figure}>
                {done}
              </Box>
              <Box component="td" sx={{ ...figure, color: late > 0 ? colours.alarm : colours.text }}>
                {late > 0 && <span aria-hidden="true">■ </span>}
                {late}
              </Box>
            </Box>
          ))}
        </tbody>
      </Box>
      <Box sx={{ mt: 2, fontSize: 12, color: colours.secondary }}>
        到期：期限不晚于今天的工作。完成：其中经确认的。逾期：其中期限过后才报完成或仍未报的。供局内科室考核使用。
      </Box>
    </Box>
  )
}
