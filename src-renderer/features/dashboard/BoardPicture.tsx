import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { chartSvg } from '#ui/chart-picture'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { exportPicture } from './board-export.ts'
import { PictureTable } from './PictureTable.tsx'
import type { Picture } from './picture.ts'

/** A picture of the board: its sentence, its unit, the table behind it, and both ways out. */
export function BoardPicture(props: {
  picture: Picture
  asTable: boolean
  onTable: (asTable: boolean) => void
  /** How tall it is drawn; its own height where none is given. */
  height?: number
  /** Everything on it so many times as large: to be read from the end of a table. */
  zoom?: number
  /** Other ways to look at it. */
  children?: ReactNode
}) {
  const { picture, asTable } = props
  const { attempt, say } = useToast()
  function save(format: 'png' | 'svg') {
    attempt(async () => {
      const sentence = await exportPicture(picture, format)
      if (sentence) say(sentence)
    })
  }
  return (
    <Box
      component="section"
      aria-label={picture.title}
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        p: 3,
        minWidth: 0,
        breakInside: 'avoid',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box component="h2" sx={{ m: 0, fontSize: props.zoom ? 22 : 14, fontWeight: 600 }}>
            {picture.title}
          </Box>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>单位：{picture.unit}</Box>
        </Box>
        <Box sx={{ display: 'flex', flex: 'none', displayPrint: 'none' }}>
          <Button size="small" color="inherit" aria-pressed={asTable} onClick={() => props.onTable(!asTable)}>
            {asTable ? '看图' : '看表'}
          </Button>
          <Button size="small" color="inherit" title="导出图片（PNG）" onClick={() => save('png')}>
            图片
          </Button>
          <Button
            size="small"
            color="inherit"
            title="导出矢量图（SVG），放大不失真"
            onClick={() => save('svg')}
          >
            矢量图
          </Button>
        </Box>
      </Box>
      {props.children}
      {asTable ? (
        <PictureTable picture={picture} maxHeight={props.height ?? 320} />
      ) : (
        <Drawing picture={picture} height={props.height ?? picture.height} zoom={props.zoom ?? 1} />
      )}
    </Box>
  )
}

/** Paper is narrower than the window: the whole picture, smaller, and nothing of it cut off. */
const onPaper = { height: 'auto', overflow: 'visible', '& img': { maxWidth: '100%', height: 'auto' } }

/** Drawn as wide as there is room, so that its letters keep their size. */
function Drawing({ picture, height, zoom }: { picture: Picture; height: number; zoom: number }) {
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [svg, setSvg] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (!frame.current) return
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watcher.observe(frame.current)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (width === 0) return
    let current = true
    chartSvg(picture.option, Math.floor(width / zoom), Math.floor(height / zoom)).then(
      (text) => current && setSvg(text),
      (error: unknown) => current && setFailure(error),
    )
    return () => {
      current = false
    }
  }, [picture, width, height, zoom])
  if (failure) throw failure
  return (
    <Box ref={frame} sx={{ height, mt: 1, overflow: 'hidden', '@media print': onPaper }}>
      {svg !== '' && (
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
          alt={`${picture.title}。数字见“看表”。`}
          height={height}
        />
      )}
    </Box>
  )
}
