import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { KitOpener } from './KitOpener.tsx'

/** 打开专家评分包: the file and its passphrase make a book of the one task. */
export function KitCard(props: { by: Actor; onMake: (make: () => Promise<YearBook>) => Promise<void> }) {
  return (
    <Paper variant="outlined" sx={{ p: 4, display: 'flex', gap: 4, alignItems: 'center' }}>
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">评审专家：打开财政局的评分包</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          财政局发来的 .jhx 文件：凭口令打开，独立评分、签名后导出交回。
        </Typography>
      </Box>
      <KitOpener {...props} label="打开评分包" />
    </Paper>
  )
}
