import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'

const library = fileURLToPath(new URL('../../node_modules/xlsx/dist/xlsx.full.min.js', import.meta.url))

type SheetJs = {
  read: (bytes: ArrayBuffer) => { Sheets: Record<string, object> }
  utils: { sheet_to_json: (sheet: object) => unknown[] }
}

declare global {
  interface Window {
    XLSX?: SheetJs
  }
}

/** Milliseconds that bare `XLSX.read` + `sheet_to_json` takes on the files in one thread of the same browser. */
export async function bareReading(browser: Browser, paths: readonly string[]): Promise<number> {
  const page = await browser.newPage()
  await page.setContent('<input type="file" multiple>')
  await page.addScriptTag({ path: library })
  await page.locator('input').setInputFiles([...paths])
  const time = await page.evaluate(async () => {
    const { XLSX } = window
    const files = [...(document.querySelector('input')?.files ?? [])]
    if (!XLSX || files.length === 0) throw new Error('nothing to read')
    const start = performance.now()
    for (const file of files) {
      const book = XLSX.read(await file.arrayBuffer())
      for (const sheet of Object.values(book.Sheets)) XLSX.utils.sheet_to_json(sheet)
    }
    return performance.now() - start
  })
  await page.close()
  return time
}
