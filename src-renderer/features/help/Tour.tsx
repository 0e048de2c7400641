import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { tourStops } from '#domain/help/tour'
import { colours } from '#ui/theme'

/** Where a stop's part of the window is found. */
const places: Readonly<Record<string, string>> = {
  navigation: 'nav[aria-label="主导航"]',
  book: 'header button:first-of-type',
  person: 'header button:last-of-type',
  todo: 'section[aria-label="待办"]',
  help: 'button[aria-label="本页帮助"]',
}

/** 新手导览: a ring around the part that is spoken of and a card beside it; ← → and Esc work, nothing is locked. */
export function Tour({ onEnd }: { onEnd: () => void }) {
  const [at, setAt] = useState(0)
  const [box, setBox] = useState<DOMRect | null>(null)
  const card = useRef<HTMLDivElement>(null)
  const stop = tourStops[at]
  const id = stop?.id ?? ''

  useEffect(() => {
    const before = document.activeElement
    card.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  useEffect(() => {
    const place = () => setBox(document.querySelector(places[id] ?? 'main')?.getBoundingClientRect() ?? null)
    place()
    // The home page and its rows may still be on their way.
    const soon = window.setTimeout(place, 400)
    window.addEventListener('resize', place)
    return () => {
      window.clearTimeout(soon)
      window.removeEventListener('resize', place)
    }
  }, [id])

  if (!stop) return null
  const isLast = at === tourStops.length - 1
  const forward = () => (isLast ? onEnd() : setAt(at + 1))
  const back = () => setAt(Math.max(0, at - 1))
  return (
    <>
      {box && (
        <Box
          aria-hidden="true"
          sx={{
            ...{ position: 'fixed', zIndex: 1200, pointerEvents: 'none', borderRadius: '4px' },
            ...{ left: box.left + 2, top: box.top + 2, width: box.width - 4, height: box.height - 4 },
            outline: `3px solid ${colours.primary}`,
          }}
        />
      )}
      <Box
        ref={card}
        role="dialog"
        aria-label="新手导览"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onEnd()
          else if (event.key === 'ArrowRight') forward()
          else if (event.key === 'ArrowLeft') back()
        }}
        sx={{
          ...{
            position: 'fixed',
            right: 24,
            bottom: 24,
            width: 360,
            zIndex: 1250,
            p: 4,
            displayPrint: 'none',
          },
          ...{ display: 'grid', gap: 2, bgcolor: colours.surface, boxShadow: 8, borderRadius: 1 },
          ...{ border: `1px solid ${colours.primary}`, outline: 'none' },
        }}
      >
        <Box component="h2" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
          {stop.title}
        </Box>
        <Box aria-live="polite" sx={{ fontSize: 14, lineHeight: '22px' }}>
          {stop.text}
        </Box>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: 1, fontSize: 12, color: colours.secondary }}>
            {at + 1}/{tourStops.length}　← → 翻页，Esc 结束
          </Box>
          {!isLast && (
            <Button size="small" color="inherit" onClick={onEnd}>
              跳过
            </Button>
          )}
          {at > 0 && (
            <Button size="small" onClick={back}>
              上一步
            </Button>
          )}
          <Button size="small" variant="contained" onClick={forward}>
            {isLast ? '完成' : '下一步'}
          </Button>
        </Box>
      </Box>
    </>
  )
}
