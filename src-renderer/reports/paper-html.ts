import type { PaperBlock } from '#domain/paper'

/** Text as it stands in a page: nothing in it can be read as markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}

const look = `body{font-family:"SimSun","Noto Serif CJK SC",serif;color:#000;background:#fff;max-width:190mm;margin:12mm auto;padding:0 8mm;font-size:14px;line-height:1.6}
h1{font-size:22px;text-align:center}h2{font-size:18px;margin-top:24px}h3{font-size:15px;margin-bottom:4px}
table{width:100%;border-collapse:collapse;margin:0 0 12px}th,td{border:1px solid #000;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f2f2f2;font-weight:400}thead th{text-align:center}tr{break-inside:avoid}.right{text-align:right}.center{text-align:center}
.note{color:#333;font-size:13px}@page{size:A4;margin:16mm 14mm}@media print{body{margin:0;padding:0}.part{break-before:page}}`

/** A whole page, able to stand alone: no script, no style sheet, nothing loaded. */
export function htmlPage(title: string, body: string): Uint8Array {
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${look}</style></head><body>
${body}
</body></html>
`
  return new TextEncoder().encode(page)
}

/** Blocks of a paper as markup. */
export function htmlBlocks(blocks: readonly PaperBlock[]): string {
  return blocks.map(htmlBlock).join('\n')
}

function htmlBlock(block: PaperBlock): string {
  if (block.kind === 'text')
    return block.text.trim() === '' ? '' : `<h3>${escaped(block.title)}</h3><p>${escaped(block.text)}</p>`
  if (block.rows.length === 0) return ''
  if (block.kind === 'pairs') {
    const rows = block.rows.map(
      ({ label, text }) =>
        `<tr><th scope="row" style="width:24%">${escaped(label)}</th><td>${escaped(text)}</td></tr>`,
    )
    return `<table>${rows.join('')}</table>`
  }
  const heads = block.columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('')
  const rows = block.rows.map((row) => {
    const cells = block.columns.map(
      ({ align }, index) => `<td${align ? ` class="${align}"` : ''}>${escaped(row[index] ?? '')}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  const title = block.title === '' ? '' : `<h3>${escaped(block.title)}</h3>`
  return `${title}<table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}
