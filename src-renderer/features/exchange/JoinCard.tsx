import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'

/** 打开参数包 on the start page, where there is no book yet. */
export function JoinCard({ onJoin }: { onJoin: () => void }) {
  return (
    <Paper variant="outlined" sx={{ p: 4, display: 'flex', gap: 4, alignItems: 'center' }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">预算单位：打开财政局的参数包</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          财政局发来的 .jhx 文件：账套、单位和代码、指标库由它建立，填好后生成上报包交回。
        </Typography>
      </Box>
      <Button variant="outlined" onClick={onJoin}>
        打开参数包
      </Button>
    </Paper>
  )
}
