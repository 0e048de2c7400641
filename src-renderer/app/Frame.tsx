import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { Outlet, useNavigation } from 'react-router'
import { useSession } from '#session'
import { Navigation } from './Navigation.tsx'
import { TopBar } from './TopBar.tsx'

/** What surrounds every page: navigation, top bar, the band of a demo book. */
export function Frame() {
  const { book } = useSession()
  const navigation = useNavigation()
  return (
    <Box
      sx={{
        display: 'flex',
        height: '100vh',
        '@media print': { display: 'block', height: 'auto' },
      }}
    >
      <Navigation />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar />
        {book.demo && <DemoBand />}
        <Box sx={{ position: 'relative' }}>
          {navigation.state !== 'idle' && (
            <LinearProgress
              aria-label="正在打开"
              sx={{ position: 'absolute', insetInline: 0, height: 2, zIndex: 2 }}
            />
          )}
        </Box>
        <Box
          component="main"
          key={book.id}
          sx={{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            display: 'flex',
            flexDirection: 'column',
            '@media print': { overflow: 'visible', display: 'block' },
          }}
        >
          <Outlet />
        </Box>
      </Box>
    </Box>
  )
}

function DemoBand() {
  return (
    <Box
      role="note"
      sx={{
        px: 4,
        py: 0.5,
        fontSize: 12,
        lineHeight: '20px',
        bgcolor: '#FFF7E6',
        color: 'warning.main',
        borderBottom: 1,
        borderColor: '#F3DDB3',
        displayPrint: 'none',
      }}
    >
      <span aria-hidden="true">▲</span> 演示账套：单位、项目和数字都是虚构的，可以随意修改；在“设置 ›
      账套”中可整套删除。
    </Box>
  )
}
