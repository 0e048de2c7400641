import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useSession } from '#session'
import { useAddress } from '#ui/use-address'
import { CarryDialog } from './CarryDialog.tsx'

/** The way into the next year. */
export function NextYear() {
  const { book, books, openBook } = useSession()
  const [address, setInAddress] = useAddress()
  const next = books.find((other) => other.previousId === book.id)
  const isUnits = book.identity.level === 'unit'

  return (
    <Paper
      variant="outlined"
      component="section"
      sx={{ p: 4, display: 'flex', alignItems: 'center', gap: 4 }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">结转到下年</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {next
            ? `已结转到 ${next.year} 年度。`
            : isUnits
              ? '下年账套由财政局的参数包建立：收到后在“接收数据包”打开，延续项目的草稿随之带来。'
              : '带入单位、股室，以及常年性和未到期的延续性项目（作为草稿）；本年度内容不变。'}
        </Typography>
      </Box>
      {next ? (
        <Button variant="outlined" onClick={() => openBook(next.id)}>
          打开 {next.year} 年度
        </Button>
      ) : (
        <Button variant="outlined" disabled={isUnits} onClick={() => setInAddress({ carry: '1' })}>
          结转到 {book.year + 1} 年度
        </Button>
      )}
      {!next && !isUnits && address.get('carry') === '1' && (
        <CarryDialog onClose={() => setInAddress({ carry: '' })} />
      )}
    </Paper>
  )
}
