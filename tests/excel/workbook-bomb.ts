import { strToU8, Zip, ZipDeflate } from 'fflate'

const megabyte = 1024 * 1024

/** A small workbook whose one sheet unpacks to `size` bytes after its head; made in pieces, as an attacker would. */
export function workbookBomb(size: number, head: string): Uint8Array {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const workbook = new ZipDeflate('xl/workbook.xml')
  zip.add(workbook)
  workbook.push(strToU8('<workbook/>'), true)
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 9 })
  zip.add(sheet)
  sheet.push(strToU8(head))
  const block = new Uint8Array(megabyte).fill(0x20)
  for (let done = 0; done < size; done += megabyte) sheet.push(block, done + megabyte >= size)
  zip.end()
  return Buffer.concat(chunks)
}
