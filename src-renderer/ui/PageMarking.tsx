import Box from '@mui/material/Box'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { freshRegion, keyedRegion, leastSize, type PageRegion, regionText } from './page-region.ts'
import { colours } from './theme.ts'

export type MarkedRegion = PageRegion & { id: string; label: string; isStrong: boolean }

type Point = { x: number; y: number }
/** What is moved with the keys: one of the regions, or with id '' a new one. */
type Edit = { id: string; region: PageRegion }

const help = '方向键移动，Shift+方向键改大小（加 Ctrl 走小步），Enter 确定，Esc 取消'

/**
 * A page with its regions. A new one is drawn with the mouse, or made with Enter while the page has the focus; with the keys it
 * and those that may be changed (`onChange`, the strong ones) are moved and resized.
 */
export function PageMarking(props: {
  regions: readonly MarkedRegion[]
  /** Left out where nothing may be marked. */
  onMark?: ((region: PageRegion) => void) | undefined
  onChange?: ((id: string, region: PageRegion) => void) | undefined
  children: ReactNode
}) {
  const { onMark, onChange, regions } = props
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  const [edit, setEdited] = useState<Edit | null>(null)
  // What the focus leaves behind must be known at once: the next drawing is a moment away.
  const live = useRef<Edit | null>(null)
  const page = useRef<HTMLDivElement>(null)
  const fresh = useRef<HTMLDivElement>(null)
  const isNew = edit?.id === ''
  useEffect(() => {
    if (isNew) fresh.current?.focus()
  }, [isNew])

  function setEdit(next: Edit | null) {
    live.current = next
    setEdited(next)
  }
  function finishDrawing() {
    const region = drawn && regionOf(drawn.from, drawn.to)
    setDrawn(null)
    if (region && region.width >= leastSize && region.height >= leastSize) onMark?.(region)
  }
  /** What was moved is kept when the focus goes too: only Esc takes it back. */
  function keep() {
    const { current } = live
    if (!current) return
    setEdit(null)
    if (current.id === '') onMark?.(current.region)
    else onChange?.(current.id, current.region)
  }
  function onFrameKey(event: KeyboardEvent, id: string, region: PageRegion) {
    const moved = keyedRegion(region, event)
    const ends = edit && (event.key === 'Enter' || event.key === 'Escape')
    if (!moved && !ends) return
    // The desk around has these keys too.
    event.preventDefault()
    event.stopPropagation()
    if (moved) {
      setEdit({ id, region: moved })
      return
    }
    const wasNew = edit?.id === ''
    if (event.key === 'Enter') keep()
    else setEdit(null)
    if (wasNew) page.current?.focus()
  }

  const drawing = drawn ? regionOf(drawn.from, drawn.to) : null
  return (
    <>
      <Box
        ref={page}
        {...(onMark ? { tabIndex: 0, role: 'group', 'aria-label': '材料页面，按 Enter 新建标注框' } : {})}
        onKeyDown={(event) => {
          if (!onMark || event.target !== event.currentTarget || event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          setEdit({ id: '', region: freshRegion })
        }}
        onPointerDown={(event) => {
          if (!onMark || event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const at = pointOf(event)
          setDrawn({ from: at, to: at })
        }}
        onPointerMove={(event) => drawn && setDrawn({ from: drawn.from, to: pointOf(event) })}
        onPointerUp={finishDrawing}
        onPointerCancel={() => setDrawn(null)}
        sx={{
          position: 'relative',
          width: '100%',
          border: `1px solid ${colours.line}`,
          cursor: onMark ? 'crosshair' : 'default',
          touchAction: 'none',
          userSelect: 'none',
          '&:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: 1 },
        }}
      >
        {props.children}
        {regions.map(({ id, label, isStrong, ...kept }) => {
          const region = edit?.id === id ? edit.region : kept
          const isOpen = isStrong && onChange !== undefined
          return (
            <Frame
              key={id}
              region={region}
              isStrong={isStrong}
              title={label}
              {...(isOpen
                ? {
                    name: `标注框：${label}，${regionText(region)}`,
                    onKeyDown: (event: KeyboardEvent) => onFrameKey(event, id, region),
                    onBlur: keep,
                  }
                : {})}
            />
          )
        })}
        {drawing && <Frame region={drawing} isStrong title="" />}
        {isNew && edit && (
          <Frame
            element={fresh}
            region={edit.region}
            isStrong
            title=""
            name={`新标注框，${regionText(edit.region)}`}
            onKeyDown={(event) => onFrameKey(event, '', edit.region)}
            onBlur={keep}
          />
        )}
      </Box>
      {onMark && (
        <Box role="status" sx={{ fontSize: 12, color: colours.secondary, minHeight: 18 }}>
          {edit && `${regionText(edit.region)}。${help}。`}
        </Box>
      )}
    </>
  )
}

/** With a name it can be reached and moved with the keys. */
function Frame(props: {
  region: PageRegion
  isStrong: boolean
  title: string
  name?: string
  element?: React.Ref<HTMLDivElement>
  onKeyDown?: (event: KeyboardEvent) => void
  onBlur?: () => void
}) {
  const { region, isStrong, title, name } = props
  return (
    <Box
      ref={props.element}
      title={title}
      {...(name === undefined ? {} : { tabIndex: 0, role: 'group', 'aria-label': name })}
      onKeyDown={props.onKeyDown}
      onBlur={props.onBlur}
      sx={{
        position: 'absolute',
        pointerEvents: 'none',
        left: `${region.left / 10}%`,
        top: `${region.top / 10}%`,
        width: `${region.width / 10}%`,
        height: `${region.height / 10}%`,
        border: `2px ${isStrong ? 'solid' : 'dashed'} ${isStrong ? colours.alarm : colours.excess}`,
        bgcolor: isStrong ? 'rgba(197, 48, 48, .08)' : 'transparent',
        '&:focus-visible': { outline: `3px solid ${colours.primary}`, outlineOffset: 1 },
      }}
    />
  )
}

function pointOf(event: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  const part = (value: number, size: number) => Math.min(1000, Math.max(0, Math.round((value / size) * 1000)))
  return { x: part(event.clientX - left, width), y: part(event.clientY - top, height) }
}

function regionOf(from: Point, to: Point): PageRegion {
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  return { left, top, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
}
