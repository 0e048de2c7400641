import Box from '@mui/material/Box'
import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { type AttachmentView, attachmentView } from '#domain/attachment'
import { sentenceFor } from './error-text.ts'
import { PageTurner, unreadablePdf, usePdfPage } from './PdfPages.tsx'
import { colours } from './theme.ts'

/** A region of a page in thousandths of its width and height. */
export type PageRegion = { left: number; top: number; width: number; height: number }
export type MarkedRegion = PageRegion & { id: string; label: string; isStrong: boolean }

type Shown = { view: AttachmentView; bytes: Uint8Array } | { fault: string } | null

/** A kept PDF or picture on which regions can be marked with the mouse; anything else is said to be saved and opened elsewhere. */
export function MarkedPages(props: {
  hash: string
  name: string
  /** By hash; must stay the same function while the pages are shown. */
  load: (hash: string) => Promise<Uint8Array | null>
  page: number
  onPage: (page: number) => void
  /** Regions of the page in sight. */
  regions: readonly MarkedRegion[]
  /** Left out where nothing may be marked. */
  onMark?: ((region: PageRegion) => void) | undefined
}) {
  const { hash, name, load } = props
  const [shown, setShown] = useState<Shown>(null)
  useEffect(() => {
    let current = true
    load(hash)
      .then(
        (bytes): Shown =>
          bytes
            ? { bytes, view: attachmentView(name, bytes) }
            : { fault: '这份材料在本机找不到，登记的内容都在。请在“材料”中重新添加原来的文件。' },
      )
      .catch((error: unknown): Shown => ({ fault: sentenceFor(error) }))
      .then((next) => current && setShown(next))
    return () => {
      current = false
    }
  }, [hash, name, load])

  if (!shown) return null
  if ('fault' in shown) return <Note>{shown.fault}</Note>
  if (shown.view === 'pdf') return <Pdf {...props} bytes={shown.bytes} />
  if (shown.view === 'picture') return <Picture {...props} bytes={shown.bytes} />
  return <Note>这类文件不在程序内打开，可以在“材料”中另存后查看；关联时关联整份文件。</Note>
}

type PageProps = Parameters<typeof MarkedPages>[0] & { bytes: Uint8Array }

function Note({ children }: { children: ReactNode }) {
  return <Box sx={{ p: 3, fontSize: 13, color: colours.secondary }}>{children}</Box>
}

function Pdf(props: PageProps) {
  const { canvas, count } = usePdfPage(props.bytes, props.page)
  useLastPage(props, count === 'unreadable' ? null : count)
  if (count === null) return null
  if (count === 'unreadable') return <Note>{unreadablePdf}</Note>
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1, fontSize: 13 }}>
      <PageTurner number={Math.min(props.page, count)} count={count} onTurn={props.onPage} />
      <Marking {...props}>
        <Box component="canvas" ref={canvas} sx={{ width: '100%', display: 'block' }} />
      </Marking>
    </Box>
  )
}

/** Keys turn pages without knowing how many there are. */
function useLastPage({ page, onPage }: Pick<PageProps, 'page' | 'onPage'>, count: number | null): void {
  const turn = useEffectEvent(onPage)
  useEffect(() => {
    if (count !== null && page > count) turn(count)
  }, [page, count])
}

function Picture(props: PageProps) {
  useLastPage(props, 1)
  const [address, setAddress] = useState('')
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(props.bytes)]))
    setAddress(url)
    return () => URL.revokeObjectURL(url)
  }, [props.bytes])
  if (address === '') return null
  return (
    <Marking {...props}>
      <Box
        component="img"
        src={address}
        alt={props.name}
        draggable={false}
        sx={{ width: '100%', display: 'block' }}
      />
    </Marking>
  )
}

type Point = { x: number; y: number }
/** Smaller than this it was a click, not a region. */
const leastSize = 10

/** The page with its regions; pressing and drawing over it marks a new one. */
function Marking(props: Pick<PageProps, 'regions' | 'onMark'> & { children: ReactNode }) {
  const [drawn, setDrawn] = useState<{ from: Point; to: Point } | null>(null)
  const { onMark } = props

  function finish() {
    const region = drawn && regionOf(drawn.from, drawn.to)
    setDrawn(null)
    if (region && region.width >= leastSize && region.height >= leastSize) onMark?.(region)
  }

  const fresh = drawn ? regionOf(drawn.from, drawn.to) : null
  return (
    <Box
      onPointerDown={(event) => {
        if (!onMark || event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const at = pointOf(event)
        setDrawn({ from: at, to: at })
      }}
      onPointerMove={(event) => drawn && setDrawn({ from: drawn.from, to: pointOf(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrawn(null)}
      sx={{
        position: 'relative',
        width: '100%',
        border: `1px solid ${colours.line}`,
        cursor: onMark ? 'crosshair' : 'default',
        touchAction: 'none',
        userSelect: 'none',
      }}
    >
      {props.children}
      {props.regions.map((region) => (
        <Frame key={region.id} region={region} isStrong={region.isStrong} title={region.label} />
      ))}
      {fresh && <Frame region={fresh} isStrong title="" />}
    </Box>
  )
}

function Frame({ region, isStrong, title }: { region: PageRegion; isStrong: boolean; title: string }) {
  return (
    <Box
      title={title}
      sx={{
        position: 'absolute',
        pointerEvents: 'none',
        left: `${region.left / 10}%`,
        top: `${region.top / 10}%`,
        width: `${region.width / 10}%`,
        height: `${region.height / 10}%`,
        border: `2px ${isStrong ? 'solid' : 'dashed'} ${isStrong ? colours.alarm : colours.excess}`,
        bgcolor: isStrong ? 'rgba(197, 48, 48, .08)' : 'transparent',
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
