import Box from '@mui/material/Box'
import { Link, Outlet, useLocation } from 'react-router'
import { may, type Permission } from '#domain/people/permissions'
import { useSession } from '#session'
import { PageHead } from '#ui/PageHead.tsx'

const tabs: readonly { path: string; name: string; permission?: Permission }[] = [
  { path: 'units', name: '单位', permission: 'see-base' },
  { path: 'sections', name: '股室', permission: 'see-base' },
  { path: 'book', name: '账套', permission: 'see-base' },
  { path: 'rules', name: '规则包', permission: 'see-base' },
  { path: 'calendar', name: '工作日历' },
  { path: 'regulations', name: '制度库', permission: 'see-regulations' },
  { path: 'experts', name: '专家', permission: 'see-experts' },
  { path: 'agencies', name: '机构', permission: 'see-experts' },
  { path: 'accounts', name: '账户', permission: 'see-accounts' },
  { path: 'duties', name: '职责表', permission: 'see-duties' },
  { path: 'audit', name: '审计记录', permission: 'read-audit' },
  { path: 'backup', name: '备份', permission: 'see-backups' },
  { path: 'about', name: '关于' },
]

/** 设置: each part has its own address. */
export function SettingsPage() {
  const { pathname } = useLocation()
  const { by } = useSession()
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
        {tabs
          .filter(({ permission }) => !permission || may(by, permission))
          .map((tab) => (
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
