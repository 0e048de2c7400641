import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { usePageHelp } from '#ui/page-help'
import { colours } from '#ui/theme'

export function TourButton() {
  const help = usePageHelp()
  if (!help) return null
  return (
    <Button variant="outlined" onClick={help.startTour}>
      新手导览
    </Button>
  )
}

/** One line, once a person: the tour may be taken or declined, and never asks again. */
export function TourOffer() {
  const help = usePageHelp()
  if (!help?.isTourOffered) return null
  return (
    <Box
      component="section"
      aria-label="新手导览"
      sx={{
        ...{ px: 4, py: 0.5, display: 'flex', alignItems: 'center', gap: 2, fontSize: 13 },
        ...{ bgcolor: colours.selected, borderBottom: `1px solid ${colours.line}`, displayPrint: 'none' },
      }}
    >
      <Box sx={{ flex: 1 }}>第一次使用？用一分钟看看怎么用，以后也可以从右上角打开。</Box>
      <Button size="small" onClick={help.startTour}>
        开始导览
      </Button>
      <Button size="small" color="inherit" onClick={help.declineTour}>
        不再提示
      </Button>
    </Box>
  )
}
