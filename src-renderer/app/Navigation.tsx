import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeft'
import KeyboardDoubleArrowRight from '@mui/icons-material/KeyboardDoubleArrowRight'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link, useLocation } from 'react-router'
import { savePreference } from '#actions/save-preference'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { type Module, modules } from './modules.tsx'

const itemStyle = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-start',
  gap: 3,
  height: 36,
  width: '100%',
  px: 3,
  fontSize: 14,
  borderLeft: '3px solid transparent',
  color: 'text.primary',
  textDecoration: 'none',
  '&:hover': { bgcolor: colours.head },
}

function contains(path: string, pathname: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
}

function isHere({ path, pages = [] }: Module, pathname: string): boolean {
  return contains(path, pathname) || pages.some((page) => contains(page.path, pathname))
}

/** The page of a module that is open: the longest of its paths that fits. */
function pageAt({ pages = [] }: Module, pathname: string): string | null {
  const fitting = pages.map(({ path }) => path).filter((path) => contains(path, pathname))
  return fitting.toSorted((left, right) => right.length - left.length)[0] ?? null
}

export function Navigation() {
  const { attempt } = useToast()
  const { by, book, books } = useSession()
  const collects = book.identity.level === 'city' || books.some(({ collected }) => collected !== undefined)
  // In a small window, as at 150 %, the page needs the room, until somebody unfolds it.
  const isSmall = useMediaQuery('(max-width: 1023px)')
  const kept = useLiveQuery(() => preference('navigation-folded'), [])
  const folded = typeof kept === 'boolean' ? kept : isSmall
  const { pathname } = useLocation()
  return (
    <Box
      component="nav"
      aria-label="主导航"
      sx={{
        width: folded ? 48 : 176,
        flex: 'none',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        display: 'flex',
        flexDirection: 'column',
        displayPrint: 'none',
      }}
    >
      <Box
        sx={{
          height: 48,
          display: 'flex',
          alignItems: 'center',
          px: folded ? 0 : 4,
          justifyContent: folded ? 'center' : 'flex-start',
          fontSize: folded ? 14 : 18,
          fontWeight: 600,
          color: 'primary.main',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        绩衡
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, pt: 2, flex: 1, minHeight: 0, overflowY: 'auto' }}
      >
        {modules
          .filter(
            ({ permission, collecting }) => (!collecting || collects) && (!permission || may(by, permission)),
          )
          .map((module) => {
            const here = isHere(module, pathname)
            const page = here ? pageAt(module, pathname) : null
            return (
              <li key={module.path}>
                <Tooltip title={folded ? module.name : ''} placement="right">
                  <Box
                    component={Link}
                    to={module.path}
                    aria-current={here && !module.pages ? 'page' : undefined}
                    aria-label={folded ? module.name : undefined}
                    sx={{
                      ...itemStyle,
                      ...(here && {
                        bgcolor: colours.selected,
                        borderLeftColor: colours.primary,
                        color: 'primary.main',
                        fontWeight: 600,
                      }),
                    }}
                  >
                    {module.icon}
                    {!folded && module.name}
                  </Box>
                </Tooltip>
                {here && !folded && module.pages && (
                  <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                    {module.pages
                      .filter(({ permission }) => !permission || may(by, permission))
                      .map(({ path, name }) => (
                        <li key={path}>
                          <Box
                            component={Link}
                            to={path}
                            aria-current={path === page ? 'page' : undefined}
                            sx={{
                              ...itemStyle,
                              height: 32,
                              pl: '47px',
                              fontSize: 13,
                              ...(path === page && { color: 'primary.main', fontWeight: 600 }),
                            }}
                          >
                            {name}
                          </Box>
                        </li>
                      ))}
                  </Box>
                )}
              </li>
            )
          })}
      </Box>
      <ButtonBase
        aria-label={folded ? '展开导航' : '收起导航'}
        aria-expanded={!folded}
        onClick={() => attempt(() => savePreference('navigation-folded', !folded))}
        sx={{ ...itemStyle, color: 'text.secondary', fontSize: 13 }}
      >
        {folded ? (
          <KeyboardDoubleArrowRight fontSize="small" />
        ) : (
          <KeyboardDoubleArrowLeft fontSize="small" />
        )}
        {!folded && '收起'}
      </ButtonBase>
    </Box>
  )
}
