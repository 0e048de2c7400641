import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { colours } from '#ui/theme'

/** 写入: what was written, how to take it back, where to go next. */
export function ImportDone(props: {
  added: number
  changed: number
  undone: boolean
  undoing: boolean
  onUndo: () => void
  onAgain: () => void
}) {
  return (
    <Box
      sx={{
        m: 4,
        p: 6,
        display: 'grid',
        gap: 4,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="h2" role="status">
        <Box
          component="span"
          aria-hidden="true"
          sx={{ color: props.undone ? colours.secondary : colours.ok }}
        >
          {props.undone ? '○' : '●'}
        </Box>{' '}
        {props.undone
          ? '已撤销：账套恢复到这次导入之前。'
          : `写入完成：新增 ${props.added} 个，变更 ${props.changed} 个目标`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {props.undone
          ? '原文件没有改动，可以重新导入。'
          : '都是草稿，可在台账中查看体检结果、修改后送审。要撤销，也可以以后在“选择”这一步的“最近的导入”中进行，条件是这批目标之后没有再改过。'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" component={Link} to="/goals">
          去台账
        </Button>
        <Button variant="outlined" onClick={props.onAgain}>
          继续导入
        </Button>
        {!props.undone && (
          <Button variant="outlined" color="inherit" disabled={props.undoing} onClick={props.onUndo}>
            撤销本次导入
          </Button>
        )}
      </Box>
    </Box>
  )
}
