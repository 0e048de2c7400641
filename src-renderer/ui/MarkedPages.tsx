import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { type AttachmentView, attachmentView } from '#domain/attachment'
import { sentenceFor } from './error-text.ts'
import { type MarkedRegion, PageMarking } from './PageMarking.tsx'
import { PageTurner, unreadablePdf, usePdfPage } from './PdfPages.tsx'
import type { PageRegion } from './page-region.ts'
import { colours } from './theme.ts'

type Shown = { view: AttachmentView; bytes: Uint8Array } | { fault: string } | null

/** A kept PDF or picture on which regions can be marked with mouse or keys; anything else is said to be saved and opened elsewhere. */
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
  /** Of the strong regions; left out where they are fixed. */
  onChange?: ((id: string, region: PageRegion) => void) | undefined
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
      <PageMarking {...props}>
        <Box component="canvas" ref={canvas} sx={{ width: '100%', display: 'block' }} />
      </PageMarking>
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
    <PageMarking {...props}>
      <Box
        component="img"
        src={address}
        alt={props.name}
        draggable={false}
        sx={{ width: '100%', display: 'block' }}
      />
    </PageMarking>
  )
}
