import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Actor } from '#domain/people/duties'
import { breather } from '#exchange/pause'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import { useWindowKeys } from '#ui/use-window-keys'

const load = () => import('./SearchWindow.tsx')
const SearchWindow = lazy(async () => ({ default: (await load()).SearchWindow }))

/** Reads what is searched before somebody does; the code for it is not waited for at the start either. */
async function prepare(bookId: string, by: Actor): Promise<void> {
  const { searchIndexOf } = await import('#storage/search-index')
  await searchIndexOf(bookId, by, breather())
}

/** By then the page that was opened stands; whoever searches earlier waits a moment. */
const idleMilliseconds = 3000

/** 搜索: the button in the top bar, and Ctrl+K from anywhere. */
export function SearchBox() {
  const { book, by } = useSession()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      void load()
      // What could not be read is read again, and said, when somebody searches.
      prepare(book.id, by).catch((error: unknown) => console.warn('the search could not be prepared', error))
    }, idleMilliseconds)
    return () => clearTimeout(timer)
  }, [book.id, by])
  useWindowKeys((event) => {
    const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
    if (!isAsked || event.isComposing) return
    event.preventDefault()
    // Never a dialog on a dialog.
    if (document.querySelector('[role=dialog]') === null) setOpen(true)
  })
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        startIcon={<SearchIcon fontSize="small" />}
        onClick={() => setOpen(true)}
        sx={{ color: 'text.secondary', borderColor: colours.control, fontSize: 13, flex: 'none' }}
      >
        搜索
        <Box component="span" sx={{ ml: 2, fontSize: 12 }}>
          Ctrl+K
        </Box>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchWindow onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
