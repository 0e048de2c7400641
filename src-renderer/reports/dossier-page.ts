import type { ArchivedFile, Booklet } from '#domain/dossier/booklet'
import { escaped, htmlBlocks, htmlPage } from './paper-html.ts'

/** The booklet as one page with a cover and contents; the attachments that lie beside it in the archive are linked. */
export function dossierPage(
  booklet: Booklet,
  files: readonly ArchivedFile[],
  missing: readonly ArchivedFile[],
): Uint8Array {
  const cover = htmlBlocks([{ kind: 'pairs', rows: booklet.cover }])
  const contents = booklet.chapters.map(
    ({ title }, index) => `<li><a href="#part-${index + 1}">${escaped(title)}</a></li>`,
  )
  const chapters = booklet.chapters.map(
    ({ title, blocks }, index) =>
      `<section class="part" id="part-${index + 1}"><h2>${index + 1}　${escaped(title)}</h2>${htmlBlocks(blocks)}</section>`,
  )
  const links = files.map(
    ({ path }) =>
      `<li><a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(path)}</a></li>`,
  )
  const lacking = missing.map(
    ({ attachment, title }) => `<li>${escaped(`${title}：${attachment.name}`)}</li>`,
  )
  const body = `<h1>${escaped(booklet.title)}</h1><h1>一项目一档</h1>${cover}
<h2>目录</h2><ol>${contents.join('')}</ol>${chapters.join('\n')}
${links.length === 0 ? '' : `<section><h3>随档附件</h3><ul>${links.join('')}</ul></section>`}
${lacking.length === 0 ? '' : `<section><h3>本机没有找到、未能归入的附件</h3><ul>${lacking.join('')}</ul></section>`}`
  return htmlPage(`${booklet.title} 一项目一档`, body)
}
