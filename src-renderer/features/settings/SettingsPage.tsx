import Box from '@mui/material/Box'
import { Link, Outlet, useLocation } from 'react-router'
import { PageHead } from '#ui/PageHead.tsx'

const tabs = [
  { path: 'units', name: '单位' },
  { path: 'sections', name: '股室' },
  { path: 'book', name: '账套' },
  { path: 'rules', name: '规则包' },
  { path: 'regulations', name: '制度库' },
  { path: 'audit', name: '审计记录' },
  { path: 'about', name: '关于' },
]

/** 设置: each part has its own address. */
export function SettingsPage() {
  const { pathname } = useLocation()
  const here = pathname.split('/')[2] ?? 'units'
  return (
    <>
      <PageHead title={tabs.find((tab) => tab.path === here)?.name ?? '设置'} trail="设置" />
      <Box
        component="nav"
        aria-label="设置"
        sx={{
          display: 'flex',
          px: 2,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          flex: 'none',
        }}
      >
        {tabs.map((tab) => (
          <Box
            key={tab.path}
            component={Link}
            to={`/settings/${tab.path}`}
            aria-current={tab.path === here ? 'page' : undefined}
            sx={{
              px: 3,
              lineHeight: '38px',
              textDecoration: 'none',
              color: tab.path === here ? 'primary.main' : 'text.secondary',
              fontWeight: tab.path === here ? 600 : 400,
              borderBottom: 2,
              borderColor: tab.path === here ? 'primary.main' : 'transparent',
              '&:hover': { color: 'primary.main' },
            }}
          >
            {tab.name}
          </Box>
        ))}
      </Box>
      <Box sx={{ p: 4, flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <Outlet />
      </Box>
    </>
  )
}
