import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'

export type Progress = { doing: string; done: number; total: number; name: string }

type OnProgress = (done: number, total: number, name: string) => void

/** At most one drawing in 150 ms: drawing must not slow down what it shows. */
export function throttled(show: OnProgress): OnProgress {
  let last = 0
  return (done, total, name) => {
    const now = performance.now()
    if (now - last < 150 && done < total) return
    last = now
    show(done, total, name)
  }
}

/** 识别: how far, which file, and the way out. */
export function ReadingProgress(props: { progress: Progress; onCancel: () => void }) {
  const { doing, done, total, name } = props.progress
  return (
    <Box
      sx={{
        m: 4,
        p: 6,
        display: 'grid',
        gap: 3,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 4 }}>
        <Typography variant="h2" role="status">
          {doing} {done} / {total}
        </Typography>
        <Typography variant="body2" noWrap sx={{ flex: 1, color: 'text.secondary' }}>
          {name}
        </Typography>
        <Button variant="outlined" onClick={props.onCancel}>
          取消
        </Button>
      </Box>
      <LinearProgress
        variant="determinate"
        aria-label={doing}
        value={total === 0 ? 0 : (done / total) * 100}
        // A gliding bar would take from the reading what it draws.
        sx={{ height: 6, '& .MuiLinearProgress-bar': { transition: 'none' } }}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        取消后不会写入任何内容。
      </Typography>
    </Box>
  )
}
