import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Board } from '#domain/dashboard/board'
import { monthsText } from '#domain/monitoring/round'
import { colours } from '#ui/theme'
import { BoardFigures } from './BoardFigures.tsx'
import { BoardPicture } from './BoardPicture.tsx'
import { BoardWarnings } from './BoardWarnings.tsx'
import type { DrillTo } from './board-address.ts'
import { boardPictures } from './board-pictures.ts'

const panels = {
  figures: '总体情况',
  line: '各月支出',
  lights: '单位亮灯',
  stages: '环节亮灯',
  ranking: '进度排名',
  heat: '项目进度',
  unspent: '年底结余',
  warnings: '预警项目',
} as const
type Panel = keyof typeof panels
const panelList = Object.keys(panels) as Panel[] // the keys of the table

/** Letters as large as the back row needs. */
const zoom = 1.5

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
}

/** One panel at a time over the whole window: → and ← (or a presenter's keys) turn, Esc leaves. */
export function MeetingView(props: {
  board: Board
  to: DrillTo
  panel: string
  onPanel: (panel: string) => void
}) {
  const { board, to, onPanel } = props
  const panel: Panel = panelList.find((each) => each === props.panel) ?? 'figures'
  const at = panelList.indexOf(panel)
  function turn(by: number) {
    const next = panelList[at + by]
    if (next) onPanel(next)
  }
  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key]
    // A button that has the focus keeps its space bar.
    if (step === undefined || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    turn(step)
  }
  return (
    <Dialog
      fullScreen
      open
      onClose={() => onPanel('')}
      onKeyDown={onKeyDown}
      aria-labelledby="meeting-title"
      slotProps={{ paper: { sx: { borderRadius: 0 } } }}
    >
      <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', bgcolor: colours.page }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 6, py: 3 }}>
          <Box component="h1" id="meeting-title" sx={{ m: 0, fontSize: 22, fontWeight: 600, flex: 1 }}>
            {board.year} 年 {monthsText(board.filter.month)}
            {board.scope && `　${board.scope}`}　{panels[panel]}
          </Box>
          <Box role="status" sx={{ color: colours.secondary }}>
            {at + 1} / {panelList.length}
          </Box>
          <Button variant="outlined" disabled={at === 0} onClick={() => turn(-1)}>
            ← 上一页
          </Button>
          <Button variant="outlined" disabled={at === panelList.length - 1} onClick={() => turn(1)}>
            下一页 →
          </Button>
          <Button color="inherit" onClick={() => onPanel('')}>
            退出 Esc
          </Button>
        </Box>
        <Box
          sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 6, pb: 6 }}
          tabIndex={0}
          role="region"
          aria-label={panels[panel]}
        >
          <PanelBody key={panel} panel={panel} board={board} to={to} />
        </Box>
      </Box>
    </Dialog>
  )
}

function PanelBody({ panel, board, to }: { panel: Panel; board: Board; to: DrillTo }) {
  const [asTable, setAsTable] = useState(false)
  const pictures = useMemo(
    () => boardPictures(board, to, panel === 'stages' ? 'stage' : 'unit'),
    [board, to, panel],
  )
  if (panel === 'figures')
    return (
      <Box sx={{ display: 'grid', gap: 6 }}>
        <BoardFigures board={board} to={to} large />
        {[pictures.line, pictures.lights, pictures.ranking, pictures.heat].map(({ id, title }) => (
          <Box key={id} sx={{ fontSize: 22 }}>
            {title}
          </Box>
        ))}
      </Box>
    )
  if (panel === 'warnings') return <BoardWarnings board={board} to={to} />
  const picture = pictures[panel === 'stages' ? 'lights' : panel]
  return (
    <BoardPicture
      picture={picture}
      asTable={asTable}
      onTable={setAsTable}
      height={Math.max(picture.height * zoom, window.innerHeight - 190)}
      zoom={zoom}
    />
  )
}
