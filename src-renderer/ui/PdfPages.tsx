import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type RefObject, useEffect, useRef, useState } from 'react'

/** The document drawn page by page; its scripts, forms and links are never given a chance. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { default: worker } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url')
  GlobalWorkerOptions.workerSrc = worker
  // The reader takes the bytes it is given away, so it gets a copy.
  return getDocument({ data: bytes.slice(), enableXfa: false, useSystemFonts: true }).promise
}

type Opened = PDFDocumentProxy | 'unreadable' | null

/** A PDF and one of its pages drawn on a canvas: how many pages there are, null while it is opened. */
export function usePdfPage(
  bytes: Uint8Array,
  number: number,
): { canvas: RefObject<HTMLCanvasElement | null>; count: number | 'unreadable' | null } {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [pdf, setPdf] = useState<Opened>(null)

  useEffect(() => {
    let current = true
    const opening = openPdf(bytes)
    opening.then(
      (opened) => current && setPdf(opened),
      (error: unknown) => {
        console.warn('pdf not readable', error)
        if (current) setPdf('unreadable')
      },
    )
    return () => {
      current = false
      void opening.then(
        (opened) => opened.loadingTask.destroy(),
        () => undefined, // told above
      )
    }
  }, [bytes])

  useEffect(() => {
    if (pdf === null || pdf === 'unreadable') return
    let stop = () => {
      stopped = true
    }
    let stopped = false
    async function draw(from: PDFDocumentProxy) {
      const page = await from.getPage(Math.min(number, from.numPages))
      const target = canvas.current
      if (!target || stopped) return
      const viewport = page.getViewport({ scale: 1.5 })
      target.width = viewport.width
      target.height = viewport.height
      const task = page.render({ canvas: target, viewport })
      stop = () => task.cancel()
      await task.promise
    }
    draw(pdf).catch((error: unknown) => {
      // Turning the page stops the drawing of the one before.
      if (error instanceof Error && error.name === 'RenderingCancelledException') return
      console.warn('pdf page not drawn', error)
      setPdf('unreadable')
    })
    return () => stop()
  }, [pdf, number])

  return { canvas, count: pdf === null || pdf === 'unreadable' ? pdf : pdf.numPages }
}

export const unreadablePdf = '这个 PDF 打不开（可能已损坏或设了密码）。可以另存后用其他软件查看。'

/** Pages of a PDF, one at a time. */
export function PdfPages({ bytes }: { bytes: Uint8Array }) {
  const [number, setNumber] = useState(1)
  const { canvas, count } = usePdfPage(bytes, number)
  if (count === null) return null
  if (count === 'unreadable') return <Box sx={{ p: 4 }}>{unreadablePdf}</Box>
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 2 }}>
      <PageTurner number={number} count={count} onTurn={setNumber} />
      <Box component="canvas" ref={canvas} sx={{ maxWidth: '100%', border: 1, borderColor: 'divider' }} />
    </Box>
  )
}

export function PageTurner(props: { number: number; count: number; onTurn: (number: number) => void }) {
  const { number, count, onTurn } = props
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Button size="small" disabled={number === 1} onClick={() => onTurn(number - 1)}>
        上一页
      </Button>
      <span>
        第 {number} 页，共 {count} 页
      </span>
      <Button size="small" disabled={number === count} onClick={() => onTurn(number + 1)}>
        下一页
      </Button>
    </Box>
  )
}
