import type { Publication } from '#domain/disclosures/publication'
import { disclosureItems, disclosurePlaces } from '#domain/disclosures/rules'
import { escaped, htmlBlocks, htmlPage } from './paper-html.ts'

export type PublicationFile = { folder: string[]; name: string; bytes: Uint8Array }

/** The publication set as pages for a web site: an index, and a page for each thing beside it. */
export function publicationPages({ head, pages }: Publication): PublicationFile[] {
  const files = pages.map((page, index) => {
    const name = `${String(index + 1).padStart(3, '0')}.html`
    const title = `${page.name}${disclosureItems[page.item]}`
    const body = `<p><a href="index.html">返回目录</a></p><h1>${escaped(title)}</h1>
<p class="note">${head.year}年度　${escaped(page.unit)}</p>${htmlBlocks(page.blocks)}`
    return { page, name, bytes: htmlPage(title, body) }
  })
  const rows = files.map(
    ({ page, name }, index) =>
      `<tr><td class="center">${index + 1}</td><td><a href="${name}">${escaped(page.name)}</a></td><td>${escaped(page.unit)}</td><td>${disclosureItems[page.item]}</td><td>${disclosurePlaces[page.place]}</td></tr>`,
  )
  const title = `${head.year}年度预算绩效信息公开`
  const body = `<h1>${escaped(title)}</h1><p class="note">${escaped(head.office)}　${escaped(head.madeOn)}　共 ${pages.length} 项</p>
<table><thead><tr><th>序号</th><th>名称</th><th>单位</th><th>信息</th><th>公开位置</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return [
    { folder: [], name: 'index.html', bytes: htmlPage(title, body) },
    ...files.map(({ name, bytes }) => ({ folder: [], name, bytes })),
  ]
}
