import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import { Navigate, Outlet, useLocation, useMatch, useMatches, useNavigation } from 'react-router'
import { may, type Permission } from '#domain/people/permissions'
import { useSession } from '#session'
import { HelpHost } from '../features/help/HelpHost.tsx'
import { Band } from './Band.tsx'
import { ClosedBand } from './ClosedBand.tsx'
import { CollectedBand } from './CollectedBand.tsx'
import { KitBand, kitPath } from './KitBand.tsx'
import { LeaveQuestion } from './LeaveQuestion.tsx'
import { Navigation } from './Navigation.tsx'
import { NotPermitted } from './NotPermitted.tsx'
import { ReadOnlyBand } from './ReadOnlyBand.tsx'
import type { RouteHandle } from './routes/page.ts'
import { TopBar } from './TopBar.tsx'
import { usePreparedBoard } from './use-prepared-board.ts'

/** What surrounds every page: navigation, top bar, the band of a demo book. */
export function Frame() {
  const { book, by } = useSession()
  const navigation = useNavigation()
  const { pathname, search } = useLocation()
  const asked = useAskedPermission()
  usePreparedBoard()
  const refused = asked !== null && !may(by, asked) ? asked : null
  // A meeting has the whole screen: what lay under it would still be reached by Tab, unseen.
  const isWhole = useMatch('/goals/meetings/:id') !== null && refused === null
  return (
    <HelpHost>
      <LeaveQuestion />
      <Box
        sx={{
          display: 'flex',
          height: '100vh',
          '@media print': { display: 'block', height: 'auto' },
        }}
      >
        <SkipLink />
        {!book.kit && !isWhole && <Navigation />}
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          {!isWhole && (
            <>
              <TopBar />
              {book.demo && <DemoBand />}
              {book.closed && <ClosedBand year={book.year} closed={book.closed} />}
              {book.readOnly && <ReadOnlyBand readOnly={book.readOnly} />}
              {book.kit && <KitBand kit={book.kit} />}
              {book.collected && <CollectedBand collected={book.collected} />}
            </>
          )}
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
            id={mainId}
            tabIndex={-1}
            // Which page stands there: an address is drawn a moment after it was set.
            data-address={`${pathname}${search}`}
            key={`${book.id} ${by.duty} ${by.scope}`}
            sx={{
              flex: 1,
              minHeight: 0,
              overflow: 'auto',
              display: 'flex',
              flexDirection: 'column',
              // It takes the focus from the skip link alone: the next Tab is in the page.
              '&:focus': { outline: 'none' },
              '@media print': { overflow: 'visible', display: 'block' },
            }}
          >
            {book.kit && pathname === '/' ? (
              <Navigate to={kitPath(book.kit)} replace />
            ) : refused ? (
              <NotPermitted permission={refused} />
            ) : (
              <Outlet />
            )}
          </Box>
        </Box>
      </Box>
    </HelpHost>
  )
}

const mainId = 'page'

/** 跳到内容: first of all for the keyboard, seen only then, past the navigation and the bar. */
function SkipLink() {
  return (
    <Button
      variant="contained"
      onClick={() => document.getElementById(mainId)?.focus()}
      sx={{
        ...{ position: 'absolute', left: 8, top: 8, zIndex: 'tooltip', displayPrint: 'none' },
        '&:not(:focus)': { clipPath: 'inset(50%)', width: '1px', minWidth: 0, height: '1px', p: 0 },
      }}
    >
      跳到内容
    </Button>
  )
}

/** What the open page asks of the duty table. */
function useAskedPermission(): Permission | null {
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined) // routes/page.ts gives no other
  return handles.findLast((handle) => handle !== undefined)?.permission ?? null
}

function DemoBand() {
  return (
    <Band warns>
      <span aria-hidden="true">▲</span> 演示账套：单位、项目和数字都是虚构的，可以随意修改；在“设置 ›
      账套”中可整套删除。
    </Band>
  )
}
